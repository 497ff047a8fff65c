"""Drawing the city: one world in metres, seen through each camera's lens.

What belongs here: lenses, the static picture (ground, buildings, props, light), everything that moves, events.
What does not: encoding, files, processes, the register of cameras.
How: the static world is painted once a camera into colour, depth and light (`canvas`, `light`); a frame is a
copy of it, the shadows of what moves, and the movers from far to near, cut by the static depth (`scene`).
Threads: everything belongs to the thread that made it.
"""

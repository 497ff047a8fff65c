"""The wall: one canvas that paints every tile, and what a tile may say.

What belongs here: pictures taken from slots, the truth drawn over them, mouse and keys on tiles. What does
not: which camera stands where (services.wall_session), the window around it (ui), how a picture is made.
Threads: GUI thread only.
"""

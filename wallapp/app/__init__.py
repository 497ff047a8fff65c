"""The front door's inner half: builds the rooms, joins them, runs, closes in reverse order.

What belongs here: one module for each thing a person can ask for (wall, cameras, vault, doctor), which opens
what it needs and closes it. What does not: rules, pictures, widgets, parsing of arguments (cli).
Threads: the main thread; what a room starts, the room ends.
"""

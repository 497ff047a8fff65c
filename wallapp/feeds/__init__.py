"""Feeds: the console's side of the decoders.

Purpose: make the views that are wanted so, with as many decoder processes as that needs, and say the
truth about each feed. What belongs here: processes, shared memory, reconnecting, placement, quarantine.
What does not: decoding (decoder), what a tile may show (domain), drawing (ui).
Threads: the supervisor owns all state; one reader a child; the GUI reads published values only.
A wish passes: want() -> supervisor -> bindings -> orders -> child; reports come back the same way.
"""

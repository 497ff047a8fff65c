"""Decoder processes: camera streams in, pictures at tile size out.

Purpose: everything that touches untrusted video lives here, in children that may die (DESIGN 2).
What belongs here: opening a stream, decoding, the gate, scaling, writing slots and meters.
What does not: retrying (feeds decides when), the database, Qt, the vault, any listening socket.
Threads: main reads orders; one thread a feed; one heart-beat thread that also watches for silence.
A picture passes: source -> session -> gate -> scale -> slot. Nothing is queued.
"""

"""The simulated city: scenes drawn by our own code, encoded once a user, played as live cameras.

Purpose: a demo and a rehearsal that need nothing but this package, and sources for the tests.
What belongs here: the ground plan and its cameras, drawing, encoding, the PTZ, the RTSP server and its faults.
What does not: reading streams (decoder), showing them (ui), the real cameras' register (store).
Threads: values and drawing belong to the thread that made them; `media.CityMedia` may be called from any.
"""

"""The hall: use cases, and the ports (Protocols) that the rooms fulfil.

What belongs here: what a person or a timer asks of the house, told in values of the domain.
What does not: Qt, SQL, files, sockets, pixels; and the name of any room.
Threads: each module says; most may be called from any one thread at a time (the clerk's).
"""

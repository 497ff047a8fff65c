"""The slot and the messages: all that a decoder process and the console share.

What belongs here: the layout of the shared memory, who may write which word of it, and the control
messages. What does not: how a picture is made (decoder) or when a process is started (feeds).
Threads: a slot has one writer and one reader; each may be any thread, but only one.
"""

"""The command line: words in, one exit code out. Kept stable, scripts and measurements use it.

What belongs here: reading arguments, checking them before anything is opened, the log file, errors as one line
with an exit code (0 done, 1 a failure, 2 bad input, 130 interrupted). What does not: doing the work (app).
Threads: the main thread only.
"""

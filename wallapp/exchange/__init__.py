"""Exchange: files that other programs write or read.

What belongs here: cameras.csv now; other formats beside it. What does not: what a row means (services).
Threads: any; every call reads or writes one file and returns.
"""

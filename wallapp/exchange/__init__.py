"""Exchange: files that other programs write or read.

What belongs here: cameras.csv, CAP, GeoJSON, CoT, maps; other formats beside them.
What does not: what a row or a message means (services, domain).
Threads: any; every call reads or writes one file and returns.
"""

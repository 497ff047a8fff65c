"""Exchange: what other programs write or read.

What belongs here: cameras.csv, CAP, GeoJSON, CoT, maps; other formats beside them; partners' alarms by HTTPS.
What does not: what a row or a message means (services, domain).
Threads: any; every call reads or writes one file and returns. The alarm input has threads of its own.
"""

"""The vault: where the cameras' credentials are kept, never in plain text.

What belongs here: the system's own vault through an allow-list of back ends, and a sealed file opened by a
passphrase. What does not: any other secret's use; the registry, which holds only the names of entries.
Threads: any; each vault serves one call at a time.
"""

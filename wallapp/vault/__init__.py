"""The vault: the cameras' credentials, never in plain text, and what people prove themselves by.

What belongs here: the system's own vault through an allow-list of back ends, a sealed file opened by a
passphrase; passwords' hashes, the second factor's codes, people's keys sealed under their passwords.
What does not: who may do what with a secret; the registry, which holds only the names of entries; checking a
signature (base.signature).
Threads: any; each vault serves one call at a time.
"""

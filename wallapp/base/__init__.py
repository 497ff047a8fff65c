"""The cellar: a closed list of small tools that know nothing of cameras.

What belongs here: clock, errors, ids, log, places, files (several rooms must write a file whole or not at all).
canonical and signature: the decoder, the hall and the vault must agree on the bytes that are signed, and on what
a signature is; they know bytes and keys, not what a vote is.
A new file needs a reason in this docstring.
What does not: anything that names a noun of the domain.
Threads: everything here may be called from any thread.
"""

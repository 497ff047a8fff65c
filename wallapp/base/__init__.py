"""The cellar: a closed list of small tools that know nothing of cameras.

What belongs here: clock, errors, ids, log, places, files (several rooms must write a file whole or not at all).
A new file needs a reason in this docstring.
What does not: anything that names a noun of the domain.
Threads: everything here may be called from any thread.
"""

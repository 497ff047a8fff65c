"""The cellar: a closed list of small tools that know nothing of cameras.

What belongs here: clock, errors, ids, log, places. A new file needs a reason in this docstring.
What does not: anything that names a noun of the domain.
Threads: everything here may be called from any thread.
"""

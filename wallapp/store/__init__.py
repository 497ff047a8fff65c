"""The store: what the house remembers, in one SQLite file under the profile.

What belongs here: the engine, the schema and its migrations, and one module per noun that turns rows into
values and back. What does not: any rule of the domain; secrets (the vault keeps those).
Threads: any; a unit of work stays on the thread that opened it.
"""

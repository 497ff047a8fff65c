"""The window: what an operator sees and touches.

What belongs here: widgets, their models, words, looks and the window's memory of itself.
What does not: rules (domain), use cases (services), pictures (feeds and decoder).
Threads: everything here lives on the GUI thread.
"""

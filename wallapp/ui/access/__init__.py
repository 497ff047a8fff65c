"""Purpose: the desks of access in the window: signing in, asking, deciding, owners, reviews, people and policies.

What belongs here: widgets and what they say. What does not: rules (domain.access, services).
Threads: GUI; services are asked through the clerk.
"""

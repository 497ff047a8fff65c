"""Purpose: the deciding side of access: who decides, owns, supervises, reviews, administers or audits.

What belongs here: the pages, each one widget on one subject, and the words they use. What does not: asking for
access, signing in, notices (wallapp.ui.access). Threads: GUI; services are asked through the clerk.
"""

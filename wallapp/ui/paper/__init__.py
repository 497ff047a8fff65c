"""Purpose: papers that leave the window: the log and an incident's briefing as PDF, in the reader's language.
Belongs here: how a paper looks: pages, tables, the sketch of the place; dark on white, right to left for Arabic.
Does not: what may stand in it (services.briefing, services.log_paper), where it is written, what the log says of it.
Threads: pages are built in any thread and printed in a process of their own; nothing here touches a widget.
"""

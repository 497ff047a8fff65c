"""Purpose: papers that leave the window: the log and an incident's briefing as PDF, in the reader's language.
Belongs here: how a paper looks: pages, tables, the sketch of the place; dark on white, right to left for Arabic.
Does not: what may stand in it (services.briefing, services.log_paper), where it is written, what the log says of it.
Threads: any one at a time after the application's start; nothing here touches a widget.
"""

"""Purpose: incidents, alarms, layers, the crisis level and the log, as people work on them at the window's side and
on the pictures.
Belongs here: panels, forms and menus over one reading of the situation (`board`), joined to the window in `desk`.
Does not: rules (domain), what is stored (services), drawing on tiles (ui.wall) and on the map (ui.map).
Threads: the GUI's; whatever waits for the store is done by the clerk.
"""

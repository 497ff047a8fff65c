"""The calibration desk: a camera's picture and the map side by side, and the points that somebody matches.

What belongs here: pointing, and saying how well it fits. What does not: the fit itself (domain), where it is kept
(services), how a map is drawn (ui.map). Threads: the GUI's only.
"""

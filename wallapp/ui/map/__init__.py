"""The offline map: ground, cameras, and whatever others put on it as `MapFeature`s.

What belongs here: how a map is projected, drawn and handled. What does not: reading map files (exchange), what a
layer or an incident means (domain, services). Threads: the GUI's only.
"""

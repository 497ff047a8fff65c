"""The nouns and the rules: frozen values and pure functions. No I/O, no clock, no threads.

Glossary (one word, one meaning):
- owner: who a camera belongs to and answers for it; a site is a place of theirs.
- camera: a registered source of pictures, known by its short number.
- stream: one of a camera's addresses: main, sub or overview.
- feed: one stream being received and decoded now; one decode however many tiles show it.
- view: what a tile wants of a feed: size, crop, level.
- level: how much of a picture may be seen: closed, mosaic, silhouette, clear (least first).
- tile: a rectangle of the wall; layout: the arrangement of tiles and their cameras.
- state: the truth about a feed's picture, drawn on every tile that shows it.
- cause: why a feed is not live, one of a closed list.
- incident: something that happened and somebody deals with; CAP's and ISO 22320's words.
- marker: a spot of an incident; its anchor is where it hangs: in a picture, at a place, on a camera.
- crisis layer: a named group of drawings on the ground, its features; nothing to do with the house's layers.
- crisis level: how far the room is activated, from routine to full; never just "level", which is a picture's.
- alert: a CAP message; what asks for somebody on the wall is an alarm.
- severity: how bad the event is; priority: how soon the room turns to it.
"""

"""The composition root: builds the rooms, joins them, runs, closes in reverse order."""

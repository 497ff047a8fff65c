"""The schema's history, one file a step. A step that was published is never edited: add another."""

"""wallapp: a control-room video wall that never passes an old picture off as live."""

__version__ = "0.1.0"

"""The grammar of the embedded writer: what she can open with, tell, turn to and ask, and how it becomes one script."""

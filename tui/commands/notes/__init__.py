"""``notes``: the reader's notes from scripts, with the same store as the screen."""

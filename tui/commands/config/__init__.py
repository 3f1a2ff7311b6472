"""``config``: the reader's own settings, files in one folder."""

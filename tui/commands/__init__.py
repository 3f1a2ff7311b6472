"""The commands: each turns its arguments into an ``Outcome``; printing is the command line's."""

"""The terminal: arguments, screens and widgets over the domain in ``corpus``."""

__version__ = "0.1.0"

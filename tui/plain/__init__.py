"""Plain mode: the reader's commands in lines, for screen readers and simple terminals.

Nothing is repainted and nothing but text is sent. What is known of the texts
comes from the same functions as on the screen; here it is put into sentences.
"""

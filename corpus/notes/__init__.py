"""Notes: what they are about, how they are kept, and how they find their words again."""

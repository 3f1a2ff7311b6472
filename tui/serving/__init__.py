"""The reader in a browser, by textual-serve."""

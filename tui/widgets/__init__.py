"""What the screens are made of: each shows what it is handed and says what was done to it."""

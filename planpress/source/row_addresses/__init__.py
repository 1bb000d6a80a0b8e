"""The address of each row, which stays what it was: addresses.txt."""

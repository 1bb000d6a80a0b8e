"""What the site consists of: each file's path, what it depends on, how to make it."""

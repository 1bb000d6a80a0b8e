"""Getting a site to its readers: its releases, what a web server is to do with them, and whether it does."""

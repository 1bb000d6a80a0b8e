"""Getting a site to its readers: what a web server is to do with it, and whether it does."""

"""``build.py serve``: the site while it is being written."""

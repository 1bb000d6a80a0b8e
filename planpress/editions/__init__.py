"""One language of a plan, of an office and of the site itself."""

"""How fast planpress is: a corpus of any size, and what a build of it costs. ``make bench``."""

"""The page of a plan, its sheet for the wall, its fragment for other pages, and what is where it was."""

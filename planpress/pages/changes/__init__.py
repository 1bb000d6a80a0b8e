"""What plans say otherwise than others, and what is new."""

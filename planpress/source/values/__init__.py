"""What single cells of a plan's table say: texts, dates, who; and what is found wrong in them."""

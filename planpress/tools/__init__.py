"""Programs for those who work on planpress; nothing imports them."""

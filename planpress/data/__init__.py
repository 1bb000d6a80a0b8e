"""Plans and their quality as open data."""

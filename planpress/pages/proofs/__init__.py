"""What a site can prove: to inspectors, and to those who take its data."""

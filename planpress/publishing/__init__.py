"""A finished site as releases at the places where readers find it; all that it writes lies outside the project."""

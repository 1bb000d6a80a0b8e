"""Feeds to follow: what is new, as Atom."""

"""Everything that is wrong: one type, one catalogue, one look."""

"""What writes into ``offices/``: nothing else does, and never a word that an editor has not asked for."""

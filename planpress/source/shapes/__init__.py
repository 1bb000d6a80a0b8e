"""What each YAML file may hold: the keys, and what may stand behind each."""

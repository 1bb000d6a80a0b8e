"""YAML as somebody typed it: read safely, and every slip of the keyboard shown at its place."""

"""Pages that editors write in Markdown."""

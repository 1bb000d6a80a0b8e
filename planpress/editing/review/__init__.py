"""What people find of the check codes, as a spreadsheet to fill in, and back into ``content/accessibility.yml``."""

"""A plan as a spreadsheet, and the spreadsheet as changes of the plan: ``build.py sheet`` and ``build.py import``."""

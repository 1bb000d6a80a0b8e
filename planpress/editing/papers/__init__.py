"""Documents of word processors on their way into a plan: what ``build.py import`` makes of ODT, DOCX, HTML and PDF."""

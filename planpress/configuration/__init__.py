"""``mkdocs.yml``, the web team's file: read with places, as MkDocs takes it, and checked for what a site needs."""

"""網站無障礙規範 over a finished site: its check codes, what machines and people found, and what follows for a report.

The standard has two editions in force one after the other, 110.07 (WCAG 2.1) and 115.11 (WCAG 2.2). Machines look by
:mod:`planpress.site_checks` at every page, and by a browser at some; people fill in a sheet. Both leave a file in
``content/``, of which the pages ``/quality/accessibility/`` and ``/accessibility/`` are made.
"""

"""Search: what each plan contributes, and the files that the search page reads.

The engine itself is in ``theme/site/assets/search``; it runs in the reader's browser, and nothing that a reader looks
for leaves it.
"""

"""PO files as tests write them."""

from planpress.editions.catalogue import Catalogue
from planpress.editions.po_reader import read_catalogue

SAMPLE = r"""# Translators of the sample
msgid ""
msgstr ""
"Language: en\n"
"Content-Type: text/plain; charset=UTF-8\n"

# keep it short
#. a note
#: offices/sample/114/plan.yml:2 offices/sample/115/plan.yml
#: offices/other/114/plan.yml:9
#, fuzzy, no-wrap
#| msgctxt "other"
#| msgid ""
#| "推廣紙本"
#| "帳單。"
msgctxt "sample"
msgid "推廣電子帳單。"
msgstr ""
"Promote \"paper\" bills,\n"
"and nothing else."

msgid "到府服務"
msgstr ""

msgid "項"
msgid_plural "項"
msgstr[0] "one"
msgstr[1] "many"

# long gone
#, fuzzy
#~| msgid "先前"
#~ msgctxt "sample"
#~ msgid "後來"
#~ msgstr ""
#~ "later "
#~ "on"
"""
"""One of everything."""


def catalogue_of(content: str, file: str = "plans.po") -> Catalogue:
    """What a PO file holds that has no fault."""
    catalogue, problems = read_catalogue(file, content.encode())
    assert catalogue is not None and problems == [], problems
    return catalogue

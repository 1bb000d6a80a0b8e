"""The catalogue of problems: what each code says, how to mend it, and why it is one.

The first letter of a code tells its severity (E error, W warning), the first digit its subject: 1 what a plan says,
2 keys and values, 3 the file as text, 4 folders and settings, 5 what must not be public, 6 translations,
7 what the finished pages hold, 8 what documents need, 9 topics and classes.
"""

from typing import Final

from planpress.problems.catalogue.documents import DOCUMENTS
from planpress.problems.catalogue.entry import Context, Example, ProblemCode, Wording
from planpress.problems.catalogue.files import FILES
from planpress.problems.catalogue.folders import FOLDERS
from planpress.problems.catalogue.keys import KEYS
from planpress.problems.catalogue.pages import PAGES
from planpress.problems.catalogue.plans import PLANS
from planpress.problems.catalogue.public import PUBLIC
from planpress.problems.catalogue.settings import SETTINGS
from planpress.problems.catalogue.topics import TOPICS
from planpress.problems.catalogue.translations import TRANSLATIONS

CODES: Final[dict[str, ProblemCode]] = (
    PLANS | KEYS | FILES | FOLDERS | SETTINGS | PUBLIC | TRANSLATIONS | PAGES | DOCUMENTS | TOPICS
)
"""Every code, in the order of the documentation."""

__all__ = ["CODES", "Context", "Example", "ProblemCode", "Wording"]

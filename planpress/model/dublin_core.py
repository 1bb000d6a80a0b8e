"""Dublin Core as 行政機關電子資料流通詮釋資料及分類檢索規範 has it: the 15 elements of a page or a file.

The rule (issued 96-07-02, amended 111-12-02) calls all 15 必備 and repeatable. In HTML their names have capitals, and
the time that something covers is two of them, its beginning and its end. The three classes that the rule adds are an
office's (:mod:`planpress.model.classification`).
"""

from dataclasses import dataclass
from typing import Final

from planpress.model.vintage import Vintage

COVERAGE_FROM: Final = "DC.Coverage.t.min"
COVERAGE_TO: Final = "DC.Coverage.t.max"
"""The coverage in time, one element in two."""

NAMES: Final = (
    "DC.Title",
    "DC.Creator",
    "DC.Subject",
    "DC.Description",
    "DC.Publisher",
    "DC.Contributor",
    "DC.Date",
    "DC.Type",
    "DC.Format",
    "DC.Identifier",
    "DC.Source",
    "DC.Language",
    "DC.Relation",
    COVERAGE_FROM,
    COVERAGE_TO,
    "DC.Rights",
)
"""The names of the 15 elements."""

TEXT: Final = "Text"
DATASET: Final = "Dataset"
"""Types of the DCMI Type Vocabulary."""


@dataclass(frozen=True, slots=True)
class DublinCore:
    """What a page or a file says of itself.

    Attributes:
        title: its own, without the site's name.
        creator: the office, or whoever transcribed its plan.
        subject: what it is about.
        description: its own, in a sentence or two.
        publisher: whoever publishes the site.
        contributor: who else had a part in it: the office whose plan was transcribed, or its organisation.
        vintage: the day of its data and the time that it tells of; None where nobody knows.
        type: of the DCMI Type Vocabulary.
        format: media type.
        identifier: its address.
        source: what it is taken from.
        language: BCP 47 tag, the same as the page's root.
        relation: the address of what it is a part of.
        rights: who may do what with it.
    """

    title: str
    creator: str
    subject: str
    description: str
    publisher: str
    contributor: str
    vintage: Vintage | None
    type: str
    format: str
    identifier: str
    source: str
    language: str
    relation: str
    rights: str

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Names and values, in the order of the rule."""
        date, first, last = (self.vintage.date, self.vintage.first, self.vintage.last) if self.vintage else ("",) * 3
        values = {
            "DC.Title": self.title,
            "DC.Creator": self.creator,
            "DC.Subject": self.subject,
            "DC.Description": self.description,
            "DC.Publisher": self.publisher,
            "DC.Contributor": self.contributor,
            "DC.Date": date,
            "DC.Type": self.type,
            "DC.Format": self.format,
            "DC.Identifier": self.identifier,
            "DC.Source": self.source,
            "DC.Language": self.language,
            "DC.Relation": self.relation,
            COVERAGE_FROM: first,
            COVERAGE_TO: last,
            "DC.Rights": self.rights,
        }
        return tuple((name, value) for name, value in values.items() if value)

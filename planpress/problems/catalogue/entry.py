"""What the catalogue knows of a code."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from planpress.model.base import Frozen


class Context(StrEnum):
    """Where the lines of an example stand; the tests put them there and try them."""

    ROWS = "rows"
    """Rows of a plan's table."""
    PLAN = "plan"
    """Keys at the root of a plan.yml."""
    COPY = "copy"
    """Keys at the root of a plan.yml that was copied from last year's, in which the right ones are wrong ones still."""
    OFFICE = "office"
    """Keys at the root of an office.yml."""
    ORGANISATIONS = "organisations"
    """The whole of organisations.yml."""
    TOPICS = "topics"
    """The whole of topics.yml."""
    SERVICES = "services"
    """The whole of services.yml, beside a topic e-billing and an organisation sample."""
    ASSESSMENT = "assessment"
    """The whole of an assessment of a plan that has a group g-1 with a measure m-1-1 and a grading yearly of 1000."""
    CLAUSES = "clauses"
    """The whole of clauses.yml, of a plan that has a group g-1 with a measure m-1-1: 1. 推廣電子帳單。"""
    DISCLOSURE = "disclosure"
    """The whole of disclosure.yml, of an office whose plan of 114 has a measure m-1-1: 1. 推廣電子帳單。"""
    SATISFACTION = "satisfaction"
    """The whole of satisfaction.yml, of an office whose plan of 115 asks about 洽公環境 and 服務禮儀."""
    INDICATORS = "indicators"
    """The whole of indicators.yml."""
    ACCESSIBILITY = "accessibility"
    """The whole of accessibility.yml."""
    SYNONYMS = "synonyms"
    """The whole of synonyms.yml."""
    GLOSSARY = "glossary"
    """The whole of glossary.yml."""
    REDIRECTS = "redirects"
    """The whole of redirects.yml, of a site with the offices penghu and taipei."""
    PLACES = "places"
    """The whole of publish.yml."""
    REVIEWS = "reviews"
    """The whole of reviews.yml, of an office with a department 資訊組."""
    LINKS = "links"
    """The whole of links.yml."""
    SETTINGS = "settings"
    """The whole of mkdocs.yml."""
    CATALOGUE = "catalogue"
    """Entries of a PO file."""
    EXCEPTIONS = "exceptions"
    """Lines of zh-Hans.txt."""
    ADDRESSES = "addresses"
    """Lines of addresses.txt."""
    MARKDOWN = "markdown"
    """The whole of a Markdown page."""
    PAGE = "page"
    """HTML: a whole page, or what stands in its body under an h1."""
    BROWSER = "browser"
    """The same, of which only a browser can tell."""
    FOLDER = "folder"
    """Names of files and folders."""
    BYTES = "bytes"
    """What cannot be shown as text, and is described."""


class Wording(Frozen):
    """A problem in one language."""

    what: str
    """What is wrong, one line without a full stop; ``{name}`` inserts a value of the problem."""
    mend: str
    """What to do, likewise; full sentences."""
    why: str
    """For the documentation, why it is a problem."""


class Example(Frozen):
    """The same lines wrong and right."""

    context: Context
    wrong: str
    right: str


class ProblemCode(Frozen):
    """An entry of the catalogue.

    Attributes:
        zh_hant: its texts in Chinese.
        en: its texts in English.
        example: where the problem is.
        fmt: whether ``build.py fmt`` mends it: always, or where the problem knows what was meant (``nearest``).
    """

    zh_hant: Wording = Field(alias="zh-Hant")
    en: Wording
    example: Example
    fmt: Literal["always", "nearest"] | None = None

    def wording(self, language: str) -> Wording:
        """The texts in a language, by its tag; every language but English reads the Chinese."""
        return self.en if language == "en" else self.zh_hant

"""Where everything is: paths of pages, relative links between them, absolute addresses.

A *path* is what follows the site's root, without a leading slash: ``en/kinmen/114/``. It ends with ``/`` for a page and
names a file otherwise. The addresses are a contract with the outside (design: "What the outside sees").
"""

import hashlib
import re
import unicodedata
from posixpath import commonprefix
from typing import Final
from urllib.parse import quote, urlsplit

from planpress.model.language import Language

RESERVED: Final = frozenset(
    {
        "404",
        "about",
        "accessibility",
        "assets",
        "bottom",
        "browse",
        "calendar",
        "compare",
        "content",
        "data",
        "documents",
        "en",
        "feed",
        "feeds",
        "files",
        "glossary",
        "index",
        "links",
        "main",
        "privacy",
        "publish",
        "quality",
        "robots",
        "search",
        "site-menu",
        "site-search",
        "sitemap",
        "static",
        "top",
        "topics",
        "zh-hans",
        "zh-hant",
    }
)
"""Words at the top of the site, and ids that every page has, that no office may be called: pages lead to an office by
its id."""

EDITORIAL: Final = frozenset({"about", "accessibility", "privacy"})
"""Those of them that editors write themselves, in Markdown."""

HOME: Final = ""
SITEMAP: Final = "sitemap/"
ABOUT: Final = "about/"
ACCESSIBILITY: Final = "accessibility/"
PRIVACY: Final = "privacy/"
DATA: Final = "data/"
DATASETS: Final = "data/datasets.json"
DATASETS_LINKED: Final = "data/datasets.jsonld"
BROWSE: Final = "browse/"
COMPARE: Final = "compare/"
TOPICS: Final = "topics/"
QUALITY: Final = "quality/"
QUALITY_DATA: Final = "quality/quality.json"
LINKS: Final = "quality/links/"
ACCESSIBILITY_REPORT: Final = "quality/accessibility/"
QUALITY_PAGES: Final = "quality/pages.csv"
STATIC: Final = "static/"
FEED: Final = "feed.xml"
CALENDAR: Final = "calendar/"
CALENDAR_FILE: Final = "calendar.ics"
GLOSSARY: Final = "glossary/"
SEARCH: Final = "search/"
SEARCH_HELP: Final = "search/help/"


def dataset(kind: str, ending: str, roc_year: int | None = None) -> str:
    """Path of a file of a data set of the whole site, or of one year of it.

    >>> dataset("measures", "en.csv"), dataset("measures", "en.ods", 114)
    ('data/measures.en.csv', 'data/measures-114.en.ods')
    """
    year = "" if roc_year is None else f"-{roc_year}"
    return f"{DATA}{kind}{year}.{ending}"


def office(office_id: str) -> str:
    """Path of an office's page, without language."""
    return f"{office_id}/"


def feed(office_id: str) -> str:
    """Path of the feed of what is new of an office, without language."""
    return f"{office_id}/{FEED}"


def office_calendar(office_id: str) -> str:
    """Path of the calendar of an office, to subscribe to, without language."""
    return f"{office_id}/{CALENDAR_FILE}"


def plan(office_id: str, roc_year: int) -> str:
    """Path of a plan's page, without language."""
    return f"{office_id}/{roc_year}/"


def plan_data(office_id: str, roc_year: int) -> str:
    """Path of a plan's open data, the same for all languages."""
    return f"{office_id}/{roc_year}/plan.json"


def plan_files(office_id: str, roc_year: int) -> str:
    """Where the documents and figures of a plan are."""
    return f"{office_id}/{roc_year}/files/"


def revision(office_id: str, roc_year: int, number: int) -> str:
    """Path of the page of what a revision of a plan replaced, without language."""
    return f"{office_id}/{roc_year}/revisions/{number}/"


def revision_changes(office_id: str, roc_year: int, number: int) -> str:
    """Path of the page of what a revision of a plan changed, without language."""
    return f"{revision(office_id, roc_year, number)}changes/"


def is_superseded(path: str) -> bool:
    """Whether a path shows a superseded text of a plan, which is to be found from the plan alone."""
    return re.fullmatch(r"[^/]+/\d+/revisions/\d+/(changes/)?", path) is not None


def supplement(office_id: str, roc_year: int, name: str) -> str:
    """Path of a file that stands beside a plan, the same for all languages."""
    return f"{office_id}/{roc_year}/files/{name}"


def quality(office_id: str) -> str:
    """Path of the page on the quality of all an office's plans, without language."""
    return f"{QUALITY}{office_id}/"


def plan_index(office_id: str, roc_year: int) -> str:
    """Path of the page that lists a plan's measures by department and period, without language."""
    return f"{office_id}/{roc_year}/browse/"


def bulletin(office_id: str, roc_year: int) -> str:
    """Path of the sheet that tells of a plan on the wall of an office, without language."""
    return f"{office_id}/{roc_year}/bulletin/"


def clauses(office_id: str, roc_year: int) -> str:
    """Path of the page of what a plan asks of the office's own site, without language."""
    return f"{office_id}/{roc_year}/clauses/"


def clauses_table(office_id: str, roc_year: int, tag: str) -> str:
    """Path of the same as a spreadsheet in a language."""
    return f"{office_id}/{roc_year}/files/{office_id}-{roc_year}-clauses.{tag}.ods"


def results(office_id: str, roc_year: int, name: str) -> str:
    """Path of the page of an assessment of a plan, without language.

    >>> results("kinmen", 114, "1")
    'kinmen/114/results-1/'
    """
    return f"{office_id}/{roc_year}/results-{name}/"


def results_data(office_id: str, roc_year: int) -> str:
    """Path of the assessments of a plan as open data, the same for all languages."""
    return f"{office_id}/{roc_year}/results.json"


def evidence(office_id: str, roc_year: int, name: str) -> str:
    """Path of a file that shows a result, the same for all languages."""
    return f"{office_id}/{roc_year}/results/{name}"


def office_results(office_id: str) -> str:
    """Path of the page of an office's results over the years, without language."""
    return f"{office_id}/results/"


def disclosure(office_id: str) -> str:
    """Path of the page of what an office publishes without being asked, without language."""
    return f"{office_id}/disclosure/"


def satisfaction(office_id: str) -> str:
    """Path of the page of an office's surveys, without language."""
    return f"{office_id}/satisfaction/"


def reviews(office_id: str) -> str:
    """Path of the page of who looked through an office's contents and when, without language."""
    return f"{office_id}/reviews/"


def survey_report(office_id: str, name: str) -> str:
    """Path of the report of a survey, the same for all languages."""
    return f"{satisfaction(office_id)}{name}"


def changes(office_id: str, roc_year: int) -> str:
    """Path of the page that compares a plan with the one before it, without language."""
    return f"{office_id}/{roc_year}/changes/"


def parent_changes(office_id: str, roc_year: int) -> str:
    """Path of the page that compares a plan with the one that it follows, without language."""
    return f"{changes(office_id, roc_year)}parent/"


def browse(tree: str, leaf: str = "") -> str:
    """Path of a page of 分類瀏覽, without language; topics have a place of their own at the top.

    >>> browse("years", "114"), browse("topics", "e-billing")
    ('browse/years/114/', 'topics/e-billing/')
    """
    top = TOPICS if tree == "topics" else f"{BROWSE}{tree}/"
    return f"{top}{leaf}/" if leaf else top


def topic_page(topic_id: str, roc_year: int | None = None, number: int = 1) -> str:
    """Path of a page of a topic, without language: of each office's newest plan, or of the plans of a year.

    >>> topic_page("e-billing"), topic_page("e-billing", 107, 2)
    ('topics/e-billing/', 'topics/e-billing/107/page-2/')
    """
    year = "" if roc_year is None else f"{roc_year}/"
    return f"{TOPICS}{topic_id}/{year}{f'page-{number}/' if number > 1 else ''}"


def accessibility_table(tag: str) -> str:
    """Path of the report on accessibility as a spreadsheet, in the language of a tag."""
    return f"{ACCESSIBILITY_REPORT}files/accessibility.{tag}.ods"


def topic_file(topic_id: str, ending: str) -> str:
    """Path of a topic's file, the same for all languages.

    >>> topic_file("e-billing", "en.ods")
    'topics/e-billing/files/e-billing-topic.en.ods'
    """
    return f"{TOPICS}{topic_id}/files/{topic_id}-topic.{ending}"


def slug(prefix: str, name: str) -> str:
    """What stands in an address for a Chinese name: the same wherever and in whatever order the name occurs.

    >>> slug("d", "業務組")
    'd-f93a5b1e'
    """
    normal = unicodedata.normalize("NFKC", name)
    return f"{prefix}-{hashlib.sha256(normal.encode()).hexdigest()[:8]}"


def department(name: str) -> str:
    """What stands for a department in an address: offices that have one of the same name share the page."""
    return slug("d", name)


def group(name: str) -> str:
    """What stands for an outermost group (大項) in an address."""
    return slug("g", name)


def class_of(code: str) -> str:
    """What stands for a class of 政府資訊分類檢索 in an address."""
    return code.lower()


def topic(topic_id: str) -> str:
    """What stands for a topic at the end of an address in a plan's index."""
    return f"topic-{topic_id}"


def localised(language: Language, path: str) -> str:
    """Path of the page in one language edition."""
    return language.prefix + path


def in_language(language: Language, path: str) -> str:
    """Path of a page in one language edition; a file is the same for all.

    >>> from planpress.model.language import EN
    >>> in_language(EN, "data/#files"), in_language(EN, "quality/quality.json")
    ('en/data/#files', 'quality/quality.json')
    """
    return localised(language, path) if path.partition("#")[0].endswith("/") or not path.partition("#")[0] else path


def file_of(path: str) -> str:
    """The file that a web server sends for a path."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def address_of(file: str) -> str:
    """The path that readers know a file by: the other way round.

    >>> address_of("kinmen/114/index.html"), address_of("data.csv")
    ('kinmen/114/', 'data.csv')
    """
    folder, _, name = file.rpartition("/")
    return (f"{folder}/" if folder else "") if name == "index.html" else file


def is_proof_page(path: str) -> bool:
    """Whether a file of the site is no page for readers, but proves to a search engine whose the site is.

    >>> is_proof_page("google0123456789abcdef.html"), is_proof_page("about/index.html")
    (True, False)
    """
    return re.fullmatch(r"google[0-9a-f]{16}\.html", path) is not None


def relative(from_path: str, to_path: str) -> str:
    """Link from one page to another that works under any sub-path.

    >>> relative("en/kinmen/114/", "en/kinmen/")
    '../'
    >>> relative("kinmen/114/", "kinmen/114/plan.json")
    'plan.json'
    """
    *here, _ = from_path.split("/")
    *there, name = to_path.split("/")
    shared = len(commonprefix([here, there]))
    return "../" * (len(here) - shared) + "".join(f"{folder}/" for folder in there[shared:]) + name or "./"


def absolute(site_url: str, path: str) -> str:
    """Address of a path on the open web. ``site_url`` ends with a slash."""
    return site_url + path


def from_root(site_url: str, path: str) -> str:
    """Link to a path from wherever on a host that has the site where ``site_url`` has it, whatever the host's name.

    >>> from_root("https://plans.example/sub/", "en/sitemap/")
    '/sub/en/sitemap/'
    """
    return f"/{urlsplit(site_url).path.lstrip('/')}{path}"


def with_digest(path: str, digest: str) -> str:
    """Path of a file whose name changes with what it holds.

    >>> with_digest("assets/icon.svg", "5d055f8a2b")
    'assets/icon-5d055f8a.svg'
    """
    stem, _, suffix = path.rpartition(".")
    return f"{stem}-{digest[:8]}.{suffix}"


def telephone(number: str) -> str:
    """What a telephone dials (RFC 3966) for a number as people write it.

    >>> telephone("(082) 325-151轉12")
    'tel:082325151;ext=12'
    """
    line, _, extension = (re.sub("[^0-9+]", "", part) for part in re.split("([轉分#])", f"{number}#", maxsplit=1))
    return f"tel:{line};ext={extension}" if extension else f"tel:{line}"


def letter(email: str, subject: str = "", body: str = "") -> str:
    """What writes a letter (RFC 6068), with a subject and lines that stand in it already; their ends are CR LF.

    >>> letter("a@plans.example", "詢問", "A&B")
    'mailto:a@plans.example?subject=%E8%A9%A2%E5%95%8F&body=A%26B'
    """
    said = [f"{name}={quote(text, safe='')}" for name, text in (("subject", subject), ("body", body)) if text]
    return f"mailto:{quote(email, safe='@+')}{'?' if said else ''}{'&'.join(said)}"

from datetime import date
from xml.etree.ElementTree import Element, fromstring

from planpress.feeds.atom import AtomEntry, AtomFeed, atom_xml

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
ENTRIES = (
    AtomEntry("https://plans.example/a/114/", "https://plans.example/a/114/", "A & <B>", "「新」", date(2025, 2, 3)),
    AtomEntry("https://plans.example/a/113/", "https://plans.example/a/113/", "乙", "舊", date(2024, 1, 31)),
)
FEED = AtomFeed("zh-Hant", "https://plans.example/feed.xml", "https://plans.example/", '甲"', "乙", ENTRIES)


def said(element: Element, name: str) -> str:
    """What the only child of a name says."""
    (found,) = element.findall(f"{ATOM}{name}")
    return found.text or ""


def links(element: Element) -> dict[str, str]:
    """Addresses by what they are to the element."""
    return {each.attrib["rel"]: each.attrib["href"] for each in element.findall(f"{ATOM}link")}


def test_a_feed_has_all_that_atom_asks_for() -> None:
    feed = fromstring(atom_xml(FEED))
    assert (feed.tag, feed.attrib[f"{XML}lang"]) == (f"{ATOM}feed", "zh-Hant")
    assert (said(feed, "id"), said(feed, "title")) == (FEED.url, '甲"')
    assert said(feed, "updated") == "2025-02-03T00:00:00+08:00"
    (author,) = feed.findall(f"{ATOM}author")
    assert said(author, "name") == "乙"
    assert links(feed) == {"self": FEED.url, "alternate": FEED.page}


def test_entries_are_plain_text_and_dated_by_their_days() -> None:
    entries = fromstring(atom_xml(FEED)).findall(f"{ATOM}entry")
    assert [(said(each, "title"), said(each, "summary"), said(each, "updated")) for each in entries] == [
        ("A & <B>", "「新」", "2025-02-03T00:00:00+08:00"),
        ("乙", "舊", "2024-01-31T00:00:00+08:00"),
    ]
    assert [(said(each, "id"), links(each)) for each in entries] == [
        (each.id, {"alternate": each.url}) for each in ENTRIES
    ]


def test_a_feed_without_entries_still_says_a_day() -> None:
    feed = fromstring(atom_xml(AtomFeed("en", "https://a.example/feed.xml", "https://a.example/", "t", "a", ())))
    assert said(feed, "updated") == "1970-01-01T00:00:00+08:00"

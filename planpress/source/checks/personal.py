"""Personal identifiers in what will be public: 身分證字號, 居留證, mobile numbers, private mailboxes and others."""

from collections.abc import Collection, Iterator
from itertools import chain

from planpress.model.personal import personal_data, public_keys
from planpress.problems.personal import IN_SOURCES
from planpress.source.text.yaml_text import Plain
from planpress.source.values.finding import Finding, Steps


def check_personal(path: Steps, text: str, official: Collection[str] = ()) -> Iterator[Finding]:
    """What is personal in one text, in whatever digits, letters, hyphens and blanks it is written.

    Args:
        path: of the text.
        text: what it says.
        official: keys of what is meant to be public.
    """
    for datum in personal_data(text):
        if datum.key not in official:
            values = {"value": text[slice(*datum.span)]}
            yield Finding(IN_SOURCES[datum.kind], path, values, span=datum.span)


def listed_as_official(office: Plain) -> frozenset[str]:
    """The keys of what an office.yml says is public: its ``public_numbers``, and what of its contact has a source.

    What can be understood of it counts, whatever else is wrong with the file.
    """
    if not isinstance(office, dict):
        return frozenset()
    listed = (entry.get("text") for entry in _mappings(office.get("public_numbers")))
    contact = office.get("contact")
    ways = [*(contact.values() if isinstance(contact, dict) else ())]
    ways += [entry.get("telephone") for entry in _mappings(office.get("departments"))]
    sourced = (way.get("is") for way in _mappings(ways) if way.get("source"))
    return frozenset(key for text in chain(listed, sourced) if isinstance(text, str) for key in public_keys(text))


def _mappings(entries: Plain | None) -> Iterator[dict[str, Plain]]:
    yield from (entry for entry in entries if isinstance(entry, dict)) if isinstance(entries, list) else ()

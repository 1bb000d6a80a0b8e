"""Personal identifiers in what will be public: 身分證字號, 居留證, mobile numbers, private mailboxes and others."""

from collections.abc import Collection, Iterator

from planpress.model.personal import personal_data, public_keys
from planpress.problems.personal import IN_SOURCES
from planpress.source.finding import Finding, Steps
from planpress.source.yaml_text import Plain


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
    """The keys of what an office.yml lists under ``public_numbers``, as far as the list can be understood."""
    listed = office.get("public_numbers") if isinstance(office, dict) else None
    texts = [entry.get("text") for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []
    return frozenset(key for text in texts if isinstance(text, str) for key in public_keys(text))

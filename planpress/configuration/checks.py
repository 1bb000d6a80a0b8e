"""What ``mkdocs.yml`` must say for planpress to make a site of it, and what in it deserves a second look."""

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from itertools import chain, islice
from typing import Any, Final
from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError

from planpress.addresses import RESERVED
from planpress.configuration.shape import OF_MKDOCS, ExtraEntry, MkdocsFile
from planpress.configuration.values import Values
from planpress.configuration.web_address import in_ascii, wrong_part
from planpress.model.badge import HOST
from planpress.model.language import AUTHORITATIVE, EN, ZH_HANS, ZH_HANT
from planpress.model.proof import ProofKey
from planpress.model.review import rhythm
from planpress.source.checks import MOST_FINDINGS
from planpress.source.checks.characters import check_characters
from planpress.source.checks.links import check_links
from planpress.source.checks.offices import check_contact
from planpress.source.checks.personal import check_personal
from planpress.source.values.finding import Finding, Steps
from planpress.source.values.nearest import nearest

OURS: Final = frozenset({"planpress", "search"})
"""Plugins that everybody knows: our own, and MkDocs' search, which does nothing here."""

_FIXED: Final[Mapping[Steps, str]] = {
    ("docs_dir",): "content",
    ("use_directory_urls",): "true",
    ("theme", "custom_dir"): "theme/site",
}
_ABOVE: Final = re.compile(r"(?:\.\./){1,4}(?=theme/site$)")
"""What leads to the theme of the project that a site lies in."""
_ELSEWHERE: Final = ("INHERIT", "<<")
"""Keys that bring settings in from somewhere else."""
_PUBLIC: Final = frozenset({"site_name", "site_url", "site_description", "site_author", "copyright", "extra"})
"""Keys whose texts may come to be read by everybody."""
_BY_LANGUAGE: Final = (
    ("site_name",),
    ("description",),
    ("publisher", "name"),
    ("publisher", "copyright"),
    ("publisher", "unit"),
)
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
_BUILT_IN: Final = frozenset(
    {
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *("legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc"),
        "wikilinks",
    }
)
"""Extensions that come with Markdown itself."""


def check_elsewhere(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Settings stand in one file, which says all that there is."""
    for path in _keys((), data):
        if path[-1] == "<<" or path == ("INHERIT",):
            yield Finding("E448", path, {"key": str(path[-1])}, key=True)


def check_file(file: MkdocsFile, offices: Collection[str], taken: Mapping[str, str]) -> Iterator[Finding]:
    """Everything that the shape alone does not tell.

    Args:
        file: what it says.
        offices: their ids, which are addresses as languages are.
        taken: the folders of other sites, with the files that name them.
    """
    yield from check_languages(file.extra.languages, offices)
    if (span := wrong_part(file.site_url)) is not None:
        written = in_ascii(file.site_url)
        values = {"value": file.site_url, **({"nearest": written} if written else {})}
        yield Finding("E444", ("site_url",), values, span=span)
    said: dict[Steps, str] = {
        ("docs_dir",): posixpath.normpath(file.docs_dir),
        ("use_directory_urls",): str(file.use_directory_urls).lower(),
        ("theme", "custom_dir"): _ABOVE.sub("", posixpath.normpath(file.theme.custom_dir)),
    }
    for path, expected in _FIXED.items():
        if said[path] != expected:
            yield Finding("E445", path, {"key": str(path[-1]), "expected": expected})
    for key in file.extra.thresholds:
        if key not in list(ProofKey):
            values = {"key": key, "known": ", ".join(ProofKey), **nearest(key, ProofKey)}
            yield Finding("E457", ("extra", "thresholds", key), values, key=True)
    publisher = file.extra.publisher
    texts: dict[Steps, dict[str, str]] = {("description",): file.extra.description}
    if publisher:
        yield from check_contact(("extra", "publisher", "contact"), publisher.contact)
        texts |= {("publisher", "name"): publisher.name, ("publisher", "copyright"): publisher.copyright}
        texts[("publisher", "unit")] = publisher.unit
    for path, by_language in texts.items():
        if by_language and AUTHORITATIVE.tag not in by_language:
            yield Finding("E202", ("extra", *path), {"key": AUTHORITATIVE.tag}, key=True)
    if badge := file.extra.badge:
        if publisher is None or publisher.is_transcription:
            yield Finding("E475", ("extra", "badge"), key=True)
        parts = urlsplit(badge.url)
        if (parts.scheme, parts.hostname) != ("https", HOST):
            yield Finding("E476", ("extra", "badge", "url"), {"value": badge.url})
    if file.extra.review is not None and rhythm(file.extra.review) is None:
        yield Finding("E171", ("extra", "review"), {"value": file.extra.review})
    for position, office in enumerate(file.extra.offices or ()):
        if office not in offices:
            known = {"value": office, "known": "、".join(sorted(offices)), **nearest(office, offices)}
            yield Finding("E468", ("extra", "offices", position), known)
    if not is_folder_name(file.site_dir):
        yield Finding("E453", ("site_dir",), {"value": file.site_dir})
    elif other := taken.get(posixpath.normpath(file.site_dir)):
        yield Finding("E469", ("site_dir",), {"value": file.site_dir, "other": other})
    named = [path for path, name in listed_names(("plugins",), file.plugins) if name == "planpress"]
    if len(named) != 1 or _options(file.plugins, named[0]):
        yield Finding("E446", ("plugins",), key=True)
    yield from _installed(("plugins",), file.plugins, lambda name: _is_plugin(name, file.theme))
    yield from _installed(("markdown_extensions",), file.markdown_extensions, _is_extension)


def check_languages(tags: Collection[str], offices: Collection[str]) -> Iterator[Finding]:
    """The editions: tags that are known, each once, none of whose addresses is taken."""
    path: Steps = ("extra", "languages")
    seen: set[str] = set()
    for position, tag in enumerate(tags):
        at = (*path, position)
        canonical = _canonical(tag)
        if canonical is None or canonical != tag:
            known = {ZH_HANT.tag, EN.tag, ZH_HANS.tag}
            likely = {"nearest": canonical} if canonical else nearest(tag, known)
            yield Finding("E440", at, {"value": tag, **likely})
        elif tag in seen:
            yield Finding("E442", at, {"value": tag})
        elif position == 0 and tag != AUTHORITATIVE.tag:
            yield Finding("E441", at, {"value": tag})
        elif tag != AUTHORITATIVE.tag and tag.lower() in {*offices, *RESERVED} - {EN.tag, ZH_HANS.tag.lower()}:
            yield Finding("E443", at, {"value": tag, "prefix": tag.lower()})
        seen.add(tag)


def check_setting_texts(values: Values) -> Iterator[Finding]:
    """Odd characters in every text; personal data and links in those that become public."""
    for path, text in _texts((), values.data):
        found = check_characters(path, text)
        if path[0] in _PUBLIC:
            found = chain(found, check_personal(path, text), check_links(path, text))
        if path[0] == "extra" and path[1:-1] in _BY_LANGUAGE and path[-1] != AUTHORITATIVE.tag:
            found = (each for each in found if each.code != "W501")  # other languages have their own characters
        yield from islice(found, MOST_FINDINGS)


def check_trust(values: Values) -> Iterator[Finding]:
    """What runs as a program, or makes the environment public: whoever merges it should know."""
    data = values.data
    if data.get("hooks"):
        yield Finding("W440", ("hooks",), key=True)
    for path, name in values.python.items():
        yield Finding("W441", path, {"name": name})
    for path, name in listed_names(("plugins",), data.get("plugins")):
        if name not in OURS:
            yield Finding("W442", path, {"name": name}, key=isinstance(path[-1], str))
    for path, name in values.from_environment.items():
        if path[0] in _PUBLIC and path != ("site_url",):
            yield Finding("W443", path, {"name": name})


def check_keys(file: MkdocsFile) -> Iterator[Finding]:
    """Keys that nobody reads: most likely misspelt."""
    languages = file.extra.languages
    known: list[tuple[Steps, Collection[str], Collection[str]]] = [
        ((), file.model_extra or {}, OF_MKDOCS),
        (("extra",), file.extra.model_extra or {}, ExtraEntry.model_fields),
        (("extra", "site_name"), file.extra.site_name, languages),
        (("extra", "description"), file.extra.description, languages),
    ]
    if file.extra.publisher:
        known += [
            (("extra", "publisher", "name"), file.extra.publisher.name, languages),
            (("extra", "publisher", "copyright"), file.extra.publisher.copyright, languages),
            (("extra", "publisher", "unit"), file.extra.publisher.unit, languages),
        ]
    for path, keys, expected in known:
        for key in keys:
            if not path and key in ExtraEntry.model_fields:
                yield Finding("W445", (key,), {"key": key}, key=True)
            elif key not in expected and key not in _ELSEWHERE:
                values = {"key": key, "known": ", ".join(sorted(expected)), **nearest(key, expected)}
                yield Finding("W444", (*path, key), values, key=True)


def is_folder_name(name: str) -> bool:
    """Whether a path may name the folder of a site: ``~`` is a shell's word, and control characters are nobody's."""
    parts = name.split("/")
    return bool(name) and name.isprintable() and parts[0][:1] != "~" and all(len(part.encode()) < 256 for part in parts)


def _canonical(tag: str) -> str | None:
    """A tag as BCP 47 writes it, when dates and names of its language are known."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return None
    canonical = str(locale).replace("_", "-")
    known = locale.language == tag.partition("-")[0].lower() and _TAG.fullmatch(canonical)
    return canonical if known else None


def _installed(path: Steps, names: Any, is_known: Callable[[str], bool]) -> Iterator[Finding]:
    """Names in a list, or as keys, each of something that is installed."""
    if names == "":  # nothing is listed
        return
    if not isinstance(names, list | dict):
        yield Finding("E205", path, {"key": str(path[-1])})
        return
    for position, entry in enumerate(names if isinstance(names, list) else ()):
        if not isinstance(entry, str) and not (isinstance(entry, dict) and len(entry) == 1):
            yield Finding("E203", (*path, position), {"key": str(path[-1])})
    for at, name in listed_names(path, names):
        if not is_known(name):
            yield Finding("E447", at, {"name": name, **nearest(name, _BUILT_IN | OURS)}, key=isinstance(at[-1], str))


def listed_names(path: Steps, names: Any) -> Iterator[tuple[Steps, str]]:
    """The names of plugins or extensions, which may have options: ``[toc, {toc: {}}]``, ``{toc: {}}``."""
    if isinstance(names, dict):
        yield from (((*path, name), name) for name in names)
    elif isinstance(names, list):
        for position, entry in enumerate(names):
            if isinstance(entry, str):
                yield (*path, position), entry
            elif isinstance(entry, dict):
                yield from (((*path, position, name), name) for name in entry)


def _options(names: Any, path: Steps) -> Any:
    """The options of a plugin that is listed at a path."""
    for step in path[1:]:
        names = names[step]
    return None if isinstance(names, str) else names


def _is_plugin(name: str, theme: Any) -> bool:
    if name in OURS:
        return True
    themed = f"{(theme.model_extra or {}).get('name', '')}/{name}"
    return not _entry_points("mkdocs.plugins").isdisjoint((name.removeprefix("/"), themed))


def _is_extension(name: str) -> bool:
    """Whether Markdown may find an extension. Nothing is imported: a check runs no code that a file names."""
    if name in _BUILT_IN or name in _entry_points("markdown.extensions"):
        return True
    top = name.partition(":")[0].partition(".")[0]
    return top.isidentifier() and find_spec(top) is not None


@cache
def _entry_points(group: str) -> frozenset[str]:
    return frozenset(each.name for each in entry_points(group=group))


def _keys(path: Steps, value: Any) -> Iterator[Steps]:
    for name, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(value, dict):
            yield (*path, name)
        yield from _keys((*path, name), part)


def _texts(path: Steps, value: Any) -> Iterator[tuple[Steps, str]]:
    if isinstance(value, str):
        yield path, value
    for name, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from _texts((*path, name), part)

"""What a build depends on beside the data: the program, what it is built on, and the settings of the engine."""

import hashlib
import os
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final

import yaml

from planpress.cache import Cache, digest, folder_digest, key
from planpress.settings import Settings
from planpress.source import files
from planpress.source.content.editorial import CONTENT
from planpress.source.content.explained_words import GLOSSARY_FILE
from planpress.source.content.topics import TOPICS_FILE

THEME: Final = "theme"
INTERFACE_FILE: Final = "LC_MESSAGES/interface.po"
"""The translation of the interface, which belongs to the theme, in the folder of a language."""
FONT_LIMIT: Final = 100_000_000
"""Bytes of the largest file of ``theme/``: a font for the documents."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """Digests of what every page depends on."""

    program: str
    page_templates: str
    document_templates: str
    editorial: str
    locales: str
    topics: str
    glossary: str

    @property
    def pages(self) -> str:
        """One digest for what the layout of a plan depends on."""
        return key(self.program, self.page_templates, self.locales, self.topics, self.glossary)

    @property
    def papers(self) -> str:
        """One digest for what the documents of a plan depend on."""
        return key(self.program, self.document_templates, self.locales)


@cache
def program_digest() -> str:
    """Of the program's own files, and of the versions of everything that this process is built on."""
    return key(folder_digest(Path(__file__).parents[1]), sys.version, zlib.ZLIB_RUNTIME_VERSION, installed_packages())


def installed_packages() -> list[str]:
    """Names and versions of the packages that this Python can import, as their folders of metadata are called."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError):
            found.update(path.name for path in Path(folder).iterdir() if path.suffix in (".dist-info", ".egg-info"))
    return sorted(found)


def configuration_digest(root: Path, file: str) -> str:
    """Of the settings of a site, the environment that they ask for, and the files that they name: hooks, snippets.

    Args:
        root: the project's folder.
        file: name of the settings there.
    """
    content = (root / file).read_bytes()
    parts = {file: digest(content)}
    for is_variable, value in _scalars(content):
        if is_variable:
            parts[f"!ENV {value}"] = os.environ.get(value, "")
        elif _is_file(root, value):
            parts[value] = digest((root / value).read_bytes())
    return key(parts)


def remembered_digest(root: Path, file: str, cache: Cache) -> str | None:
    """Of a large file, which is not read again while its size and times stay; None when it cannot be read.

    Args:
        root: the project's folder.
        file: path from there.
        cache: remembers the digest.
    """
    if files.is_linked(root, file):
        return None
    path = root / file
    try:
        status = path.lstat()
        name = key("file", str(path), status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        return cache.remembered(name, partial(_digest_of, path), str) if stat.S_ISREG(status.st_mode) else None
    except OSError:
        return None  # said where the plan is read


def _digest_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _scalars(content: bytes) -> Iterator[tuple[bool, str]]:
    """Each scalar of a YAML file, and whether it may be the name of a variable of the environment."""
    try:
        root = yaml.compose(content, yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return
    seen: set[int] = set()
    pending = [(False, root)]
    while pending:
        is_variable, node = pending.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        is_variable = is_variable or node.tag == "!ENV"
        if isinstance(node, yaml.ScalarNode):
            yield is_variable, node.value
        elif isinstance(node, yaml.SequenceNode):
            pending += [(is_variable, each) for each in node.value]
        elif isinstance(node, yaml.MappingNode):
            pending += [(is_variable, each) for pair in node.value for each in pair]


def _is_file(root: Path, value: str) -> bool:
    try:
        return "\n" not in value and bool(value) and (root / value).is_file()
    except (OSError, ValueError):
        return False


def read_inputs(settings: Settings) -> Inputs:
    """Hash the program, the templates and the editorial content."""
    content = files.folder(settings.root, CONTENT)
    theme = files.folder(settings.house, THEME).files
    return Inputs(
        program=program_digest(),
        page_templates=digest_of_all(settings.house, _below(f"{THEME}/site/", theme)),
        document_templates=digest_of_all(settings.house, _below(f"{THEME}/documents/", theme)),
        editorial=key(
            digest_of_all(settings.root, editorial_files(content)),
            configuration_digest(settings.root, settings.file),
        ),
        locales=key(
            digest_of_all(settings.root, _below(f"{CONTENT}/locales/", content.files)),
            digest_of_all(
                settings.house, [f"{CONTENT}/locales/{each.tag}/{INTERFACE_FILE}" for each in settings.languages]
            ),
        ),
        topics=digest_of(settings.root, TOPICS_FILE) or "",
        glossary=digest_of(settings.root, GLOSSARY_FILE) or "",
    )


def _below(folder: str, names: Iterable[str]) -> list[str]:
    return [name for name in names if name.startswith(folder)]


def editorial_files(content: files.Folder) -> list[str]:
    """All that lies where Markdown pages do."""
    return [name for name in content.files if name.count("/") > 1 and not name.startswith(f"{CONTENT}/locales/")]


def digest_of_all(root: Path, names: Iterable[str]) -> str:
    """One digest of some sources and their names."""
    return key({name: digest_of(root, name, FONT_LIMIT) for name in names})


def digest_of(root: Path, file: str, limit: int = files.SIZE_LIMIT) -> str | None:
    """SHA-256 of a source; None when it cannot be read, for whatever reason."""
    content, _ = files.read(root, file, limit)
    return None if content is None else digest(content)

"""An artifact: a file of the site before it is made. Its key is the hash of exactly what makes it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Final, Protocol

from pydantic import BaseModel

from planpress import addresses
from planpress.cache import digest, key
from planpress.model.language import Language
from planpress.model.vintage import Vintage
from planpress.pages.frame.maker import PageMaker

PROGRAM: Final = "planpress"
"""Stands for the source of what the site makes itself."""


class Shop(Protocol):
    """What artifacts are made in: templates, translations and what pages know of the settings."""

    def maker(self, tag: str, vintage: Vintage | None = None) -> PageMaker:
        """Makes the pages of one language that are of one time."""


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site before it is made.

    Attributes:
        path: where it goes.
        make: a function of a module, which gets the workshop and the arguments and returns a text, or the bytes of
            a file that is none.
        arguments: frozen values; nothing else may make a difference to it but the workshop itself, which is
            templates, translations and what pages know of the settings.
        source: the file that it is made from, if it is a single one.
    """

    path: str
    make: Callable[..., str | bytes]
    arguments: tuple[object, ...] = ()
    source: str = PROGRAM

    def content(self, shop: Shop) -> bytes:
        """Make it; a text ends with a line break."""
        made = self.make(shop, *self.arguments)
        return made if isinstance(made, bytes) else f"{made}\n".encode()


def page(
    language: Language,
    path: str,
    vintage: Vintage | None,
    make: Callable[..., str],
    *arguments: object,
    source: str = PROGRAM,
) -> Artifact:
    """A page in one language, made by a function that gets the maker of its pages and the arguments.

    Args:
        language: of the page.
        path: without language.
        vintage: of what time it is.
        make: one of the functions of :mod:`planpress.pages`.
        arguments: of that function.
        source: the file that it is made from, if it is a single one.
    """
    file = addresses.file_of(addresses.localised(language, path))
    return Artifact(file, _in_language, (make, language.tag, vintage, *arguments), source)


def _in_language(shop: Shop, make: Callable[..., str], tag: str, vintage: Vintage | None, *arguments: object) -> str:
    return make(shop.maker(tag, vintage), *arguments)


class Keys:
    """Keys of the artifacts of one build. A value that many of them take is read once."""

    def __init__(self, base: str) -> None:
        """Begin a build.

        Args:
            base: digest of what every artifact depends on: the program, the theme, translations, settings.
        """
        self._base = base
        self._digests: dict[int, tuple[object, str]] = {}
        self._json = json.JSONEncoder(ensure_ascii=False, default=self._part)

    def of(self, artifact: Artifact) -> str:
        """The key of an artifact.

        Raises:
            TypeError: an argument is no frozen value: a set, a closure, anything whose text may differ in silence.
        """
        return key(self._base, artifact.path, _name(artifact.make), *map(self._digest, artifact.arguments))

    def _digest(self, value: object) -> str:
        if isinstance(value, str):
            return self._read(value)
        known = self._digests.get(id(value))
        if known is None:
            known = value, self._read(value)  # the value is kept: another one could get its id
            self._digests[id(value)] = known
        return known[1]

    def _part(self, value: object) -> Any:
        """What a value that is part of others says; an office is part of hundreds."""
        return self._digest(value) if isinstance(value, BaseModel) else _plain(value)

    def _read(self, value: object) -> str:
        plain = _plain(value) if isinstance(value, BaseModel) else value
        return digest(self._json.encode(plain).encode("utf-8", "surrogatepass"))


def _name(function: object) -> str:
    module, name = getattr(function, "__module__", None), getattr(function, "__qualname__", "<")
    if module is None or "<" in name:
        raise TypeError(f"{function!r} is no function of a module")
    return f"{module}.{name}"


def _plain(value: object) -> Any:
    """As JSON, in the order that the value has; what is not known to be frozen is refused."""
    if isinstance(value, BaseModel):
        return [type(value).__name__, value.model_dump(mode="json")]
    if is_dataclass(value) and not isinstance(value, type):
        parts = (getattr(value, field.name) for field in fields(value))
        return [type(value).__name__, *(list(part.items()) if isinstance(part, Mapping) else part for part in parts)]
    if isinstance(value, date):
        return ["date", value.isoformat()]
    if isinstance(value, Mapping):
        return list(value.items())
    if callable(value):
        return ["function", _name(value)]
    raise TypeError(f"{value!r} is no frozen value")


_FROZEN: Final = json.JSONEncoder(ensure_ascii=False, default=_plain)


def frozen_as_json(value: object) -> str:
    """A frozen value as JSON, for a key.

    Raises:
        TypeError: it is not known to be frozen.
    """
    return _FROZEN.encode(value)

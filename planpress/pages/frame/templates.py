"""The template environment: theme/site, autoescaped, with the interface strings of the page's own language."""

import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import jinja2
from jinja2 import BytecodeCache, Environment, StrictUndefined, pass_context
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from planpress.cache import digest, key, sealed, unsealed
from planpress.editions.edition import Edition, Text
from planpress.model.language import AUTHORITATIVE
from planpress.model.web_addresses import pieces
from planpress.pages.frame.phrases import with_address_breaks, with_breaks
from planpress.settings import Settings
from planpress.source.content.theme import ThemeLoader
from planpress.writing import write_clearing


# Jinja takes for safe whatever these two return. Its own ones take three more calls for each message of every page.
@pass_context
def _gettext(context: Context, message: str, **values: object) -> Markup:
    edition: Edition = context["edition"]
    return _filled_in(edition.gettext(message), values)


@pass_context
def _phrases(context: Context, html: str) -> Markup:
    edition: Edition = context["edition"]
    return with_breaks(html, edition.language.tag)


@pass_context
def _ngettext(context: Context, singular: str, plural: str, number: int, **values: object) -> Markup:
    edition: Edition = context["edition"]
    return _filled_in(edition.ngettext(singular, plural, number), {"num": number, **values})


_escaped = lru_cache(maxsize=10_000)(escape)  # the interface says little, on every page


def _filled_in(message: str, values: Mapping[str, object]) -> Markup:
    """A message of the interface, escaped, with the values that it names, escaped as well; numbers are as they are."""
    said = _escaped(message)
    if "%" not in message:
        return said
    return Markup(str(said) % {name: each if isinstance(each, int) else escape(each) for name, each in values.items()})


class CompiledTemplates(BytecodeCache):
    """Compiled templates in a folder of the cache. Damaged bytecode can crash Python: what is not whole is not run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # Jinja looks at the template alone; what it makes of it goes by the program around it too.
        self.maker = key(jinja2.__version__, sys.version, digest(Path(__file__).read_bytes())).encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket from its file, if there is a sound one."""
        with suppress(OSError):
            data = unsealed((self.folder / bucket.key).read_bytes())
            if data is not None and data.startswith(self.maker):
                bucket.bytecode_from_string(data[len(self.maker) :])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a bucket in its file."""
        content = sealed(self.maker + bucket.bytecode_to_string())
        write_clearing(self.folder / bucket.key, content, self.folder.parent)


def environment(settings: Settings) -> Environment:
    """The environment for all pages. Each rendering passes its ``edition``, which speaks the interface's language."""
    environment = Environment(
        loader=ThemeLoader(settings.house, settings.theme_dir),
        bytecode_cache=CompiledTemplates(settings.cache_dir / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters["numeral"] = numeral
    environment.filters["phrases"] = _phrases
    environment.filters["address"] = with_address_breaks
    environment.globals |= {"_": _gettext, "ngettext": _ngettext}
    return environment


_BULLETS: Final = frozenset("◎●○※")


@lru_cache(maxsize=1000)
def numeral(number: str | None) -> Markup:
    """A printed number in its place before the text. A bullet counts nothing, so it is not read aloud."""
    if not number:
        return Markup()
    tight = " tight" if number.endswith("、") else ""
    hidden = ' aria-hidden="true"' if number in _BULLETS else ""
    return Markup(f'<span class="number{tight}"{hidden}>{escape(number)}</span>')


def phrased(text: Text, page_language: str) -> Markup:
    """Escape a title so that its lines end between phrases."""
    language = "" if text.lang == page_language else f' lang="{escape(text.lang)}"'
    return Markup(f'<span class="phrased"{language}>{with_breaks(text.value, text.lang)}</span>')


def marked(text: Text, page_language: str) -> Markup:
    """Escape a text; one that is not in the page's language says so, and carries a class that shows it."""
    return _in_its_language(escape(text.value), text.lang, page_language)


def language_of(html: Markup) -> str | None:
    """The language that a text says it is in, all of it; for what can hold no element, as an option of a form."""
    whole = _WHOLE.fullmatch(html)
    return whole[1] if whole else None


def linked(text: Text, edition: Edition) -> Markup:
    """The same where it stands in no link itself, so that the addresses of the web in it are links."""
    speaks = edition if text.lang == edition.language.tag else Edition(AUTHORITATIVE)
    return _in_its_language(with_links(text.value, speaks), text.lang, edition.language.tag)


def with_links(text: str, edition: Edition) -> Markup:
    """Escape a text whose addresses of the web are links, with the title that Taiwan's rules ask of those in a text."""
    first, *others = (_link(piece.text, edition) if piece.is_address else escape(piece.text) for piece in pieces(text))
    return Markup().join((first, *others)) if others else first


def _link(address: str, edition: Edition) -> Markup:
    title = edition.gettext("網站：%(host)s") % {"host": urlsplit(address).hostname}
    return Markup('<a href="%s" title="%s">%s</a>') % (address, title, with_address_breaks(address))


_WHOLE: Final = re.compile('<span lang="([^"]+)"[^>]*>[^<]*</span>')


def _in_its_language(html: Markup, language: str, page_language: str) -> Markup:
    if language == page_language:
        return html
    return Markup(f'<span lang="{escape(language)}" class="untranslated">{html}</span>')

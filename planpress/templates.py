"""The template environment: theme/site, autoescaped, with the interface strings of the page's own language."""

import re
from functools import lru_cache
from typing import Final

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from planpress.edition import Edition, Text
from planpress.settings import Settings
from planpress.theme import ThemeLoader


@pass_context
def _gettext(context: Context, message: str) -> str:
    edition: Edition = context["edition"]
    return edition.gettext(message)


@pass_context
def _ngettext(context: Context, singular: str, plural: str, number: int) -> str:
    edition: Edition = context["edition"]
    return edition.ngettext(singular, plural, number)


def environment(settings: Settings) -> Environment:
    """The environment for all pages. Each rendering passes its ``edition``, which speaks the interface's language."""
    compiled = settings.cache_dir / "templates"
    compiled.mkdir(parents=True, exist_ok=True)
    environment = Environment(
        loader=ThemeLoader(settings.root, settings.theme_dir),
        bytecode_cache=FileSystemBytecodeCache(str(compiled)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters["numeral"] = numeral
    environment.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]
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


_YEAR: Final = re.compile(r"(\d+\s*年度?(?:（\d{4}）)?)")


def phrased(text: Text, page_language: str) -> Markup:
    """Escape a title so that its lines break around the year (112年度（2023）), not within it or one word later."""
    pieces = [
        f'<span class="unbroken">{escape(piece)}</span>' if _YEAR.fullmatch(piece) else escape(piece)
        for piece in _YEAR.split(text.value)
        if piece
    ]
    language = "" if text.lang == page_language else f' lang="{escape(text.lang)}"'
    return Markup(f'<span class="phrased"{language}>{"<wbr>".join(pieces)}</span>')


def marked(text: Text, page_language: str) -> Markup:
    """Escape a text; one that is not in the page's language says so, and carries a class that shows it."""
    if text.lang == page_language:
        return escape(text.value)
    return Markup(f'<span lang="{escape(text.lang)}" class="untranslated">{escape(text.value)}</span>')

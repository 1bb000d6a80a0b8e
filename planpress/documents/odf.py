"""What ODT and ODS have in common: how text becomes XML, languages and typefaces, metadata."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

from jinja2 import Environment, Template, TemplateSyntaxError
from markupsafe import Markup, escape

from planpress.documents.about import About
from planpress.editions.edition import Edition
from planpress.model.language import AUTHORITATIVE, EN, ZH_HANS
from planpress.model.web_addresses import pieces

REPLACEMENT: Final = "\ufffd"
"""Stands for a character that cannot be written, so that its loss is seen."""

_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACING: Final = re.compile("\r\n|[\r\n\t]|^ +| {2,}| +$")
_NO_TEXT: Final = re.compile("[^ -%'-;=?-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that :func:`inline` would change; most texts have none."""


def xml_text(value: str) -> str:
    """A text without the characters that XML 1.0 cannot hold: control characters, surrogates, U+FFFE, U+FFFF.

    >>> xml_text("no" + chr(8) + "ise") == "no" + REPLACEMENT + "ise"
    True
    """
    return _NO_XML.sub(REPLACEMENT, value)


def inline(value: str) -> Markup:
    r"""A text as the content of a paragraph, which by itself loses line breaks, tabs and runs of spaces.

    >>> str(inline("1 <  2\n3"))
    '1 &lt;<text:s text:c="2"/>2<text:line-break/>3'
    """
    if _NO_TEXT.search(value) or "  " in value or value[:1] == " " or value[-1:] == " ":
        value = _SPACING.sub(_spacing, escape(xml_text(value)))
    return Markup(value)


def with_links(value: str, style: str = "") -> Markup:
    """The same where it stands in no link itself, so that the addresses of the web in it are links.

    Args:
        value: the text.
        style: of the links; without one they look as the program has them.
    """
    if "://" not in value:
        return inline(value)
    names = "".join(f' text:{name}="{style}"' for name in ("style-name", "visited-style-name") if style)
    return Markup("").join(
        Markup('<text:a xlink:type="simple" xlink:href="{}"{}>{}</text:a>').format(
            piece.text, Markup(names), inline(piece.text)
        )
        if piece.is_address
        else inline(piece.text)
        for piece in pieces(value)
    )


def _spacing(match: re.Match[str]) -> str:
    found = match[0]
    if found == "\t":
        return "<text:tab/>"
    return f'<text:s text:c="{len(found)}"/>' if found.startswith(" ") else "<text:line-break/>"


_FIELDS: Final = {
    "{page}": Markup('<text:page-number text:select-page="current">1</text:page-number>'),
    "{pages}": Markup("<text:page-count>1</text:page-count>"),
}


_FIELD: Final = re.compile(r"(\{\w+\})")


def page_numbers(edition: Edition) -> Markup:
    """「第1頁，共6頁」, for the foot of a page; the program that shows the document fills it in."""
    said = edition.gettext("第{page}頁，共{pages}頁")
    return Markup().join(_FIELDS.get(piece, escape(xml_text(piece))) for piece in _FIELD.split(said))


@dataclass(frozen=True, slots=True)
class Locale:
    """A language as OpenDocument names it."""

    language: str
    country: str


_LOCALES: Final = {AUTHORITATIVE.tag: Locale("zh", "TW"), ZH_HANS.tag: Locale("zh", "CN"), EN.tag: Locale("en", "GB")}


def locale(tag: str) -> Locale:
    """The locale of a language tag."""
    return _LOCALES.get(tag) or Locale(tag.partition("-")[0], "none")


def asian_locale(tag: str) -> Locale:
    """The locale of Han characters in a document: its own, or Taiwan's where its language is not written in them."""
    own = locale(tag)
    return own if own.language in {"zh", "ja", "ko"} else locale(AUTHORITATIVE.tag)


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface, and what stands in where it is not installed. Not embedded."""

    name: str
    fallbacks: tuple[str, ...]

    @property
    def family(self) -> str:
        """The list for ``svg:font-family``."""
        return ", ".join(f"'{name}'" for name in (self.name, *self.fallbacks))


_TRADITIONAL: Final = Typeface("Noto Sans CJK TC", ("Noto Sans TC", "Microsoft JhengHei", "PingFang TC"))
_SIMPLIFIED: Final = Typeface("Noto Sans CJK SC", ("Noto Sans SC", "Microsoft YaHei", "PingFang SC"))


def rendered(
    environment: Environment, media_type: str, templates: Iterable[str], about: About, **values: object
) -> dict[str, bytes]:
    """Render the XML files of a document, the metadata first.

    Args:
        environment: of the templates.
        media_type: of the document.
        templates: names of the others; the last part of a name is the file's.
        about: the document's Dublin Core.
        values: what the templates print.
    """
    values = {
        "about": about,
        "dublin_core": about.dublin_core(media_type),
        "locale": locale(about.language),
        "asian": asian_locale(about.language),
        "typeface": _SIMPLIFIED if about.language == ZH_HANS.tag else _TRADITIONAL,
        **values,
    }
    return {
        name.rpartition("/")[2]: _well_formed(environment.get_template(name), values)
        for name in ("meta.xml", *templates)
    }


def _well_formed(template: Template, values: Mapping[str, object]) -> bytes:
    """An XML file, which no program would open if a tag of the template were left open."""
    content = template.render(values).encode()
    try:
        ParserCreate().Parse(content, True)
    except ExpatError as error:
        message = f"XML: {ErrorString(error.code)}"
        raise TemplateSyntaxError(message, 0, template.name, template.filename) from error
    return content

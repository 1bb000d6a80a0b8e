"""The environment of the ODT and ODS templates in ``theme/documents``: XML, everything escaped.

Texts come from YAML and are not trusted: no value can open a tag, and none keeps what XML cannot hold.
"""

from collections.abc import Mapping
from typing import Final

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from planpress.documents.document import DataTable, DocumentLine, Heading, Picture, Table
from planpress.documents.odf import xml_text
from planpress.documents.package import VERSION
from planpress.settings import Settings
from planpress.source.content.theme import ThemeLoader

NAMESPACES: Final[Mapping[str, str]] = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
    "config": "urn:oasis:names:tc:opendocument:xmlns:config:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}


def documents_environment(settings: Settings) -> Environment:
    """The environment for the documents of a site."""
    environment = Environment(
        loader=ThemeLoader(settings.house, settings.documents_dir),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_finalised,
    )
    environment.globals |= {
        "namespaces": Markup(" ").join(
            Markup('xmlns:{}="{}"').format(prefix, address) for prefix, address in NAMESPACES.items()
        ),
        "version": VERSION,
    }
    environment.tests |= {
        "heading": lambda part: isinstance(part, Heading),
        "line": lambda part: isinstance(part, DocumentLine),
        "table": lambda part: isinstance(part, Table),
        "data_table": lambda part: isinstance(part, DataTable),
        "picture": lambda part: isinstance(part, Picture),
    }
    return environment


def _finalised(value: object) -> object:
    return xml_text(value) if type(value) is str else value  # Markup is clean already

"""What pages and documents say of a correction (勘誤): what the site said, and what the plan says."""

import re
from typing import Final

from planpress.editions.edition import Edition, Text
from planpress.model import Correction
from planpress.model.language import AUTHORITATIVE

_PLACE: Final = re.compile(r"%\((\w+)\)s")


def correction_texts(correction: Correction, office_id: str, edition: Edition) -> tuple[Text, ...]:
    """The sentence in pieces of one language each: the words themselves are the Chinese that stood here and stands."""
    own = edition.language.tag
    values = {name: _quoted(text, edition) for name, text in (("wrong", correction.wrong), ("right", correction.right))}
    sentence = edition.gettext("原登載「%(wrong)s」，更正為「%(right)s」。")
    pieces = [
        values[piece] if place % 2 else Text(piece, own) for place, piece in enumerate(_PLACE.split(sentence)) if piece
    ]
    return (*pieces, edition.text(correction.note, office_id)) if correction.note else tuple(pieces)


def _quoted(chinese: str, edition: Edition) -> Text:
    if edition.hans:
        return Text(edition.hans.text(chinese), edition.language.tag)
    return Text(chinese, AUTHORITATIVE.tag)

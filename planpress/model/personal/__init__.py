"""What in a text is about a person, in whatever way it is written: numbers, mailboxes, dates of birth."""

from itertools import chain

from planpress.model.personal.datum import Kind, PersonalDatum, key_of, plain_text
from planpress.model.personal.hints import has_hint, hinted
from planpress.model.personal.mailboxes import has_mailbox_sign, mailboxes
from planpress.model.personal.numbers import NO_NUMBERS, has_digits, identities, mobiles

__all__ = ["Kind", "PersonalDatum", "personal_data", "public_keys"]


def personal_data(text: str) -> list[PersonalDatum]:
    """What is personal in a text; no character of it is told twice."""
    worth = has_digits(text), has_mailbox_sign(text), has_hint(text)
    if not any(worth):
        return []
    plain = plain_text(text)
    numbers = NO_NUMBERS.sub(lambda match: "\0" * len(match[0]), plain)
    found: list[PersonalDatum] = []
    taken = bytearray(len(text))
    for each in chain(
        identities(plain) if worth[0] else (),
        mobiles(numbers) if worth[0] else (),
        mailboxes(plain) if worth[1] else (),
        hinted(numbers) if worth[2] else (),
    ):
        start, end = each.span
        if not any(taken[start:end]):
            taken[start:end] = b"1" * (end - start)
            found.append(each)
    return found


def public_keys(text: str) -> set[str]:
    """The keys of what a text allows to be public: of everything personal in it, and of the text as a number."""
    return {key_of(plain_text(text)), *(each.key for each in personal_data(text))}

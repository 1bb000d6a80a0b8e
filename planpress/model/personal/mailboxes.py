"""Mailboxes at hosts where people, not offices, have theirs."""

import re
from collections.abc import Iterator
from typing import Final

from planpress.model.personal.datum import Kind, PersonalDatum

_SIGN: Final = re.compile("[@＠﹫#＃﹟]")
_WORD: Final = re.compile("[aAａＡ][tTｔＴ](?![A-Za-z])")
_AT: Final = r"(?: {0,3}(?:@|#|小老鼠|[(\[{<] ?(?:at|@|小老鼠) ?[)\]}>]) {0,3}| {1,3}at {1,3}|_at_|-at-)"
_DOT: Final = r"(?: {0,3}(?:\.|[(\[{<] ?(?:dot|\.|點) ?[)\]}>]|點) {0,3}| {1,3}dot {1,3}|_dot_|-dot-)"
_HOSTS: Final = (
    r"gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|me|mac|aol|proton|protonmail|pm|gmx|"
    r"yandex|qq|foxmail|163|126|sina|naver|hinet|seed|pchome|xuite|kimo|yam|so-net|giga|mail2000|url"
)
_PRIVATE: Final = re.compile(
    rf"(?<![\w.+-])(?P<local>[\w.+-]+){_AT}(?P<host>(?:[\w-]+{_DOT}){{0,5}}?(?:{_HOSTS}){_DOT}"
    rf"(?:com|net|org|tw|cn|me|hk|jp|de|ru|co)(?:{_DOT}(?:tw|cn|hk|jp|uk))?)(?![\w-]|\.[a-z]{{2}})",
    re.ASCII | re.IGNORECASE,
)


def has_mailbox_sign(text: str) -> bool:
    """Whether a text may hold a mailbox at all; most do not."""
    return _SIGN.search(text) is not None or _WORD.search(text) is not None or "小老鼠" in text


def mailboxes(plain: str) -> Iterator[PersonalDatum]:
    """Private mailboxes, also those that hide from programs: wang (at) gmail (dot) com."""
    for match in _PRIVATE.finditer(plain):
        host = re.sub(_DOT, ".", match["host"], flags=re.IGNORECASE)
        yield PersonalDatum(Kind.MAILBOX, match.span(), f"{match['local']}@{host}".lower())

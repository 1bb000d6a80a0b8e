"""Numbers that only the words beside them tell: passports, accounts, plates, cards, dates of birth, names in LINE."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from planpress.model.personal.datum import Kind, PersonalDatum, key_of

_WORDS: Final = re.compile(
    "身分證|身份證|身份证|身分证|居留|統一證|統一編|统一证|统一编|統號|统号|信用卡|金融卡|簽帳卡|签账卡|卡號|卡号|健保|"
    "護照|护照|帳號|帳戶|账号|账户|帐号|帐户|戶頭|户头|局號|局号|存摺|存折|匯款|匯入|汇款|汇入|轉帳|转账|車牌|车牌|車號|"
    "车号|行照|行車執|行车执|生日|出生|誕辰|诞辰|生於|生于|日生|賴|赖|ＬＩＮＥ|Ｌｉｎｅ|"
    "line|Line|LINE|id |Id |ID |card|Card|CARD|health|Health|HEALTH|nhi|NHI|passport|Passport|PASSPORT|account|Account|"
    "ACCOUNT|transfer|Transfer|plate|Plate|PLATE|birth|Birth|BIRTH|born|Born|BORN"
)
"""What stands beside a number, as literal words: those are found fastest."""

_NEAR: Final = r"(?:[^\d.,;!?\0洽電电撥拨專专傳传]|no\.){0,10}?(?<![A-Za-z\d])"
"""What may stand between a word and its number: no sentence ends there, and nobody is told to call."""
_NEAR_WITH_BANK: Final = _NEAR.replace("|no", r"|(?<!\d)\d{3,4}(?!\d|[- ]{1,3}\d)|no").replace("10}", "24}")
"""As before, with the name and the code of a bank: 臺灣銀行（004）金門分行."""
_YEAR_FIRST: Final = r"\d{2,4} ?[-./年] ?\d{1,2} ?[-./月] ?\d{1,2} ?日?|\d{6,8}"
_MONTHS: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE: Final = rf"(?:{_YEAR_FIRST}|\d{{1,2}} {_MONTHS},? \d{{4}}|{_MONTHS} \d{{1,2}},? \d{{4}})(?!\d)"
_WRITTEN_DATE: Final = re.compile(
    r"(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|[01]?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|\d{2,4} ?[-./] ?\d{1,2} ?[-./] ?\d{1,2}"
)
_TELEPHONE: Final = re.compile(
    r"0(?:2|3|37|4|49|5|6|7|8|82|826|836|89)[- ]\d{3,4}[- ]?\d{3,4}|(?:0800|0809|0204|070|4\d\d)[- ]?\d{3}[- ]?\d{3,4}"
)


@dataclass(frozen=True, slots=True)
class _Hint:
    """What is looked for beside some words.

    Attributes:
        kind: what it is.
        form: the words and, as the group ``value``, what stands beside them.
        is_right: whether a value of that form is one.
    """

    kind: Kind
    form: re.Pattern[str]
    is_right: Callable[[str], bool]


def _after(words: str, value: str, near: str = _NEAR) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){near}(?P<value>{value})(?![A-Za-z\d])", re.IGNORECASE | re.ASCII)


def _before(words: str, value: str) -> re.Pattern[str]:
    form = rf"(?<![A-Za-z\d.-])(?P<value>{value})(?![A-Za-z\d])[ (:「]{{0,2}}(?:{words})"
    return re.compile(form, re.IGNORECASE | re.ASCII)


def _passes_luhn(value: str) -> bool:
    """Whether the check digit of a card is right (ISO/IEC 7812-1, Luhn)."""
    digits = [int(digit) for digit in reversed(key_of(value))]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _is_number(value: str) -> bool:
    """Whether it is neither a date nor a telephone number."""
    return not _WRITTEN_DATE.fullmatch(value) and not _TELEPHONE.fullmatch(value)


def _is_birthday(value: str) -> bool:
    return not value.isdigit() or _WRITTEN_DATE.fullmatch(value) is not None


def _is_plate(value: str) -> bool:
    has_both = re.search(r"\d", value) and re.search("[A-Z]", value, re.IGNORECASE)
    return bool(has_both) and not re.match("iso|cns|iec", value, re.IGNORECASE)


def _is_name(value: str) -> bool:
    return re.search(r"[a-z]", value, re.IGNORECASE) is not None


_IDENTITY: Final = (
    r"身[分份][證证]|居留[證证]|[統统]一[證证編编][號号]|[統统][號号]|(?<![a-z])id (?:card|number|no)",
    r"[A-Z][-. ]?[A-D\d](?:[-. ]?\d){7,8}",
)
_CARD: Final = (
    r"信用卡|金融卡|[簽签][帳账]卡|卡[號号]|credit card|card (?:no|number)",
    r"\d(?:[- ]{0,3}\d){12,18}",
)
_HEALTH_CARD: Final = (r"健保|health insurance|nhi", r"\d(?:[- ]?\d){11}")
_PASSPORT: Final = (r"[護护]照|passport", r"(?:[A-Z]{1,2}[- ]?)?\d(?:[- ]?\d){6,8}")
_PLATE: Final = (
    r"[車车]牌|[車车][號号]|行照|行[車车][執执]照|licen[sc]e plate|plate (?:no|number)",
    r"[A-Z\d]{2,3}[- ]?\d{3,4}|\d{3,4}[- ]?[A-Z\d]{2,3}",
)
_NO_AMOUNT: Final = "(?! ?[元萬万戶户筆笔件])"

_HINTS: Final = (
    _Hint(Kind.DOUBTFUL_IDENTITY, _after(*_IDENTITY), lambda value: True),
    _Hint(Kind.DOUBTFUL_IDENTITY, _before(*_IDENTITY), lambda value: True),
    _Hint(Kind.CARD, _after(*_CARD), _passes_luhn),
    _Hint(Kind.CARD, _before(*_CARD), _passes_luhn),
    _Hint(Kind.HEALTH_CARD, _after(*_HEALTH_CARD), lambda value: True),
    _Hint(Kind.HEALTH_CARD, _before(*_HEALTH_CARD), lambda value: True),
    _Hint(Kind.PASSPORT, _after(*_PASSPORT), _is_number),
    _Hint(Kind.PASSPORT, _before(*_PASSPORT), _is_number),
    _Hint(
        Kind.ACCOUNT,
        _after(
            r"[帳账帐][號号戶户]|[戶户][頭头]|局[號号]|存摺|存折|account",
            rf"\d(?:[- ]{{0,3}}\d){{6,15}}{_NO_AMOUNT}",
            _NEAR_WITH_BANK,
        ),
        _is_number,
    ),
    _Hint(
        Kind.ACCOUNT,
        _after(
            r"匯款|汇款|[轉转][帳账]|匯入|汇入|transfer to",
            rf"\d(?:[- ]{{0,3}}\d){{9,15}}{_NO_AMOUNT}",
            _NEAR_WITH_BANK,
        ),
        _is_number,
    ),
    _Hint(Kind.PLATE, _after(*_PLATE), _is_plate),
    _Hint(Kind.PLATE, _before(*_PLATE), _is_plate),
    _Hint(Kind.BIRTHDAY, _after(r"生日|出生|[誕诞]辰|生於|生于|birthday|birth|born", _DATE), _is_birthday),
    _Hint(
        Kind.BIRTHDAY,
        re.compile(rf"(?<![\d/.-])(?P<value>{_YEAR_FIRST}) ?(?:出生|生日|生(?=[ .,;:)、]|$))", re.ASCII),
        _is_birthday,
    ),
    _Hint(
        Kind.LINE_ID,
        re.compile(
            r"(?:(?<![a-z])line|賴|赖) ?(?:id|[帳账帐][號号]) ?(?:(?:是|為|为|is)|[:( 「\"'])+ ?"
            r"(?P<value>(?=[\w.-]*\d|(?<=[:「(])[a-z]|(?<=: )[a-z])[a-z0-9][\w.-]{2,18}\w)(?![\w@])",
            re.IGNORECASE | re.ASCII,
        ),
        _is_name,
    ),
    _Hint(
        Kind.LINE_ID,
        re.compile(r"(?<![A-Za-z] )(?<![A-Za-z])(?:LINE|Line): ?(?P<value>[a-z0-9][\w.-]{2,18}\w)(?![\w@])", re.ASCII),
        _is_name,
    ),
)


def has_hint(text: str) -> bool:
    """Whether a text may hold such words at all; most do not."""
    return _WORDS.search(text) is not None


def hinted(plain: str) -> Iterator[PersonalDatum]:
    """What the words beside it call personal."""
    for hint in _HINTS:
        for match in hint.form.finditer(plain):
            value = match["value"]
            if hint.is_right(value):
                yield PersonalDatum(hint.kind, match.span("value"), key_of(value))

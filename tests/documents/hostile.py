"""Texts that try to be something else than text."""

from planpress.model import Columns, Department, Group, Measure, Office, Organisation, Paragraph, Plan, Section
from planpress.model.dates import parse_period
from planpress.model.numbering import split_number

TEXTS = (
    "]]> <script>alert(1)</script> &amp; &#60; </text:p></office:text>",
    '"quotes" \'single\' {{ 7*7 }} {% raw %} #import "x" %(name)s {0}',
    '=HYPERLINK("https://evil.example";"x")',
    "+1+1",
    "@SUM(A1)",
    "－１",
    "of:=1+1",
    "a\x00b\x07c\x1bd\x7fe\x85fg\ufffeh\uffffi",
    "tab\there, line\nbreak, carriage\r\nreturn\rhere",
    "  two  in   front, two behind  ",
    "𡍼𪹚𠮷 rare, 👩‍👩‍👧 joined",
    "שלום עולם \u202eright to left\u202c مرحبا",
    "長" * 10_000,
    "word " * 2_000 + "end",
    "x" * 10_000,
    "\u2028line\u2029paragraph",
    "<http://a.example/?a=1&b='2'\">，  http://b.example/x)、javascript://c.example/",
)

OFFICE = Office(
    id="hostile",
    name='<&示範">處',
    organisation=Organisation(id="sample", name="]]>公司"),
    departments=(Department(name="<組>&"), Department(name="=1+1", en="=cmd|' /C calc'!A0")),
)


def plan() -> Plan:
    """A plan that says all of them, everywhere."""
    number, _ = split_number("（十一）")
    return Plan(
        office="hostile",
        roc_year=114,
        title="<示範>&]]>114年度計畫\x00",
        columns=Columns(groups=("<面向>",), measure="<作法>", who="&承辦", when="\"期間\""),
        sections=(
            Section(id="s-1", number=number, heading=TEXTS[0], paragraphs=tuple(Paragraph(text=text) for text in TEXTS)),
            Section(
                id="s-2",
                heading=TEXTS[-1],
                children=(
                    Group(
                        id="g-1",
                        name=TEXTS[7],
                        intro=TEXTS,
                        children=tuple(
                            Measure(
                                id=f"m-1-{position}",
                                text=text,
                                number=number,
                                departments=("<組>&", "=1+1"),
                                supporting_departments=("=1+1",),
                                period=parse_period(text),
                                unsure=text,
                                items=(Measure(id=f"m-1-{position}-i1", text=text),),
                            )
                            for position, text in enumerate(TEXTS, start=1)
                        ),
                    ),
                ),
            ),
        ),
        transcription_notes=TEXTS,
    )  # fmt: skip


def readable(text: str) -> str:
    """A text as a reader of XML gets it: what cannot be written replaced, line breaks all alike."""
    cleaned = "".join(character if _may_stand(ord(character)) else "\ufffd" for character in text)
    return cleaned.replace("\r\n", "\n").replace("\r", "\n")


def _may_stand(code: int) -> bool:
    """XML 1.0, production 2."""
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000

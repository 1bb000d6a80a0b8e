from planpress.model.publisher import PublisherKind
from planpress.source.content.editorial_voice import spoken_by

PAGE = """\
# 關於 {#top}

## 來源 {#source .transcription}

轉錄。

### 細節

細節。

## 來源 {.office .company}

自己的。

# 其他 #
"""


def test_each_kind_of_publisher_says_its_own_sections() -> None:
    assert spoken_by(PublisherKind.TRANSCRIPTION, PAGE).split() == [
        *("#", "關於", "{#top}", "##", "來源", "{#source", "}", "轉錄。", "###", "細節", "細節。", "#", "其他", "#"),
    ]
    for kind in (PublisherKind.OFFICE, PublisherKind.COMPANY):
        assert spoken_by(kind, PAGE).split() == [
            *("#", "關於", "{#top}", "##", "來源", "{", "}", "自己的。", "#", "其他", "#"),
        ]


def test_what_is_said_stays_where_it_stands() -> None:
    for kind in PublisherKind:
        said = spoken_by(kind, PAGE)
        assert len(said) == len(PAGE)
        assert {(old, new) for old, new in zip(PAGE, said, strict=True) if old != new and new != " "} == set()


def test_a_deeper_heading_does_not_end_a_silent_section_and_may_begin_one() -> None:
    page = "# A {.office}\n## B {.transcription}\n# C\n## D {.office}\n### E\n## F"
    assert spoken_by(PublisherKind.TRANSCRIPTION, page).split() == ["#", "C", "##", "F"]


def test_code_has_no_headings() -> None:
    page = "```\n# A {.office}\n~~~\n```\n# B {.office}\n```\n# C\n```\n# D"
    assert spoken_by(PublisherKind.TRANSCRIPTION, page).split() == [
        *("```", "#", "A", "{.office}", "~~~", "```", "#", "D"),
    ]


def test_other_classes_mean_nothing() -> None:
    page = "## A {.officer}\n## B {my.office}\n## C {data-x=.office}\n## D .office\n"
    assert spoken_by(PublisherKind.TRANSCRIPTION, page) == page

from datetime import date

from planpress.addresses import department
from planpress.model import Deadline, DeadlineKind
from planpress.model.dates import RocDate
from planpress.model.office import Participation, ParticipationKind
from planpress.overview.summary import PlanSummary, lead
from tests.markup import every, links, one, page, text, texts
from tests.pages.making import EDITIONS, OFFICE, held, office_of, pages, summary


def office_says(*plans: PlanSummary, today: date) -> tuple[list[str], list[str]]:
    """What an office's page says of its newest plan: calmly, and as a notice."""
    root = page(office_of(pages(today=today), held(*plans)))
    return texts(root, "p", class_="lead"), texts(root, "p", class_="notice")


def test_an_offices_page_says_which_plan_is_the_newest_held() -> None:
    assert office_says(summary(), summary(roc_year=113), today=date(2025, 12, 31)) == (
        ["本站收錄的最新計畫是114年度（2025）計畫。"],
        [],
    )


def test_an_old_plan_never_passes_for_the_current_one() -> None:
    assert office_says(summary(), today=date(2026, 1, 1)) == (
        [],
        ["本站收錄的最新計畫是114年度（2025）計畫，該年度已經結束；尚未收錄更新年度的計畫。"],
    )


def test_an_offices_page_lists_its_plans_newest_first() -> None:
    root = page(office_of(pages(), held(summary(), summary(roc_year=113, title="示範處113年度服務計畫", measures=7))))
    cards = every(root, "li", class_="card")
    assert [list(links(card)) for card in cards] == [
        [("示範處114年度服務計畫", "114/")],
        [("示範處113年度服務計畫", "113/")],
    ]
    assert texts(root, "p", class_="card-text") == [
        "114年度（2025）・2個服務類別、3項",
        "113年度（2024）・2個服務類別、7項・年度已結束",
    ]


def test_an_offices_departments_lead_to_their_measures_of_the_newest_plan() -> None:
    office_with_idle = OFFICE.model_copy(
        update={"departments": (*OFFICE.departments, OFFICE.departments[0].model_copy(update={"name": "工務段"}))}
    )
    root = page(office_of(pages(), held(summary(), by=office_with_idle)))
    listed = every(one(root, "ul", class_="departments"), "li")
    assert [text(each) for each in listed] == ["業務組 2項", "電務組 1項", "工務段 0項"]
    # To the part of the index that shows these alone, without a script.
    assert [[href for _, href in links(each)] for each in listed] == [
        [f"114/browse/#{department('業務組')}"],
        [f"114/browse/#{department('電務組')}"],
        [],
    ]


def test_a_plan_without_groups_or_measures_counts_none() -> None:
    for changes, card, sentence in (
        ({"groups": 0}, "114年度（2025）・3項", "本處這一年的具體作法，共3項；"),
        ({"groups": 0, "measures": 0}, "114年度（2025）・0項", "本處這一年的計畫。"),
    ):
        of = summary().model_copy(update=changes)
        assert texts(page(office_of(pages(), held(of))), "p", class_="card-text") == [card]
        assert lead(of, EDITIONS["zh-Hant"], "本處").startswith(sentence)
    assert lead(summary(), EDITIONS["en"], "the office").endswith(
        "3 measures in 2 service areas, each saying by whom and when."
    )


def test_a_working_translation_of_an_offices_name_says_so_beside_the_chinese() -> None:
    name = one(page(office_of(pages("en"), held())), "p", class_="working-name")
    assert texts(name, "span", lang="zh-Hant") == ["示範處"]
    for tag in ("zh-Hant", "zh-Hans"):
        assert every(page(office_of(pages(tag), held())), "p", class_="working-name") == []


def test_people_are_led_to_where_they_can_take_part_and_not_where_nobody_has_been() -> None:
    by = OFFICE.model_copy(
        update={
            "participation": (
                Participation(kind=ParticipationKind.MAILBOX, name="處長信箱", value="head@plans.example"),
                Participation(
                    kind=ParticipationKind.COMMUNITY,
                    name="本處臉書",
                    value="https://social.example/office",
                    source="本處網站",
                    noted=RocDate(114, 11, 25),
                ),
                Participation(kind=ParticipationKind.VOTE, name="投票", value="https://v.example/", unverified=True),
            )
        }
    )
    section = one(page(office_of(pages(), held(summary(), by=by))), "section", aria_labelledby="participation")
    assert list(links(section)) == [
        ("處長信箱", "mailto:head@plans.example"),
        ("本處臉書", "https://social.example/office"),
    ]
    assert "來源：本處網站（中華民國114年11月25日查閱）" in text(section)
    assert not every(page(office_of(pages(), held(summary()))), "section", aria_labelledby="participation")


def test_the_deadlines_of_the_newest_plan_are_said_with_its_own_words_once_where_it_gives_no_day() -> None:
    words = "每半年自行考核，公開於網頁"
    due = (
        Deadline(kind=DeadlineKind.PUBLISHED, to="網頁", half=1, words=words, place="s-2"),
        Deadline(kind=DeadlineKind.PUBLISHED, to="網頁", half=2, words=words, place="s-2"),
        Deadline(
            kind=DeadlineKind.FILED, to="業務處", half=1, day=RocDate(114, 7, 8), words="7月8日前填報", place="s-2"
        ),
    )
    listed = one(
        page(office_of(pages(), held(summary().model_copy(update={"deadlines": due})))), "dl", class_="deadlines"
    )
    assert texts(listed, "dt") == ["應填報", "應登載"]
    assert texts(listed, "dd") == ["業務處（上半年）：期限中華民國114年7月8日", f"{words}（計畫未定日期）"]
    assert [href for _, href in links(listed)] == ["114/#s-2", "114/#s-2"]


def test_an_organisation_that_the_title_names_is_not_said_above_it() -> None:
    assert texts(page(office_of(pages(), held())), "p", class_="eyebrow") == ["示範公司"]
    named = OFFICE.model_copy(update={"name": "示範公司第一服務處"})
    assert texts(page(office_of(pages(), held(by=named))), "p", class_="eyebrow") == []

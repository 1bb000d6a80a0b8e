from pathlib import Path

import pytest

from planpress.editions.edition import Edition, Text, load_editions, plan_texts
from planpress.editions.english_periods import english_period
from planpress.editions.hans import HansConverter
from planpress.editions.memory import Memory
from planpress.model import (
    Columns,
    Department,
    Group,
    Measure,
    Office,
    Organisation,
    Paragraph,
    Plan,
    Section,
    Shortcut,
    Target,
)
from planpress.model.dates import Period, PeriodKind, RocDate, parse_period
from planpress.model.language import EN, ZH_HANS, ZH_HANT, Language
from planpress.model.numbering import Number, split_number
from planpress.settings import Settings

HANT = Edition(ZH_HANT)
HANS = Edition(ZH_HANS, hans=HansConverter())


def english(strict: bool = False, **texts: str) -> Edition:
    """An English edition that knows these translations, of texts and of the interface alike."""
    return Edition(
        EN,
        Memory({(None, source): text for source, text in texts.items()}, {source: (text,) for source, text in texts.items()}),
        strict=strict,
    )  # fmt: skip


def number(printed: str) -> Number:
    found, _ = split_number(printed)
    assert found is not None
    return found


OFFICE = Office(
    id="demo",
    name="示範處",
    en="Demonstration Office",
    organisation=Organisation(id="demo", name="示範公司", en="Demonstration Company"),
    departments=(Department(name="業務組", en="Business Department"), Department(name="測試組")),
)


def test_chinese_is_the_plan_as_written() -> None:
    assert HANT.text("後續規劃") == Text("後續規劃", "zh-Hant")


def test_simplified_is_converted() -> None:
    assert HANS.text("後續規劃") == Text("后续规划", "zh-Hans")


def test_english_comes_from_the_memory_or_falls_back_to_chinese_and_says_so() -> None:
    edition = english(計畫依據="Basis of the plan")
    assert edition.text("計畫依據") == Text("Basis of the plan", "en")
    assert edition.text("計畫目標") == Text("計畫目標", "zh-Hant")


def test_what_is_not_chinese_needs_no_translation() -> None:
    assert english().text("QR Code 1910") == Text("QR Code 1910", "en")
    assert english().text("QR碼") == Text("QR碼", "zh-Hant")


def test_an_office_has_its_own_translation() -> None:
    edition = Edition(EN, Memory({(None, "各所"): "all stations", ("demo", "各所"): "all service stations"}))
    assert edition.text("各所", "demo").value == "all service stations"
    assert edition.text("各所").value == "all stations"
    assert edition.department(OFFICE, "各所").value == "all service stations"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("隨時辦理", "as needed"),
        ("持續辦理", "continuous"),
        ("每年一次", "once a year"),
        ("每年辦理", "every year"),
        ("每月檢視", "every month"),
        ("每季1次", "once a quarter"),
        ("每兩個月辦理一次", "every two months"),
        ("每半年", "every six months"),
        ("105年6月前", "by June 2016"),
        ("105年6月底前", "by the end of June 2016"),
        ("105年4月", "April 2016"),
        ("105年5月及10月", "May and October 2016"),
        ("105年1-12月", "January to December 2016"),
        ("105年1-2月", "January and February 2016"),
        ("105年1-3月、5月及12月", "January to March, May and December 2016"),
    ],
)
def test_a_period_is_composed_in_english(words: str, expected: str) -> None:
    assert english().period(parse_period(words)) == Text(expected, "en")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("114年12月31日前", "by 31 December 2025"),
        ("１１４年６月底前", "by the end of June 2025"),
        ("第2季結束前", "by the end of June 2025"),
        ("114/6/30前", "by 30 June 2025"),
        ("年底前", "by the end of 2025"),
        ("第1、3季", "January to March and July to September 2025"),
        ("上半年", "January to June 2025"),
        ("114年6月30日", "30 June 2025"),
        ("114年7月1日起至12月31日", "1 July to 31 December 2025"),
        ("114年12月1日至115年1月31日", "1 December 2025 to 31 January 2026"),
        ("114年6月底", "the end of June 2025"),
        ("6月中旬", "mid-June 2025"),
        ("7月初", "early July 2025"),
        ("全年", "throughout 2025"),
        ("114年度", "throughout 2025"),
        ("年度內", "within 2025"),
        ("每季", "every quarter"),
        ("每3週一次", "every three weeks"),
        ("每12季", "every 36 months"),
        ("定期辦理", "regularly"),
        ("每週一", "every Monday"),
        ("每週二、四", "every Tuesday and Thursday"),
        ("每週一至週五", "Monday to Friday every week"),
        ("每月5日前", "by the 5th of every month"),
        ("每月1日及15日", "on the 1st and 15th of every month"),
        ("每月22日", "on the 22nd of every month"),
        ("每月11日", "on the 11th of every month"),
        ("每月底", "at the end of every month"),
        ("每季末前", "by the end of every quarter"),
        ("每年6月及12月", "June and December every year"),
        ("每年6月30日前", "by 30 June every year"),
        ("每年6月底前", "by the end of June every year"),
        ("每年底前", "by the end of every year"),
        ("不定期", "from time to time"),
        ("隨時", "as needed"),
        ("即日起", "from now on"),
        ("即日起至114年12月31日", "from now until 31 December 2025"),
        ("即日起至12月底", "from now until the end of December 2025"),
        ("114年7月起", "from July 2025"),
        ("114年7月1日起", "from 1 July 2025"),
    ],
)
def test_a_period_of_a_plan_of_2025_is_composed_in_english(words: str, expected: str) -> None:
    assert english().period(parse_period(words, 114)) == Text(expected, "en")


@pytest.mark.parametrize(
    "words", ["配合公服處更新作業", "105年6月及11月(亦可按需要查核)", "6月底前（視預算）", "5月及6月底"]
)
def test_a_period_that_would_lose_something_falls_back(words: str) -> None:
    assert english().period(parse_period(words, 105)) == Text(words, "zh-Hant")


def test_months_of_two_years_keep_their_years() -> None:
    period = Period("x", PeriodKind.MONTHS, months=("2016-11", "2016-12", "2017-01"))
    assert english_period(period) == "November and December 2016 and January 2017"


def test_a_translated_period_wins_over_a_composed_one() -> None:
    assert english(隨時檢討="review as needed").period(parse_period("隨時檢討")) == Text("review as needed", "en")


def test_periods_are_composed_in_english_only() -> None:
    assert HANT.period(parse_period("105年6月前")) == Text("105年6月前", "zh-Hant")
    assert HANS.period(parse_period("隨時辦理")) == Text("随时办理", "zh-Hans")
    assert Edition(Language("ja", "ja/", "日本語")).period(parse_period("隨時辦理")).lang == "zh-Hant"


def test_numbers_are_printed_for_the_reader() -> None:
    for printed, hans, latin in (
        ("參、", "参、", "III."),
        ("(三)", "(三)", "(3)"),
        ("甲.", "甲.", "A."),
        ("◎", "◎", "◎"),
    ):
        assert HANT.number(number(printed)) == printed
        assert HANS.number(number(printed)) == hans
        assert english().number(number(printed)) == latin


def test_names_are_translated_beside_the_name_itself() -> None:
    edition = english(測試組="Test Department", 業務組="not this one")
    assert edition.department(OFFICE, "業務組") == Text("Business Department", "en")
    assert edition.department(OFFICE, "測試組") == Text("Test Department", "en")
    assert edition.department(OFFICE, "沒有組") == Text("沒有組", "zh-Hant")
    assert edition.office_name(OFFICE) == Text("Demonstration Office", "en")
    assert edition.organisation_name(OFFICE.organisation) == Text("Demonstration Company", "en")
    assert Edition(Language("ja", "ja/", "日本語")).office_name(OFFICE) == Text("示範處", "zh-Hant")
    assert HANT.department(OFFICE, "業務組") == Text("業務組", "zh-Hant")
    assert HANS.department(OFFICE, "業務組") == Text("业务组", "zh-Hans")
    assert HANS.organisation_name(OFFICE.organisation) == Text("示范公司", "zh-Hans")


def test_the_sites_name_is_its_own_or_derived_or_the_chinese() -> None:
    names = {"zh-Hant": "服務計畫", "en": "Service plans"}
    assert [edition.site_name(names).value for edition in (HANT, english(), HANS)] == [
        "服務計畫",
        "Service plans",
        "服务计划",
    ]
    assert english().site_name({"zh-Hant": "服務計畫"}) == Text("服務計畫", "zh-Hant")


def test_a_year_stands_in_both_calendars() -> None:
    messages = {"%(roc_year)s年度（%(year)s）": ("%(year)s (ROC year %(roc_year)s)",)}
    assert HANT.year(114) == "114年度（2025）"
    assert HANS.year(114) == "114年度（2025）"
    assert Edition(EN, Memory(messages=messages)).year(114) == "2025 (ROC year 114)"


def test_dates_are_written_out() -> None:
    day, month = RocDate(114, 1, 14), RocDate(105, 2)
    assert [HANT.date(day), HANT.date(month)] == ["中華民國114年1月14日", "中華民國105年2月"]
    assert [HANS.date(day), HANS.date(month)] == ["中华民国114年1月14日", "中华民国105年2月"]
    assert [english().date(day), english().date(month)] == ["14 January 2025", "February 2016"]
    assert Edition(Language("id", "id/", "Bahasa Indonesia")).date(day) == "14 Januari 2025"


@pytest.mark.parametrize(
    ("last", "said"),
    [
        (RocDate(114, 10, 31), "中華民國114年10月1日至31日"),
        (RocDate(114, 11, 2), "中華民國114年10月1日至11月2日"),
        (RocDate(115, 10, 1), "中華民國114年10月1日至115年10月1日"),
        (RocDate(114, 12), "中華民國114年10月1日至12月"),
        (RocDate(114, 10, 1), "中華民國114年10月1日"),
        (None, "中華民國114年10月1日"),
    ],
)
def test_what_lasts_says_each_part_of_its_dates_once(last: RocDate | None, said: str) -> None:
    assert HANT.dates(RocDate(114, 10, 1), last) == said


def test_what_lasts_in_other_languages_and_what_has_no_dates() -> None:
    first, last = RocDate(114, 10, 1), RocDate(114, 10, 31)
    assert HANS.dates(first, last) == "中华民国114年10月1日至31日"
    assert english(至=" to ").dates(first, last) == "1 October 2025 to 31 October 2025"
    assert (HANT.dates(None, last), HANT.dates(None, None)) == ("中華民國114年10月31日", "")


def test_the_interface_speaks_the_editions_language() -> None:
    assert HANT.gettext("無障礙聲明") == "無障礙聲明"
    assert HANS.gettext("無障礙聲明") == "无障碍声明"
    assert english(首頁="Home").gettext("首頁") == "Home"
    assert english().gettext("首頁") == "首頁"


def test_a_missing_message_is_an_error_in_a_strict_edition() -> None:
    with pytest.raises(KeyError, match="首頁"):
        english(strict=True).gettext("首頁")
    with pytest.raises(KeyError, match="項"):
        english(strict=True).ngettext("項", "項", 2)
    assert english(strict=True, 首頁="Home").gettext("首頁") == "Home"
    assert Edition(ZH_HANT, strict=True).gettext("首頁") == "首頁"
    assert Edition(ZH_HANS, hans=HansConverter(), strict=True).gettext("首頁") == "首页"


def test_english_has_a_plural_and_chinese_has_none() -> None:
    edition = Edition(EN, Memory(messages={"%(num)s項": ("one measure", "%(num)s measures")}, plural="(n != 1)"))
    assert [edition.ngettext("%(num)s項", "%(num)s項", count) for count in (0, 1, 2)] == [
        "%(num)s measures",
        "one measure",
        "%(num)s measures",
    ]
    assert HANT.ngettext("%(num)s項", "%(num)s項", 2) == "%(num)s項"
    assert HANS.ngettext("%(num)s項", "%(num)s項", 1) == "%(num)s项"
    assert english().ngettext("一項", "%(num)s項", 1) == "一項"
    assert english().ngettext("一項", "%(num)s項", 2) == "%(num)s項"


PLAN = Plan(
    office="demo",
    roc_year=114,
    title="標題",
    columns=Columns(groups=("面向",), measure="作法", who="部門", when="期間"),
    shortcuts=(Shortcut(text="捷徑", to="m-1-1"),),
    sections=(
        Section(id="s-1", heading="依據", paragraphs=(Paragraph(text="段", paragraphs=(Paragraph(text="分段"),)),)),
        Section(
            id="s-2",
            children=(
                Group(
                    id="g-1",
                    name="依據",
                    intro=("引言",),
                    children=(Measure(id="m-1-1", text="作為", unsure="存疑", target=Target(figure="3", unit="件"), source="來函", items=(Measure(id="m-1-1-i1", text="細目"),)),),
                ),
                Measure(id="m-2", text="QR", departments=("業務組",), period=parse_period("隨時辦理")),
            ),
        ),
    ),
    transcription_notes=("說明",),
)  # fmt: skip


def test_the_texts_of_a_plan_stand_in_reading_order() -> None:
    assert list(plan_texts(PLAN)) == [
        *("標題", "捷徑", "依據", "段", "分段", "依據", "引言", "作為", "件", "來函", "存疑", "細目", "QR", "說明"),
    ]


@pytest.mark.parametrize(
    ("target", "chinese", "translated"),
    [
        (
            Target(figure="95", unit="%", by=RocDate(114, 12, 31)),
            "95%（中華民國114年12月31日前）",
            "95% by 31 December 2025",
        ),
        (
            Target(figure="30", unit="分鐘", by=RocDate(114, 12)),
            "30分鐘（中華民國114年12月前）",
            "30 minutes by December 2025",
        ),
        (Target(figure="30", unit="分鐘"), "30分鐘", "30 minutes"),
        (Target(figure="95"), "95", "95"),
    ],
)
def test_a_target_says_how_much_and_by_when(target: Target, chinese: str, translated: str) -> None:
    memory = Memory({(None, "分鐘"): "minutes"}, messages={"%(amount)s（%(date)s前）": ("%(amount)s by %(date)s",)})
    assert HANT.target(target) == Text(chinese, "zh-Hant")
    assert Edition(EN, memory).target(target) == Text(translated, "en")


def test_a_target_whose_unit_is_not_translated_is_chinese_as_a_whole() -> None:
    target = Target(figure="30", unit="分鐘", by=RocDate(114, 12))
    assert english().target(target) == HANT.target(target)
    assert Edition(EN, Memory({("demo", "分鐘"): "min"})).target(target, "demo").value.startswith("30 min")
    assert HANS.target(target) == Text("30分钟（中华民国114年12月前）", "zh-Hans")


def settings(root: Path, *languages: Language) -> Settings:
    return Settings(root, "https://example.org/", {}, languages, root / "site", RocDate(114, 1, 1).first_day)


def test_the_editions_of_a_site_are_read_from_its_locales(tmp_path: Path) -> None:
    locales = tmp_path / "content" / "locales"
    (locales / "ja" / "LC_MESSAGES").mkdir(parents=True)
    (locales / "ja" / "LC_MESSAGES" / "plans.po").write_text('msgid "計畫"\nmsgstr "計画"\n\nmsgid "x', "utf-8")
    (locales / "ja" / "LC_MESSAGES" / "terms.po").write_text('msgid "計畫"\nmsgstr "計画"\n', "utf-8")
    (locales / "zh-Hans.txt").write_text("臺灣\t臺灣\n壞\n", "utf-8")
    japanese = Language("ja", "ja/", "日本語")
    editions, problems = load_editions(settings(tmp_path, ZH_HANT, EN, ZH_HANS, japanese))
    assert list(editions) == ["zh-Hant", "en", "zh-Hans", "ja"]
    assert [edition.text("臺灣計畫").value for edition in editions.values()] == [
        *("臺灣計畫", "臺灣計畫", "臺灣计划", "臺灣計畫"),
    ]
    assert editions["ja"].text("計畫") == Text("計画", "ja")
    assert [(problem.code, problem.place.file, problem.place.line) for problem in problems] == [
        ("E604", "content/locales/zh-Hans.txt", 2),
        ("E601", "content/locales/ja/LC_MESSAGES/plans.po", 4),
    ]


def test_the_sites_own_catalogues_are_sound() -> None:
    root = Path(__file__).parents[2]
    editions, problems = load_editions(settings(root, ZH_HANT, EN, ZH_HANS))
    assert problems == ()
    assert editions["en"].text("計畫依據") == Text("Basis of the plan", "en")

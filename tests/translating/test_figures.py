import pytest

from planpress.translating.figures import added, lacking


def differences(chinese: str, translation: str) -> tuple[list[str], list[str]]:
    return [each.figure for each in lacking(chinese, translation)], [
        each.figure for each in added(chinese, translation)
    ]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("114年度計畫", "2025 (ROC year 114) plan"),
        ("依105-106年之規定", "under the rules of 2016 and 2017"),
        ("本(107)年上半年度", "the first half of this year (2018)"),
        ("106年3月15日", "15 March 2017"),
        ("民國106.3.15修正", "amended on 15 March 2017"),
        ("105年1-12月", "January to December 2016"),
        ("全台1萬3,000多個據點", "more than 13,000 locations"),
        ("3億元", "300 million"),
        ("1,200件", "1,200 cases"),
        ("滿意度達95%以上", "at least 95% satisfied"),
        ("滿意度達９５％以上", "at least 95 per cent satisfied"),
        ("80%～90%", "80 to 90%"),
        ("每年2次、5大構面、第3季", "twice a year, five dimensions, the third quarter"),
        ("上午8:30至17:30", "from 8:30 am to 5:30 pm"),
        ("至20時止", "until 8 pm"),
        ("每1人1份", "a copy each"),
        ("四大超商", "the 4 big chains"),
        ("二十四小時", "24 hours"),
        ("停用二年以上", "out of use for 2 years"),
        ("每半年檢討，每季公告", "review every 6 months, publish every 3 months"),
        ("一○六年", "2017"),
        ("撥打1910客服專線", "call the 1910 hotline"),
        ("未滿20年", "less than 20 years"),
        ("滿99年", "for 99 years"),
        ("滿100年以上", "for 100 years or more"),
        ("業字第1148001255號函", "Letter No. 業字第1148001255號"),
        ("業字第 1148001255 號函", "Letter No. 業字第1148001255號"),
        ("業字第1148001255號函", "Letter Ye-Zi No. 1148001255 (業字第1148001255號)"),
        ("表中「114年度」字樣", "the words '114年度' in the table"),
        ("設置跑馬燈", "install a display"),
    ],
)
def test_figures_that_say_the_same(chinese: str, english: str) -> None:
    assert differences(chinese, english) == ([], [])


@pytest.mark.parametrize(
    ("chinese", "english", "missing", "too_many"),
    [
        ("114年度計畫", "2024 plan", ["114年"], ["2024"]),
        ("114年度計畫", "plan of ROC year 114", ["114年"], []),
        ("106年3月15日", "15 May 2017", ["3月"], []),
        ("106年3月15日", "16 March 2017", ["15日"], ["16"]),
        ("達95%以上", "95 or more", ["95%"], []),
        ("達95%以上", "at least 59%", ["95%"], ["59"]),
        ("1萬3,000多個據點", "3,000 locations", ["1萬3,000"], ["3,000"]),
        ("每年2次", "once a year", ["2次"], []),
        ("共7項", "in 2017, in all", ["7項"], ["2017"]),
        ("表7", "a table of 2017", ["7"], ["2017"]),
        ("受理17時前", "before 6 pm", ["17時"], ["6"]),
        ("業字第1148001255號函", "Letter No. 業字第1148001256號", ["業字第1148001255號"], ["業字第1148001256號"]),
        ("業字第1148001255號函", "a letter", ["業字第1148001255號"], []),
        ("業字第1148001255號函", "Letter Ye-Zi No. 1148001256 (業字第1148001255號)", [], ["1148001256"]),
        ("業字第1148001255號函", "Letter Ye-Zi No. 1148001255", ["業字第1148001255號"], []),
        ("隨時受理", "accepted 24 hours a day", [], ["24"]),
        ("版本2.5", "version 2.6", ["2.5"], ["2.6"]),
    ],
)
def test_figures_that_differ(chinese: str, english: str, missing: list[str], too_many: list[str]) -> None:
    assert differences(chinese, english) == (missing, too_many)


def test_a_figure_too_many_has_its_place() -> None:
    assert [tuple(each) for each in added("受理", "Accepted in 24 hours")] == [("24", 12)]


def test_in_other_languages_small_figures_may_be_spelt_out() -> None:
    assert list(lacking("每年2次", "dua kali setahun", is_english=False)) == []
    assert [each.figure for each in lacking("共15項、達5%", "semua", is_english=False)] == ["15項", "5%"]

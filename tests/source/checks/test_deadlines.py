import pytest

from planpress.model import Deadline, DeadlineKind
from planpress.model.dates import RocDate
from tests.snippets import of_plan

SAYS = """
sections:
  - text: 柒、引言。
  - heading: 陸、考核作業
    text: |
      一、考核結果應分別於114年7月8日及115年1月6日前填報業務處，
      另成績登載於本處對外網頁。
      二、第1次：七月二十日前(截止日6月30日)報總處。
    rows:
      - h1: 一、提報
      - do: 1. 每年12月5日前報 總處 備查。
"""


def found(entry: str) -> list[str]:
    """The problems of one deadline, without its text."""
    lines = of_plan(f"deadlines:\n  - {entry}{SAYS}")
    return [" ".join(line.split()[:2]) for line in lines if line.startswith("2:")]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("{kind: 填報, to: 業務處, half: 1, day: 114-07-08, words: 分別於114年7月8日及115年1月6日前填報業務處}", []),
        ("{kind: 填報, to: 業務處, half: 2, day: 115-01-06, words: 分別於114年7月8日及115年1月6日前填報業務處}", []),
        (
            "{kind: 填報, to: 業務處, half: 1, day: 114-07-09, words: 分別於114年7月8日及115年1月6日前填報業務處}",
            ["2:39 E195"],
        ),
        ("{kind: 報送, to: 總處, day: 114-07-20, cut_off: 114-06-30, words: 第1次：七月二十日前(截止日6月30日)}", []),
        (
            "{kind: 報送, to: 總處, day: 114-07-20, cut_off: 114-06-29, words: 第1次：七月二十日前(截止日6月30日)}",
            ["2:49 E195"],
        ),
        ("{kind: 報送, to: 總處, day: 113-07-20, words: 第1次：七月二十日前}", ["2:29 E195"]),
        ("{kind: 報送, to: 總處, day: 114-12-05, words: 每年12月5日前報總處備查}", []),
        ("{kind: 登載, to: 本處對外網頁, half: 1, words: 成績登載於本處對外網頁}", []),
        ("{kind: 登載, to: 本處對外網頁, half: 1, words: 填報業務處，另成績登載於本處對外網頁}", []),
        (
            "{kind: 登載, to: 業務處, day: 114-07-08, words: 考核結果應分別於114年7月8日及115年1月6日前填報業務處}",
            ["2:12 E196"],
        ),
        ("{kind: 登載, to: 臉書, half: 1, words: 成績登載於本處對外網頁}", ["2:20 E197"]),
        ("{kind: 填報, to: 業務處, half: 1, words: 分別於114年7月8日}", ["2:41 W191"]),
        ("{kind: 填報, to: 業務處, half: 3, words: 成績登載於}", ["2:31 E211"]),
        ("{kind: 陳報, to: 業務處, half: 1, words: 成績登載於}", ["2:12 E211"]),
        ("{kind: 填報, to: 業務處, day: 114/7/8, words: 成績登載於}", ["2:30 E208"]),
        ("{kind: 填報, half: 1, words: 成績登載於}", ["2:5 E202"]),
        ("{kind: 報送, to: 總處, within: 2個月, words: 每年12月5日前報總處備查}", ["2:32 E197", "2:44 W191"]),
    ],
)
def test_a_deadline_says_what_its_words_say(entry: str, expected: list[str]) -> None:
    assert found(entry) == expected


def test_only_the_day_of_a_publication_is_public() -> None:
    done = RocDate(111, 7, 7)
    published = Deadline(kind=DeadlineKind.PUBLISHED, to="網頁", half=1, done=done, words="登載於網頁")
    filed = Deadline(kind=DeadlineKind.FILED, to="業務處", half=1, done=done, words="填報業務處")
    assert [each.public.done for each in (published, filed) if each.public] == [done, None]
    assert Deadline(kind=DeadlineKind.PUBLISHED, to="網頁", half=1, done=done, source="函").public is None


def test_what_a_letter_says_is_internal() -> None:
    assert Deadline(kind=DeadlineKind.FILED, to="業務處", half=1, words="填報業務處").is_public
    assert not Deadline(kind=DeadlineKind.FILED, to="業務處", half=1, source="業務處函").is_public

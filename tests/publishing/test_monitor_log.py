"""The log loses no line that was written whole, whatever came before it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from planpress.editions.edition import Edition
from planpress.model.dates import RocDate
from planpress.model.language import AUTHORITATIVE
from planpress.problems.problem import Place, Problem
from planpress.publishing.monitor_log import Seen, Watched, append, read_log
from planpress.publishing.monitor_month import evenings
from planpress.publishing.monitor_table import MONITOR_FIELDS, monitor_records
from planpress.publishing.watching import Check, Look

AT = datetime(2025, 6, 1, 12, 0, 3, tzinfo=UTC)  # 20:00 in Taiwan
URL = "https://plans.example/"
WELL = Watched(at=AT, check=Check.HOME, url=URL, of=1)
LOOK = Look(Check.FILES, 38, problems=(Problem("E772", Place(f"{URL}a"), {"addresses": "2"}),))
ALTERED = Watched.of_look(AT, URL, LOOK)
PERSON = Seen(at=AT + timedelta(minutes=5), unit="資訊組")


def test_lines_come_back_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "monitor.jsonl"
    append(file, [WELL, ALTERED], print)
    append(file, [PERSON], print)
    assert read_log(file) == ((WELL, ALTERED, PERSON), ())
    assert file.read_bytes().count(b"\n") == 3
    assert [each.name for each in tmp_path.iterdir()] == ["monitor.jsonl"]
    assert read_log(tmp_path / "none").lines == ()


@settings(max_examples=60)
@given(st.integers(0, 400), st.binary(max_size=30))
def test_a_line_that_was_torn_hides_no_other(cut: int, noise: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "monitor.jsonl"
        append(file, [WELL, WELL], print)
        file.write_bytes(file.read_bytes()[:cut] + noise.replace(b"\n", b""))
        before = read_log(file)
        append(file, [PERSON], print)
        after = read_log(file)
    assert after.lines == (*before.lines, PERSON)
    assert len(after.problems) == len(before.problems) <= 1
    assert {each.code for each in after.problems} <= {"W776"}


def test_writers_take_turns(tmp_path: Path) -> None:
    file = tmp_path / "monitor.jsonl"
    with ThreadPoolExecutor(4) as executor:
        list(executor.map(lambda number: append(file, [WELL] * 5, lambda holder: None), range(12)))
    assert read_log(file).lines == (WELL,) * 60


def month(*lines: Watched | Seen, today: date = date(2025, 6, 4)) -> list[dict[str, str]]:
    days = list(evenings(lines, RocDate(114, 6), today))
    names = [each.name for each in MONITOR_FIELDS]
    return [dict(zip(names, row, strict=True)) for row in monitor_records(days, Edition(AUTHORITATIVE))]


def test_a_month_has_every_evening_and_says_which_were_missed() -> None:
    later = AT + timedelta(days=1, hours=1)
    again = WELL.model_copy(update={"at": AT + timedelta(hours=1)})
    release = Watched(at=later, check=Check.RELEASE, url=URL, of=3, figure=7)
    broken = PERSON.model_copy(update={"at": later, "fault": "首頁圖片未顯示"})
    rows = month(WELL, ALTERED, again, PERSON, release, broken)
    assert len(rows) == 30
    first, second, third, today = rows[:4]
    assert first["machine_times"] == "20:00;21:00"
    assert first["machine_result"] == "異常，後已恢復"
    assert first["machine_faults"] == "20:00 E772 https://plans.example/a：內容與發布的不同（2 個網址）"
    assert (first["date"], first["weekday"], first["units"], first["person_result"]) == (
        "114年6月1日",
        "星期日",
        "資訊組",
        "正常",
    )
    assert (second["release"], second["files"], second["person_result"]) == ("第7版：正常", "未檢測", "異常")
    assert second["person_remarks"] == "首頁圖片未顯示"
    assert (third["machine_result"], third["person_result"]) == ("未檢測", "")
    assert today["machine_result"] == ""


def test_files_that_differ_are_counted_one_by_one() -> None:
    assert month(WELL, ALTERED)[0]["files"] == "36／38"


def test_days_are_those_of_taiwan() -> None:
    late = WELL.model_copy(update={"at": datetime(2025, 5, 31, 16, 30, tzinfo=UTC)})
    assert month(late)[0]["machine_times"] == "00:30"

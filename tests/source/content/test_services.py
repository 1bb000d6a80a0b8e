from pathlib import Path

from planpress.source.content.services import read_services
from tests.projects import write

SERVICES = """\
services:
  - topic: e-billing
    organisation: sample
    name: 申辦電子帳單
    en: Apply for electronic bills
    url: https://service.example/bills
    source: 示範公司網站
    seen: 114-11-25
"""


def codes(root: Path, text: str) -> list[tuple[str, int | None]]:
    write(root, "content/services.yml", text)
    _, problems = read_services(root, ["e-billing"], ["sample"])
    return [(problem.code, problem.place.line) for problem in problems]


def test_a_site_without_the_file_has_no_services(tmp_path: Path) -> None:
    assert read_services(tmp_path, [], []) == ((), [])


def test_services_are_read(tmp_path: Path) -> None:
    assert codes(tmp_path, SERVICES) == []
    (service,), _ = read_services(tmp_path, ["e-billing"], ["sample"])
    assert (service.url, service.seen and service.seen.iso) == ("https://service.example/bills", "2025-11-25")


def test_what_is_wrong_is_said_at_its_place_and_the_likely_word_is_known(tmp_path: Path) -> None:
    wrong = SERVICES.replace("e-billing", "e-biling").replace(": sample", ": smaple")
    assert codes(tmp_path, wrong) == [("E640", 2), ("E641", 3)]
    _, problems = read_services(tmp_path, ["e-billing"], ["sample"])
    assert [problem.values["nearest"] for problem in problems] == ["e-billing", "sample"]
    assert read_services(tmp_path, ["e-billing"], ["sample"])[0] == ()


def test_no_link_but_to_the_web(tmp_path: Path) -> None:
    for address in ("javascript:alert(1)", "ftp://service.example/", "//service.example", "https://service.example/ x"):
        assert ("E642", 6) in codes(tmp_path, SERVICES.replace("https://service.example/bills", f'"{address}"'))


def test_a_service_that_nobody_has_seen_is_a_warning(tmp_path: Path) -> None:
    assert codes(tmp_path, SERVICES.replace("    seen: 114-11-25\n", "")) == [("W640", 2)]


def test_where_the_topics_have_errors_nothing_is_said_of_them(tmp_path: Path) -> None:
    write(tmp_path, "content/services.yml", SERVICES)
    assert len(read_services(tmp_path, None, None)[0]) == 1

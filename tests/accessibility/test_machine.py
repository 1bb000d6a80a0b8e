from planpress.accessibility.looking import Look, Sight
from planpress.accessibility.machine import Tally, sights_of
from planpress.accessibility.record import CodeCount
from planpress.problems.problem import Place
from planpress.site_checks import check_files

PAGE = """<html lang="zh-Hant"><head><title>示範</title></head><body>
<h1>示範</h1>
<p class="hint">一</p>
<p class="hint" id="two">二</p>
<h3>跳層</h3>
</body></html>"""


def sight(html: str, *, rule: str = "color-contrast", criterion: str = "1.4.3", window: str = "1280 light") -> Sight:
    return Sight(criterion, rule, "too little", html, window)


def places(*sights: Sight) -> list[tuple[str, int, str]]:
    found = sights_of("site/index.html", PAGE, Look(list(sights)))
    return [(problem.code, problem.place.line, problem.values["windows"]) for _, problem in found]


def test_what_a_browser_finds_is_told_at_its_line() -> None:
    assert places(sight('<p class="hint">一</p>')) == [("E732", 3, "1280 light")]
    assert places(sight('<p class="hint" id="two" data-by-script="">二</p>')) == [("E732", 4, "1280 light")]
    assert places(sight('<p class="hint" hidden="">')) == [("E732", 3, "1280 light")]


def test_an_element_that_only_scripts_made_is_told_at_its_page() -> None:
    assert places(sight("<output>1</output>")) == [("E732", 0, "1280 light")]
    assert next(sights_of("site/a.html", PAGE, Look([sight("")])))[1].place == Place("site/a.html")


def test_one_problem_whatever_the_number_of_windows() -> None:
    html = '<p class="hint">一</p>'
    assert places(sight(html), sight(html, window="320 dark")) == [("E732", 3, "1280 light, 320 dark")]


def test_each_way_of_looking_has_a_code_of_its_own() -> None:
    html = "<h1>示範</h1>"
    assert places(
        sight(html, criterion=""),
        sight(html, rule="", criterion="1.4.10"),
        sight(html, rule="", criterion="2.5.8"),
    ) == [("W732", 2, "1280 light"), ("E733", 2, "1280 light"), ("E734", 2, "1280 light")]


def test_codes_are_counted_with_what_they_looked_at() -> None:
    tally = Tally()
    problems = list(check_files(["index.html"], lambda path: PAGE, "https://plans.example/", "site/", tally.see))
    counts = {each.code: each for each in tally.counts(problems)}
    assert counts["HM1130100C"] == CodeCount(code="HM1130100C", elements=2, pages=1, wrong=1, places=(":5",))
    assert counts["HM1410201C"] == CodeCount(code="HM1410201C", elements=0, pages=0, wrong=0)
    assert tally.languages == {"zh-Hant": 1}

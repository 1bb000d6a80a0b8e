from planpress.accessibility.sample import sample
from planpress.model.language import EN, ZH_HANS, ZH_HANT

LANGUAGES = (ZH_HANT, EN, ZH_HANS)


def chosen(*paths: str, every: bool = False) -> list[str]:
    """Paths of pages are taken for as long as their addresses are."""
    found = sample({path: len(path) for path in paths}, LANGUAGES, every=every)
    return list(found.paths)


def test_the_longest_of_each_kind_is_taken_in_every_language() -> None:
    assert chosen(
        "index.html",
        "en/index.html",
        "zh-hans/index.html",
        "kinmen/index.html",
        "taipei-city/index.html",
        "kinmen/114/index.html",
        "taipei-city/112/index.html",
        "en/kinmen/114/index.html",
        "kinmen/114/results-1/index.html",
        "kinmen/114/results-2/index.html",
    ) == [
        "en/index.html",
        "en/kinmen/114/index.html",
        "index.html",
        "kinmen/114/results-1/index.html",
        "taipei-city/112/index.html",
        "taipei-city/index.html",
        "zh-hans/index.html",
    ]


def test_topics_leaves_and_offices_are_names_and_trees_are_not() -> None:
    assert chosen(
        "kinmen/index.html",
        "browse/years/index.html",
        "browse/departments/index.html",
        "browse/departments/d-f93a5b1e/index.html",
        "topics/paying/index.html",
        "topics/e-billing/index.html",
        "topics/paying/page-2/index.html",
        "topics/paying/page-11/index.html",
        "quality/kinmen/index.html",
        "quality/links/index.html",
    ) == [
        "browse/departments/d-f93a5b1e/index.html",
        "browse/departments/index.html",
        "browse/years/index.html",
        "kinmen/index.html",
        "quality/kinmen/index.html",
        "quality/links/index.html",
        "topics/e-billing/index.html",
        "topics/paying/page-11/index.html",
    ]


def test_every_page_may_be_asked_for() -> None:
    paths = ["a/1/index.html", "a/22/index.html", "404.html"]
    assert chosen(*paths) == ["404.html", "a/22/index.html"]
    assert chosen(*paths, every=True) == ["404.html", "a/1/index.html", "a/22/index.html"]
    assert sample(dict.fromkeys(paths, 1), LANGUAGES, every=True).kinds == 2

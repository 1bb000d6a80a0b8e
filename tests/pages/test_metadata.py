from planpress.pages.metadata import dublin_core


def test_what_is_known_of_a_page_is_stated() -> None:
    assert dublin_core(
        title="金門區營業處114年度計畫",
        description="共24項。",
        publisher="金門區營業處",
        language="zh-Hant",
        identifier="https://plans.example/kinmen/114/",
        date="2025-02-03",
        years=range(114, 115),
        classes=[("Category.Service", "I00")],
    ) == (
        ("DC.Title", "金門區營業處114年度計畫"),
        ("DC.Creator", "金門區營業處"),
        ("DC.Publisher", "金門區營業處"),
        ("DC.Description", "共24項。"),
        ("DC.Type", "Text"),
        ("DC.Format", "text/html"),
        ("DC.Language", "zh-Hant"),
        ("DC.Identifier", "https://plans.example/kinmen/114/"),
        ("DC.Date", "2025-02-03"),
        ("DC.Coverage.t.min", "2025-01-01"),
        ("DC.Coverage.t.max", "2025-12-31"),
        ("Category.Service", "I00"),
    )


def test_what_is_not_known_is_left_out() -> None:
    pairs = dublin_core(
        title="關於", description="說明", publisher="網站", language="en", identifier="https://x.example/"
    )
    assert {name for name, _ in pairs}.isdisjoint({"DC.Date", "DC.Coverage.t.min", "DC.Coverage.t.max"})
    assert all(value for _, value in pairs)

"""Dublin Core and classes of a page, as 行政機關電子資料流通詮釋資料及分類檢索規範 asks.

In HTML the names of fields have a capital. Only what is known is stated; every page has its own date and coverage.
"""

from collections.abc import Sequence

from planpress.model.dates import gregorian_year


def dublin_core(
    *,
    title: str,
    description: str,
    creator: str,
    publisher: str,
    language: str,
    identifier: str,
    date: str | None = None,
    years: Sequence[int] = (),
    accepted: str | None = None,
    classes: Sequence[tuple[str, str]] = (),
) -> tuple[tuple[str, str], ...]:
    """``<meta>`` pairs.

    Args:
        title: of the page, without the site's name.
        description: the page's own.
        creator: the office, or whoever transcribed its plan.
        publisher: whoever publishes the site.
        language: BCP 47 tag, the same as the page's root.
        identifier: its canonical address.
        date: ISO date of its last change.
        years: the plan's 民國 years, for the coverage in time.
        accepted: ISO date of the last approval of the plan.
        classes: pairs of 政府資訊分類檢索, from :mod:`planpress.model.classification`.
    """
    pairs = [
        ("DC.Title", title),
        ("DC.Creator", creator),
        ("DC.Publisher", publisher),
        ("DC.Description", description),
        ("DC.Type", "Text"),
        ("DC.Format", "text/html"),
        ("DC.Language", language),
        ("DC.Identifier", identifier),
    ]
    if date:
        pairs.append(("DC.Date", date))
    if accepted:
        pairs.append(("DCTERMS.dateAccepted", accepted))
    if years:
        first, last = gregorian_year(years[0]), gregorian_year(years[-1])
        pairs += [("DC.Coverage.t.min", f"{first}-01-01"), ("DC.Coverage.t.max", f"{last}-12-31")]
    return (*pairs, *classes)

"""The pages of a site as flat records, each with what it does not prove and should: for those who check them all."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from planpress import addresses
from planpress.documents.records import Field
from planpress.model.proof import ProofKey

PAGE_FIELDS: Final = (
    Field("url", "網址", "網頁的網址。", "Address", "Address of the page."),
    Field(
        "short_of",
        "未達項目",
        "該頁未達的查核項目，以「;」分隔；空白為全部達到。",
        "Short of",
        "What the page falls short of, separated by ; and empty where it falls short of nothing.",
    ),
)


def page_records(proven: Mapping[str, Sequence[ProofKey]], site_url: str) -> Iterator[tuple[str, ...]]:
    """Every page, as values in the order of :data:`PAGE_FIELDS`.

    Args:
        proven: by the path of its file, what a page does not prove and should.
        site_url: where addresses begin.
    """
    for path, short in proven.items():
        yield addresses.absolute(site_url, path.removesuffix("index.html")), ";".join(short)

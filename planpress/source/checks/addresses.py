"""Whether every row has the address that it had before: what only a person can tell, what is not written down yet."""

from collections.abc import Collection, Iterator

from planpress.problems.problem import Place, Problem
from planpress.source.checks import check_text
from planpress.source.row_addresses.address_file import AddressFile, RowState
from planpress.source.row_addresses.ids import Addressed
from planpress.source.values.finding import Finding


def check_addresses(rows: Addressed) -> Iterator[Finding]:
    """Rows whose address is in doubt, and rows whose address may not be the one that was meant."""
    for path, ids in rows.questions:
        yield Finding("E180", path, {"ids": "、".join(ids), "id": ids[0]})
    yield from rows.notices


def check_address_file(file: AddressFile, rows: Addressed, official: Collection[str] = ()) -> Iterator[Problem]:
    """A file that does not hold what it should (one warning a plan), and what must not be public of removed rows."""
    if sorted(file.addresses) != sorted(rows.addresses):
        yield Problem("W180", Place(file.name), {name: str(count) for name, count in rows.changes._asdict().items()})
    for address, place in zip(file.addresses, file.places, strict=True):
        if address.state is RowState.REMOVED:
            yield from (Problem(each.code, place, each.values) for each in check_text((), address.text, official))

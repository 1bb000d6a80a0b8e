"""CSV: UTF-8 with a byte order mark, so that spreadsheet programs read Chinese; RFC 4180; one header row."""

import csv
import io
from collections.abc import Iterable

from planpress.documents.records import FIELDS, harmless


def csv_table(rows: Iterable[tuple[str, ...]]) -> bytes:
    """The records of a plan as CSV; the header row is the names of the fields."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([field.name for field in FIELDS])
    writer.writerows([harmless(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()

"""CSV: UTF-8 with a byte order mark, so that spreadsheet programs read Chinese; RFC 4180; one header row."""

import csv
import io
from collections.abc import Iterable, Sequence

from planpress.documents.records import FIELDS, Field, harmless


def csv_table(rows: Iterable[tuple[str, ...]], fields: Sequence[Field] = FIELDS) -> bytes:
    """Records as CSV, those of a plan or of other fields; the header row is the names of the fields."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([field.name for field in fields])
    writer.writerows([harmless(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()

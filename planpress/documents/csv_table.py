"""CSV: UTF-8 with a byte order mark, so that spreadsheet programs read Chinese; RFC 4180; one header row.

Every value stands in quotation marks. A spreadsheet program that looks for numbers makes -1 of ``(1)`` and 1 of ``1.``;
LibreOffice leaves what is quoted as it is if it is told to ("Format quoted field as text"), and so (1) comes through.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from planpress.documents.records import FIELDS, Field, harmless


def csv_table(rows: Iterable[tuple[str, ...]], fields: Sequence[Field] = FIELDS) -> bytes:
    """Records as CSV, those of a plan or of other fields; the header row is the names of the fields."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow([field.name for field in fields])
    writer.writerows([harmless(value) for value in row] for row in rows)
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()

"""The columns of each data set, for its files, its description and the page that explains them: one list for all."""

from collections.abc import Mapping, Sequence
from typing import Final

from planpress.documents.deadline_records import DEADLINE_FIELDS
from planpress.documents.records import FIELDS, Field
from planpress.documents.result_records import RESULT_FIELDS
from planpress.documents.survey_records import SURVEY_FIELDS
from planpress.model.dataset import DatasetKind

DATASET_FIELDS: Final[Mapping[DatasetKind, Sequence[Field]]] = {
    DatasetKind.MEASURES: FIELDS,
    DatasetKind.RESULTS: RESULT_FIELDS,
    DatasetKind.SURVEYS: SURVEY_FIELDS,
    DatasetKind.DEADLINES: DEADLINE_FIELDS,
}

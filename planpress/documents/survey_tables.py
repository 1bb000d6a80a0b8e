"""Surveys of an office as tables that people read, in one language: the surveys, their questions, what was done.

Of a few people there is nothing here either: what a survey says has gone through
:func:`planpress.model.survey.enough_people`.
"""

from collections.abc import Iterable, Sequence

from planpress.documents.records import SheetTable
from planpress.documents.survey_records import said
from planpress.editions.edition import Edition, Text
from planpress.editions.results import amount
from planpress.editions.surveys import improvement_time, question_cells, question_words, survey_facts, survey_time
from planpress.model import Office
from planpress.model.survey import Survey


def survey_tables(office: Office, surveys: Sequence[Survey], edition: Edition) -> tuple[SheetTable, ...]:
    """Surveys as sheets that people read: each survey with its facts, every question, every improvement."""
    _ = edition.gettext
    facts = [{label: text.value for label, text in survey_facts(edition, office, each)} for each in surveys]
    labels = tuple(dict.fromkeys(label for known in facts for label in known))
    names = [(said(edition, office, each.name), survey_time(edition, each)) for each in surveys]
    rows = [(*name, *(known.get(label, "") for label in labels)) for name, known in zip(names, facts, strict=True)]
    tables = [SheetTable(_("滿意度調查"), ((_("調查"), _("期間"), *labels), *rows))]
    for position, (each, name) in enumerate(zip(surveys, names, strict=True), start=1):
        if each.questions:
            caption = f"{position} {name[1]} {name[0]}"  # the number keeps the names of sheets apart
            tables.append(SheetTable(caption, question_table(office, each, edition)))
    done = [
        (*name, improvement_time(edition, each), said(edition, office, each.text),
         _("、").join(edition.department(office, department).value for department in each.departments))
        for survey, name in zip(surveys, names, strict=True)
        for each in survey.improvements
    ]  # fmt: skip
    if done:
        head = (_("調查"), _("期間"), _("季"), _("改善情形"), _("承辦部門"))
        tables.append(SheetTable(_("改善情形"), (head, *done)))
    return tuple(tables)


def table_widths(table: SheetTable) -> list[float]:
    """Widths of the columns of a table in centimetres, by what stands in them."""
    return [min(max(1.8, 0.4 * max(map(len, cells))), 9.0) for cells in zip(*table.rows, strict=True)]


def question_table(office: Office, survey: Survey, edition: Edition) -> tuple[tuple[str, ...], ...]:
    """The questions of a survey with their head; a column only where any of them has something in it."""
    _ = edition.gettext
    columns: list[tuple[str, list[str]]] = [
        (_("題目"), [edition.colon.join(_values(question_words(edition, office, each))) for each in survey.questions]),
        (_("滿意百分比"), ["" if each.percentage is None else amount(each.percentage) for each in survey.questions]),
        (_("上次百分比"), ["" if each.before is None else amount(each.before) for each in survey.questions]),
    ]
    cells = [question_cells(edition, each) for each in survey.questions]
    for position, step in enumerate(survey.steps):
        shown = ["" if position >= len(each) else (each[position] or _("不列")) for each in cells]
        columns.append((said(edition, office, step), shown))
    used = [(name, shown) for index, (name, shown) in enumerate(columns) if index == 0 or any(shown)]
    return (tuple(name for name, _cells in used), *zip(*(shown for _name, shown in used), strict=True))


def _values(words: Iterable[Text]) -> list[str]:
    return [text.value for text in words]

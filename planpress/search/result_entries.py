"""What the page of an assessment, or of an office's surveys, contributes to the search in one language."""

from collections.abc import Iterator

from planpress.editions.edition import Edition, Text
from planpress.editions.results import assessment_title, status_name
from planpress.model import Office
from planpress.model.assessment import Assessment
from planpress.model.survey import Survey
from planpress.search.entries import Found, PageEntries, TextKind, entry


def result_entries(assessment: Assessment, office: Office, edition: Edition) -> PageEntries:
    """The title of an assessment, what it says, and what became of each row."""
    title = assessment_title(edition, assessment, office.id)
    name = edition.gettext("%(office)s%(assessment)s") % {
        "office": edition.office_name(office).value,
        "assessment": title.value,
    }

    def rows() -> Iterator[Found]:
        yield entry(Text(name, title.lang), "", TextKind.PAGE, edition)
        for text in assessment.summary:
            yield entry(edition.text(text, office.id), "", TextKind.RESULT, edition)
        for part in assessment.everything():
            for said in (part.criterion, part.improvement):
                if said:
                    yield entry(edition.text(said, office.id), part.of or "", TextKind.RESULT, edition)
            if part.status or part.achieved:
                status = status_name(edition, part.status) if part.status else ""
                achieved = edition.text(part.achieved, office.id) if part.achieved else Text("", edition.language.tag)
                words = edition.colon.join(each for each in (status, achieved.value) if each)
                yield entry(Text(words, achieved.lang), part.of or "", TextKind.RESULT, edition)

    return PageEntries(tuple(rows()))


def survey_entries(surveys: tuple[Survey, ...], office: Office, edition: Edition) -> PageEntries:
    """The title of the page of an office's surveys, and what they asked."""
    name = edition.office_name(office)
    title = edition.gettext("%(office)s滿意度調查") % {"office": name.value}
    said = dict.fromkeys(
        text
        for survey in surveys
        for text in (survey.name, *survey.summary, *(each.question for each in survey.questions if each.question))
    )
    return PageEntries(
        (
            entry(Text(title, edition.language.tag), "", TextKind.PAGE, edition),
            *(entry(edition.text(text, office.id), "", TextKind.RESULT, edition) for text in said),
        )
    )

"""What a document says of itself: the Dublin Core of its page, for the metadata of ODT and ODS."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from planpress.documents.own_properties import HEADING_COLUMNS, listed
from planpress.editions.classes import class_lines
from planpress.editions.datasets import dataset_name, dataset_text
from planpress.editions.voice import Voice
from planpress.model import Office, Plan, Topic
from planpress.model.assessment import Assessment
from planpress.model.classification import class_metadata
from planpress.model.dataset import DatasetKind
from planpress.model.dates import gregorian_year
from planpress.model.decisions import last_approval
from planpress.model.document_files import MEDIA_TYPES, DocumentKind
from planpress.model.dublin_core import DATASET, TEXT, DublinCore
from planpress.model.language import AUTHORITATIVE
from planpress.model.survey import Survey
from planpress.model.vintage import Vintage
from planpress.overview.summary import lead, summarise


@dataclass(frozen=True, slots=True)
class About:
    """Dublin Core of a document.

    Attributes:
        title: of the plan or topic.
        subject: what it is about.
        creator: the office, or whoever transcribed its plan.
        publisher: whoever publishes the site.
        description: the same as the page's.
        keywords: for search.
        language: BCP 47 tag, the same as the page's.
        identifier: its absolute address, or that of the page that it is of.
        date: ISO date of the data, to the day, or to the month where no more is known.
        years: Gregorian years, first and last, that it covers.
        accepted: ISO date of the last approval.
        heading_columns: names of the plan's columns of headings, which its documents show nowhere; for those who
            import one of them.
        contributor: who else had a part in it.
        source: what it is taken from.
        relation: absolute address of the page that it is of.
        rights: who may do what with it.
        classes: of 政府資訊分類檢索, as metadata.
        class_lines: the same in words, by scheme.
    """

    title: str
    subject: str
    creator: str
    publisher: str
    description: str
    keywords: tuple[str, ...]
    language: str
    identifier: str
    date: str | None
    years: tuple[int, int]
    accepted: str | None = None
    heading_columns: tuple[str, ...] = ()
    contributor: str = ""
    source: str = ""
    relation: str = ""
    rights: str = ""
    classes: tuple[tuple[str, str], ...] = ()
    class_lines: tuple[tuple[str, str], ...] = ()

    @property
    def day(self) -> str | None:
        """The date, where it is known to the day: the formats' own fields take no shorter one."""
        return self.date if self.date and re.fullmatch(r"\d{4}-\d\d-\d\d", self.date) else None

    def dublin_core(self, media_type: str) -> tuple[tuple[str, str], ...]:
        """All 15 elements of a file of some type, named as on the page; what nobody dated is of its year."""
        first, last = self.years
        core = DublinCore(
            title=self.title,
            creator=self.creator,
            subject=self.subject,
            description=self.description,
            publisher=self.publisher,
            contributor=self.contributor,
            vintage=Vintage(self.date or f"{first:04d}", f"{first:04d}-01-01", f"{last:04d}-12-31"),
            type=DATASET if media_type in _OF_DATA else TEXT,
            format=media_type,
            identifier=self.identifier,
            source=self.source,
            language=self.language,
            relation=self.relation,
            rights=self.rights,
        )
        accepted = (("DCTERMS.dateAccepted", self.accepted),) if self.accepted else ()
        return (*core.pairs(), *accepted, *self.classes)

    @property
    def own(self) -> tuple[tuple[str, str], ...]:
        """What only planpress understands, by the names of :mod:`planpress.documents.own_properties`."""
        return ((HEADING_COLUMNS, listed(self.heading_columns)),) if self.heading_columns else ()


_OF_DATA: Final = frozenset(MEDIA_TYPES[kind] for kind in (DocumentKind.ODS, DocumentKind.CSV))


def about_plan(plan: Plan, office: Office, voice: Voice, url: str) -> About:
    """Describe the documents of a plan in one language.

    Args:
        plan: the plan; its documents are dated by its adoption.
        office: whose it is.
        voice: in whose name and in which language the documents speak.
        url: absolute address of the plan's page in this language.
    """
    edition = voice.edition
    _ = edition.gettext
    title = edition.text(plan.title, office.id).value
    name = edition.office_name(office).value
    description = _("%(title)s。%(text)s") % {
        "title": title,
        "text": lead(summarise(plan, {}), edition, voice.office(office)),
    }
    if voice.is_transcription:
        description = _("非官方轉錄：%(text)s") % {"text": description}
    return About(
        title=title,
        subject=_("服務計畫"),
        creator=voice.creator(name),
        publisher=voice.publisher.value,
        description=description,
        keywords=(
            _("服務計畫"),
            edition.organisation_name(office.organisation).value,
            name,
            edition.year(plan.roc_year, plan.until),
        ),
        language=edition.language.tag,
        identifier=url,
        date=plan.adopted.iso if plan.adopted else None,
        accepted=approved.iso if (approved := last_approval(plan.approvals, plan.revision)) else None,
        years=(gregorian_year(plan.years[0]), gregorian_year(plan.years[-1])),
        heading_columns=plan.columns.groups if edition.language == AUTHORITATIVE else (),
        contributor=voice.contributor(office),
        source=plan.title,
        relation=url,
        rights=voice.rights,
        classes=class_metadata(office.classification),
        class_lines=class_lines(edition, office.classification),
    )


def about_assessment(plan: Plan, office: Office, assessment: Assessment, title: str, voice: Voice, url: str) -> About:
    """Describe the documents of an assessment in one language.

    Args:
        plan: that was assessed.
        office: whose it is.
        assessment: its documents are dated by the day on which it was made.
        title: of the documents.
        voice: in whose name and in which language they speak.
        url: absolute address of the assessment's page in this language.
    """
    of_plan = about_plan(plan, office, voice, url)
    return replace(
        of_plan,
        title=title,
        subject=voice.edition.gettext("執行成果"),
        description=title,
        date=assessment.date.iso if assessment.date else None,
        years=(assessment.gregorian_year, assessment.gregorian_year),
        accepted=None,
    )


def about_clauses(plan: Plan, office: Office, title: str, voice: Voice, url: str) -> About:
    """Describe the sheet of what a plan asks of the office's own site; see :func:`about_assessment`."""
    of_plan = about_plan(plan, office, voice, url)
    return replace(of_plan, title=title, subject=voice.edition.gettext("網站條款"), description=title)


def about_dataset(kind: DatasetKind, vintage: Vintage, voice: Voice, url: str, page: str) -> About:
    """Describe a file of a data set of the whole site in one language.

    Args:
        kind: what it is of.
        vintage: of what time it is.
        voice: in whose name and in which language it speaks.
        url: absolute address of the file.
        page: that of the page of all data.
    """
    edition = voice.edition
    name = dataset_name(edition, kind)
    return About(
        title=name,
        subject=edition.gettext("服務計畫"),
        creator=voice.publisher.value,
        publisher=voice.publisher.value,
        description=dataset_text(edition, kind),
        keywords=(edition.gettext("服務計畫"), name),
        language=edition.language.tag,
        identifier=url,
        date=vintage.date,
        years=(int(vintage.first[:4]), int(vintage.last[:4])),
        contributor=voice.publisher.value,
        source=voice.publisher.value,
        relation=page,
        rights=voice.rights,
    )


def about_surveys(office: Office, surveys: Sequence[Survey], title: str, voice: Voice, url: str) -> About:
    """Describe the documents of an office's surveys in one language.

    Args:
        office: whose they are.
        surveys: what is public of them.
        title: of the documents.
        voice: in whose name and in which language they speak.
        url: absolute address of their page in this language.
    """
    edition = voice.edition
    name = edition.office_name(office).value
    subject = edition.gettext("滿意度調查")
    years = [gregorian_year(each.roc_year) for each in surveys]
    return About(
        title=title,
        subject=subject,
        creator=voice.creator(name),
        publisher=voice.publisher.value,
        description=title,
        keywords=(subject, edition.organisation_name(office.organisation).value, name),
        language=edition.language.tag,
        identifier=url,
        date=None,
        years=(min(years), max(years)),
        contributor=voice.contributor(office),
        source=title,
        relation=url,
        rights=voice.rights,
        classes=class_metadata(office.classification),
        class_lines=class_lines(edition, office.classification),
    )


def about_topic(topic: Topic, voice: Voice, url: str, years: tuple[int, int], date: str) -> About:
    """Describe the files of a topic in one language.

    Args:
        topic: what they are about.
        voice: in whose name and in which language they speak.
        url: absolute address of the topic's page in this language.
        years: Gregorian years, first and last, of the plans.
        date: ISO date of the newest of them.
    """
    edition = voice.edition
    name = edition.topic_name(topic).value
    description = edition.topic_text(topic).value
    if voice.is_transcription:
        description = edition.gettext("非官方轉錄：%(text)s") % {"text": description}
    return About(
        title=name,
        subject=edition.gettext("服務計畫"),
        creator=voice.publisher.value,
        publisher=voice.publisher.value,
        description=description,
        keywords=(edition.gettext("服務計畫"), name),
        language=edition.language.tag,
        identifier=url,
        date=date,
        years=years,
        contributor=voice.publisher.value,
        source=voice.publisher.value,
        relation=url,
        rights=voice.rights,
    )


def about_site(title: str, description: str, voice: Voice, url: str, day: date) -> About:
    """Describe a file that tells of the site itself, in one language.

    Args:
        title: of the file.
        description: what it is about.
        voice: in whose name and in which language it speaks.
        url: absolute address of the page that shows the same.
        day: of what it tells.
    """
    return About(
        title=title,
        subject=title,
        creator=voice.publisher.value,
        publisher=voice.publisher.value,
        description=description,
        keywords=(title, voice.site.value),
        language=voice.edition.language.tag,
        identifier=url,
        date=day.isoformat(),
        years=(day.year, day.year),
        contributor=voice.publisher.value,
        source=voice.publisher.value,
        relation=url,
        rights=voice.rights,
    )

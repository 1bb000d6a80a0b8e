"""All documents of one plan: reads it, sets it in every language and format, keeps the bytes in the object store."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from planpress import addresses
from planpress.cache import objects
from planpress.documents.about import About, about_assessment, about_plan, about_surveys
from planpress.documents.comparison import comparison_odt
from planpress.documents.csv_table import csv_table
from planpress.documents.document import Document
from planpress.documents.environment import documents_environment
from planpress.documents.fonts import DocumentFonts
from planpress.documents.glyphs import missing_characters
from planpress.documents.json_lines import json_lines
from planpress.documents.making import MadeDocuments
from planpress.documents.ods import ods, results_ods, tables_ods
from planpress.documents.odt import odt
from planpress.documents.pdf import LARGE_SIZE, NORMAL_SIZE, Attachment, pdf, picture_svg
from planpress.documents.pdf_metadata import with_dublin_core
from planpress.documents.plan_document import as_draft, document_of
from planpress.documents.records import data_tables, department_names, records
from planpress.documents.result_records import RESULT_FIELDS, result_records
from planpress.documents.results_document import results_document
from planpress.documents.survey_document import survey_document
from planpress.documents.survey_records import SURVEY_FIELDS, survey_records
from planpress.documents.survey_tables import survey_tables, table_widths
from planpress.editions.edition import Edition, load_editions
from planpress.editions.voice import voice_of
from planpress.model import Office, Plan
from planpress.model.assessment import Assessment
from planpress.model.decisions import revised
from planpress.model.document_files import (
    MEDIA_TYPES,
    DocumentFile,
    DocumentKind,
    document_files,
    result_files,
    revision_table,
)
from planpress.model.language import AUTHORITATIVE
from planpress.model.plan_task import PlanTask
from planpress.model.survey import Survey
from planpress.overview.changes import compared
from planpress.problems.problem import Place, Problem
from planpress.settings import Settings
from planpress.source import files as project_files
from planpress.source.attachments.beside import ORIGINAL_LIMIT, public_content
from planpress.source.attachments.figures import figure_files
from planpress.source.content.theme import explained
from planpress.source.folders import original_file_name, plan_folder
from planpress.source.repository import read_plan, read_results, read_superseded


class Press:
    """Fonts, templates and translations, as one process needs them."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.store = objects(settings.cache_dir)
        self.editions, _ = load_editions(settings)
        self.environment = documents_environment(settings)
        self.fonts = DocumentFonts.of(settings)

    def make(self, task: PlanTask) -> MadeDocuments:
        """Make every document of a plan."""
        plan, _ = read_plan(self.settings.root, task.office, task.roc_year)
        assert plan is not None  # only plans without errors come here
        files: dict[str, tuple[str, int]] = {}
        for file, data in self.documents(plan, task.office):
            files[file.path(plan.office, plan.roc_year)] = (self.store.put(data), len(data))
        for path, data in self.revision_tables(plan, task.office):
            files[path] = (self.store.put(data), len(data))
        for path, data in self.results(plan, task.office, task.assessments):
            files[path] = (self.store.put(data), len(data))
        problems = list(missing_characters(self.settings.root, plan, self.fonts))
        folder = plan_folder(plan.office, plan.roc_year)
        problems += [
            Problem("W128", Place(f"{folder}/{name}"), {"name": name})
            for name, content in self.pictures(plan).items()
            if picture_svg(content, self.fonts) is None
        ]
        if plan.original:
            name = original_file_name(plan.office, plan.roc_year, plan.original.file)
            original, unread = project_files.read(self.settings.root, name, ORIGINAL_LIMIT)
            problems += unread
            if original is not None:
                path = f"{addresses.plan(plan.office, plan.roc_year)}files/{plan.original.file}"
                original = public_content(original, is_exact=plan.original.sha256 is not None)
                files[path] = (self.store.put(original), len(original))
        return MadeDocuments(task.key, files, tuple(problems))

    def documents(self, plan: Plan, office: Office) -> Iterator[tuple[DocumentFile, bytes]]:
        """Each document with its bytes."""
        for file in document_files(tuple(self.editions)):
            yield file, self.document(file, plan, office, self.editions[file.tag])

    def revision_tables(self, plan: Plan, office: Office) -> Iterator[tuple[str, bytes]]:
        """The 修正對照表 of each revision, by its path."""
        replaced, _ = read_superseded(self.settings.root, office, plan.roc_year)
        url = addresses.absolute(self.settings.site_url, addresses.plan(plan.office, plan.roc_year))
        voice = voice_of(self.settings.facts, self.editions[AUTHORITATIVE.tag])
        texts = {each.number: each.plan for each in replaced}
        for number, following in revised(texts.keys(), plan.revision):
            before, after = texts[number], texts[following] if following else plan
            about = about_plan(after, office, voice, url)
            yield (
                revision_table(plan.office, plan.roc_year, number),
                comparison_odt(
                    before,
                    after,
                    compared(before, after),
                    office,
                    about,
                    self.environment,
                    is_transcription=voice.is_transcription,
                ),
            )

    def results(self, plan: Plan, office: Office, others: Sequence[Assessment] = ()) -> Iterator[tuple[str, bytes]]:
        """The documents of each assessment that is public, by their paths; ``others`` are those of the office."""
        for assessment in read_results(self.settings.root, office, plan.roc_year).public:
            paths = result_files(plan.office, plan.roc_year, assessment.name, tuple(self.editions))
            for file, path in paths.items():
                yield path, self.result(file, plan, office, assessment, self.editions[file.tag], others)

    def result(
        self,
        file: DocumentFile,
        plan: Plan,
        office: Office,
        assessment: Assessment,
        edition: Edition,
        others: Sequence[Assessment],
    ) -> bytes:
        """One document of an assessment."""
        page = addresses.results(plan.office, plan.roc_year, assessment.name)
        url = addresses.absolute(self.settings.site_url, addresses.localised(edition.language, page))
        voice = voice_of(self.settings.facts, edition)
        document = results_document(plan, office, assessment, voice, url, others)
        about = about_assessment(plan, office, assessment, document.title.value, voice, url)
        paths = result_files(plan.office, plan.roc_year, assessment.name, (file.tag,))
        about = replace(about, identifier=addresses.absolute(self.settings.site_url, paths[file]))
        match file.kind:
            case DocumentKind.CSV:
                return csv_table(result_records(plan, office, assessment, edition, url), RESULT_FIELDS)
            case DocumentKind.JSON_LINES:
                return json_lines(result_records(plan, office, assessment, edition, url), RESULT_FIELDS)
            case DocumentKind.ODS:
                rows = result_records(plan, office, assessment, edition, url)
                return results_ods(rows, about, edition, self.environment)
            case DocumentKind.ODT:
                return odt(document, about, edition, self.environment, {})
            case _:
                day = assessment.date.first_day if assessment.date else date(assessment.gregorian_year, 12, 31)
                return self.set(document, edition, about, day)

    def surveys(self, file: DocumentFile, path: str, office: Office, surveys: Sequence[Survey]) -> bytes:
        """One document of the surveys of an office, by its path."""
        edition = self.editions[file.tag]
        page = addresses.localised(edition.language, addresses.satisfaction(office.id))
        url = addresses.absolute(self.settings.site_url, page)
        voice = voice_of(self.settings.facts, edition)
        document = survey_document(office, surveys, voice, url)
        about = about_surveys(office, surveys, document.title.value, voice, url)
        about = replace(about, identifier=addresses.absolute(self.settings.site_url, path))
        match file.kind:
            case DocumentKind.CSV:
                return csv_table(survey_records(office, surveys, edition, url), SURVEY_FIELDS)
            case DocumentKind.JSON_LINES:
                return json_lines(survey_records(office, surveys, edition, url), SURVEY_FIELDS)
            case DocumentKind.ODS:
                tables = survey_tables(office, surveys, edition)
                return tables_ods(tables, list(map(table_widths, tables)), about, edition, self.environment)
            case DocumentKind.ODT:
                return odt(document, about, edition, self.environment, {})
            case _:
                return self.set(document, edition, about, date(about.years[1], 12, 31))

    def set(
        self,
        document: Document,
        edition: Edition,
        about: About,
        day: date,
        size: int = NORMAL_SIZE,
        attachments: Sequence[Attachment] = (),
        pictures: Mapping[str, bytes] = MappingProxyType({}),
    ) -> bytes:
        """A document as PDF, dated by a day of its data."""
        made = pdf(
            document,
            edition,
            self.fonts,
            self.settings.documents_dir / "pdf" / "plan.typ",
            author=about.creator,
            description=about.description,
            keywords=about.keywords,
            day=day,
            size=size,
            attachments=attachments,
            pictures=pictures,
        )
        return with_dublin_core(made, about.dublin_core(MEDIA_TYPES[DocumentKind.PDF]))

    def document(
        self, file: DocumentFile, plan: Plan, office: Office, edition: Edition, *, is_draft: bool = False
    ) -> bytes:
        """One document; of a draft, ODT and PDF say so on every page."""
        path = addresses.localised(edition.language, addresses.plan(plan.office, plan.roc_year))
        url = addresses.absolute(self.settings.site_url, path)
        voice = voice_of(self.settings.facts, edition)
        about = about_plan(plan, office, voice, url)
        own = file.path(plan.office, plan.roc_year)
        about = replace(about, identifier=addresses.absolute(self.settings.site_url, own))

        def laid_out() -> Document:
            document = document_of(plan, office, voice, url)
            return as_draft(document) if is_draft else document

        match file.kind:
            case DocumentKind.CSV:
                return csv_table(records(plan, office, edition, url))
            case DocumentKind.JSON_LINES:
                return json_lines(records(plan, office, edition, url))
            case DocumentKind.ODS:
                names = department_names(plan, office, edition)
                tables = tuple(data_tables(plan, office, edition))
                return ods(records(plan, office, edition, url), names, about, edition, self.environment, tables)
            case DocumentKind.ODT:
                pictures = self.pictures(plan)
                return odt(laid_out(), about, edition, self.environment, pictures)
            case DocumentKind.PDF:
                attachments = self.attachments(plan, office, edition, url)
                return self.pdf(laid_out(), plan, edition, about, NORMAL_SIZE, attachments)
            case DocumentKind.LARGE_PDF:
                return self.pdf(laid_out(), plan, edition, about, LARGE_SIZE, ())

    def pdf(
        self,
        document: Document,
        plan: Plan,
        edition: Edition,
        about: About,
        size: int,
        attachments: Sequence[Attachment],
    ) -> bytes:
        """The plan as PDF, at one size."""
        day = plan.adopted.first_day if plan.adopted else date(plan.gregorian_year, 1, 1)
        return self.set(document, edition, about, day, size, attachments, self.pictures(plan))

    def pictures(self, plan: Plan) -> dict[str, bytes]:
        """The files of a plan's figures, by their names."""
        return figure_files(self.settings.root, plan_folder(plan.office, plan.roc_year), plan)

    def attachments(self, plan: Plan, office: Office, edition: Edition, url: str) -> tuple[Attachment, ...]:
        """The measures as CSV, inside the PDF (PDF/A-3)."""
        file = DocumentFile(DocumentKind.CSV, edition.language.tag)
        return (
            Attachment(
                file.name(plan.office, plan.roc_year),
                file.media_type,
                edition.gettext("本計畫具體作法之開放資料（CSV）"),
                csv_table(records(plan, office, edition, url)),
            ),
        )


@lru_cache(maxsize=1)
def press(settings: Settings, inputs: str) -> Press:
    """The press of this process; ``inputs`` is the digest of templates and translations."""
    return Press(settings)


def make_documents(settings: Settings, inputs: str, tasks: Sequence[PlanTask]) -> list[MadeDocuments]:
    """Make the documents of some plans in this process."""
    with explained(settings.house):
        return [press(settings, inputs).make(task) for task in tasks]

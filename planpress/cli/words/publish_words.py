"""Releases, and how two of them differ, in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from planpress.cli.words.publish_texts import PublishTexts
from planpress.publishing.comparing import Counted, Difference, counted
from planpress.publishing.manifest import Manifest, Origin
from planpress.settings import TAIPEI


@dataclass(frozen=True, slots=True)
class PublishWords:
    """What is said of releases.

    Attributes:
        texts: in the caller's language.
        offices: names of offices by their ids, as far as they are known.
    """

    texts: PublishTexts
    offices: Mapping[str, str]

    def release(self, release: Manifest, *, is_shown: bool) -> str:
        """A line that tells what a release is."""
        counts = {kind.value: len(names) for kind, names in counted(release.files).items()}
        line = self.texts.release.format(
            number=release.number,
            made=release.origin.made.astimezone(ZoneInfo(TAIPEI)).strftime("%Y-%m-%d %H:%M"),
            commit=self._commit(release.origin),
            **counts,
        )
        back = self.texts.copy_of.format(number=release.copy_of) if release.copy_of else ""
        return line + back + (self.texts.now if is_shown else "")

    def _commit(self, origin: Origin) -> str:
        commit = origin.commit[:8] or self.texts.no_commit
        return self.texts.changed_since.format(commit=commit) if origin.is_changed else commit

    def difference(self, difference: Difference) -> Iterator[str]:
        """A line for each plan in which something differs, and one for the rest of the site."""
        for subject, differs in difference.by_subject().items():
            name = self.offices.get(subject.office, subject.office)
            head = self.texts.plan.format(office=name, year=subject.year) if subject.office else self.texts.rest
            yield f"{head}{self.texts.colon}{self.texts.comma.join(self._changes(differs))}"

    def _changes(self, differs: Difference) -> Iterator[str]:
        for template, paths in zip(self.texts.changes, (differs.added, differs.changed, differs.removed), strict=True):
            for kind, number in _by_kind(paths).items():
                if number:
                    yield template.format(what=self.texts.kinds[kind].format(number=number))


def _by_kind(paths: Sequence[str]) -> Mapping[str, int]:
    counts = counted(paths)
    pages, documents = len(counts[Counted.PAGES]), len(counts[Counted.DOCUMENTS])
    return {"pages": pages, "documents": documents, "files": len(paths) - pages - documents}

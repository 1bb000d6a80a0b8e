"""What compiling a plan gives, as the cache keeps it: digests of what lies in the object store, and a summary."""

from dataclasses import dataclass, field
from typing import Any

from planpress.overview.summary import PlanSummary
from planpress.problems.problem import Problem


@dataclass(frozen=True, slots=True)
class CompiledRevision:
    """What a revision replaced.

    Attributes:
        number: of the revision.
        summary: of the text that it put an end to.
        bodies: by language tag, digest of the body of its page.
        model: digest of the text itself, to be compared with the one that followed.
    """

    number: int
    summary: PlanSummary
    bodies: dict[str, str]
    model: str

    def record(self) -> dict[str, Any]:
        """As JSON, for the index."""
        summary = self.summary.model_dump(mode="json")
        return {"number": self.number, "summary": summary, "bodies": self.bodies, "model": self.model}

    @classmethod
    def from_record(cls, record: dict[str, Any]) -> "CompiledRevision":
        """Back from JSON."""
        summary = PlanSummary.model_validate(record["summary"])
        return cls(record["number"], summary, record["bodies"], record["model"])


@dataclass(frozen=True, slots=True)
class CompiledPlan:
    """What compiling a plan gave.

    Attributes:
        key: of the task.
        summary: None when the plan has errors.
        problems: all that was found in its file, and where its translations are of an earlier wording.
        bodies: by language tag, digest of the page's body.
        indexes: by language tag, digest of the body of the plan's 分類索引.
        data: digest of ``plan.json``.
        data_size: its size in bytes.
        entries: by language tag, digest of what the search finds; the Simplified edition converts the Traditional's.
        superseded: what its revisions replaced, the first revision first.
        supplements: digest and size of each file that was added to it, by its name.
        figures: digest of each picture, by its path on the site.
        model: digest of the plan itself, for what compares it with another.
        assessments: digest of each assessment that is public, by its name.
        evidence: digest of each file that shows a result, as it is published, by its name.
        clauses: digest of its clauses on the office's own site; empty where none are listed.
        topics: by language tag and topic, digest of its measures (:mod:`planpress.artifacts.topic_share`); the
            Simplified edition converts the Traditional's.
    """

    key: str
    summary: PlanSummary | None
    problems: tuple[Problem, ...]
    bodies: dict[str, str]
    indexes: dict[str, str]
    data: str
    data_size: int
    entries: dict[str, str]
    superseded: tuple[CompiledRevision, ...] = ()
    supplements: dict[str, tuple[str, int]] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    model: str = ""
    assessments: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, str] = field(default_factory=dict)
    topics: dict[str, dict[str, str]] = field(default_factory=dict)
    clauses: str = ""

    def record(self) -> dict[str, Any]:
        """As JSON, for the index."""
        return {
            "summary": self.summary.model_dump(mode="json") if self.summary else None,
            "problems": [problem.record() for problem in self.problems],
            "bodies": self.bodies,
            "indexes": self.indexes,
            "data": self.data,
            "data_size": self.data_size,
            "entries": self.entries,
            "superseded": [each.record() for each in self.superseded],
            "supplements": {name: list(file) for name, file in self.supplements.items()},
            "figures": self.figures,
            "model": self.model,
            "assessments": self.assessments,
            "evidence": self.evidence,
            "topics": self.topics,
            "clauses": self.clauses,
        }

    def objects(self) -> list[str]:
        """Everything of it that lies in the object store."""
        made = [*self.bodies.values(), *self.indexes.values(), *self.entries.values()]
        made += [digest for each in self.superseded for digest in (*each.bodies.values(), each.model)]
        made += [digest for digest, _ in self.supplements.values()]
        made += self.figures.values()
        made += [*self.assessments.values(), *self.evidence.values()]
        made += [digest for shares in self.topics.values() for digest in shares.values()]
        made += [self.clauses] if self.clauses else []
        return [*made, self.data, self.model] if self.data else made

    @classmethod
    def from_record(cls, key: str, record: dict[str, Any]) -> "CompiledPlan":
        """Back from JSON."""
        return cls(
            key=key,
            summary=PlanSummary.model_validate(record["summary"]) if record["summary"] else None,
            problems=tuple(map(Problem.from_record, record["problems"])),
            bodies=record["bodies"],
            indexes=record["indexes"],
            data=record["data"],
            data_size=record["data_size"],
            entries=record["entries"],
            superseded=tuple(map(CompiledRevision.from_record, record["superseded"])),
            supplements={name: (file[0], file[1]) for name, file in record["supplements"].items()},
            figures=record["figures"],
            model=record["model"],
            assessments=record["assessments"],
            evidence=record["evidence"],
            topics=record["topics"],
            clauses=record["clauses"],
        )

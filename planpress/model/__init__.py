"""What an office, a plan and its parts are. Frozen, and ignorant of files, languages and pages."""

from planpress.model.blocks import Block, Figure, Note, Table
from planpress.model.classification import Classification, GovernmentClass
from planpress.model.deadlines import Deadline, DeadlineKind
from planpress.model.decisions import Approval, ApprovalKind, Correction, Revision, Supplement
from planpress.model.office import Contact, Department, Office, Organisation
from planpress.model.plan import (
    Branch,
    Column,
    Columns,
    Group,
    Measure,
    Original,
    Paragraph,
    Plan,
    RemovedRow,
    Section,
    Shortcut,
    Target,
)
from planpress.model.publication import PlanState, PlanStatus, Publication, Withdrawal, WithdrawnPlan
from planpress.model.topic import Topic

__all__ = [
    "Approval",
    "ApprovalKind",
    "Block",
    "Branch",
    "Classification",
    "Column",
    "Columns",
    "Contact",
    "Correction",
    "Deadline",
    "DeadlineKind",
    "Department",
    "Figure",
    "GovernmentClass",
    "Group",
    "Measure",
    "Note",
    "Office",
    "Organisation",
    "Original",
    "Paragraph",
    "Plan",
    "PlanState",
    "PlanStatus",
    "Publication",
    "RemovedRow",
    "Revision",
    "Section",
    "Shortcut",
    "Supplement",
    "Table",
    "Target",
    "Topic",
    "Withdrawal",
    "WithdrawnPlan",
]

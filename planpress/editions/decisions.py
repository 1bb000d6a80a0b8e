"""What pages and documents say of approvals (核定、審定、備查) and of a revision (修正)."""

from planpress.editions.edition import Edition, Text
from planpress.model import Approval, ApprovalKind, Revision
from planpress.model.language import AUTHORITATIVE


def approval_name(kind: ApprovalKind, edition: Edition) -> str:
    """What is done: 核定, 審定, 備查."""
    _ = edition.gettext
    match kind:
        case ApprovalKind.APPROVED:
            return _("核定")
        case ApprovalKind.EXAMINED:
            return _("審定")
        case ApprovalKind.ON_RECORD:
            return _("備查")


def approval_texts(approval: Approval, office_id: str, edition: Edition) -> tuple[Text, ...]:
    """Who decided, when, and by which letter, as far as that is known; that it was done, where nothing is."""
    own = edition.language.tag
    texts = [edition.text(approval.by, office_id)] if approval.by else []
    if approval.date:
        texts.append(Text(edition.date(approval.date), own))
    if approval.letter:
        letter = edition.hans.text(approval.letter) if edition.hans else approval.letter
        texts.append(Text(letter, own if edition.hans else AUTHORITATIVE.tag))
    return tuple(texts) or (Text(edition.gettext("已辦理"), own),)


def revision_name(revision: Revision, edition: Edition) -> str:
    """「第1次修正」."""
    return edition.gettext("第%(number)s次修正") % {"number": revision.number}

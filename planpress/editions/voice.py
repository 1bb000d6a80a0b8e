"""In whose name a site speaks, in one language: what the site is called, who publishes it, what it calls an office."""

import re
from dataclasses import dataclass
from typing import Final

from planpress.editions.edition import Edition, Text
from planpress.model import Office
from planpress.model.language import AUTHORITATIVE
from planpress.settings import SiteFacts

UNOFFICIAL: Final = "非官方轉錄"
"""What a transcription says of itself in Chinese."""
_UNIT: Final = re.compile("(?:公司|中心|總隊|[處局所廠署院會館校隊站部])$")
"""What the names of offices end with, and are spoken of by: 本處, 該分局 as 該局."""


@dataclass(frozen=True, slots=True)
class Voice:
    """In whose name something speaks.

    Attributes:
        edition: its language.
        site: name of the site; a transcription says in it that it is one.
        publisher: who publishes the site.
        is_transcription: it speaks of the offices, and not for them.
        rights: who may do what with what is published; what a publisher has not granted is not granted.
    """

    edition: Edition
    site: Text
    publisher: Text
    is_transcription: bool
    rights: str

    def office(self, office: Office) -> str:
        """What a sentence calls an office: 本處 in its own name, 該處 in that of somebody else."""
        gettext = self.edition.gettext
        if self.edition.translates:
            return gettext("該機關") if self.is_transcription else gettext("本機關")
        unit = _UNIT.search(office.name)
        return gettext(f"{'該' if self.is_transcription else '本'}{unit[0] if unit else '機關'}")

    def creator(self, office: str) -> str:
        """Whose work a page or document of an office is, for metadata: the office's, or the transcriber's."""
        return self.publisher.value if self.is_transcription else office

    def contributor(self, office: Office) -> str:
        """Who else has a part in it: the office whose plan was transcribed, or its organisation."""
        return (
            self.edition.office_name(office)
            if self.is_transcription
            else self.edition.organisation_name(office.organisation)
        ).value


def voice_of(facts: SiteFacts, edition: Edition) -> Voice:
    """The voice of a site in one language."""
    said = facts.publisher
    site = edition.site_name(facts.site_name)
    if said.is_transcription and UNOFFICIAL not in facts.site_name[AUTHORITATIVE.tag]:
        own = edition if site.lang == edition.language.tag else Edition(AUTHORITATIVE)
        site = Text(own.gettext("%(site)s（非官方轉錄）") % {"site": site.value}, site.lang)
    publisher = edition.site_name(said.name) if said.name else site
    rights = (
        said.licence
        or (edition.site_name(said.copyright).value if said.copyright else None)
        or edition.gettext("本站未另行授權；使用時依著作權法與機關的聲明。")
    )
    return Voice(edition, site, publisher, said.is_transcription, rights)

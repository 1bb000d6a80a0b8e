"""What the finished pages prove, and whether all that is proven reaches what the web team asks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from planpress import addresses
from planpress.configuration.reading import place_in
from planpress.model.proof import Proof, ProofKey
from planpress.problems.problem import Problem
from planpress.settings import Settings
from planpress.site_checks.proven import PAGE_PROOFS, proofs_of

SHOWN: Final[Mapping[ProofKey, str]] = {
    ProofKey.METADATA: addresses.QUALITY_PAGES,
    ProofKey.SEARCH_HELP: addresses.SEARCH_HELP,
}
"""Where what pages prove can be seen."""

MOST_PLACES: Final = 10
"""How many pages a problem names."""


def page_proofs(proven: Mapping[str, Sequence[ProofKey]]) -> Iterator[Proof]:
    """What pages prove one by one.

    Args:
        proven: by the path of each page that has to prove anything, what it does not.
    """
    for proof in PAGE_PROOFS:
        concerned = [path for path in proven if proof in proofs_of(path)]
        places = tuple(path.removesuffix("index.html") for path in concerned if proof.key in proven[path])
        if concerned:
            yield Proof(
                key=proof.key,
                passed=len(concerned) - len(places),
                total=len(concerned),
                path=SHOWN[proof.key],
                places=places,
            )


def below(settings: Settings, proofs: Sequence[Proof]) -> list[Problem]:
    """Proofs that do not reach their thresholds, or are not there at all, at the lines of the settings."""
    found = {proof.key: proof for proof in proofs}
    problems: list[Problem] = []
    for key, least in settings.thresholds.items():
        proof = found.get(key)
        place = place_in(settings.root, settings.file, ("extra", "thresholds", key))
        if proof is None:
            problems.append(Problem("E459", place, {"key": key}))
        elif proof.percent < least:
            names = [f"/{path}" for path in proof.places[:MOST_PLACES]]
            values = {
                "key": key,
                "least": str(least),
                "percent": str(proof.percent),
                "passed": str(proof.passed),
                "total": str(proof.total),
                "places": "、".join([*names, *(["…"] if len(proof.places) > len(names) else [])]),
            }
            problems.append(Problem("E458", place, values))
    return problems

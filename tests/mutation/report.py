"""What became of every small slip in one table."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Report:
    """How many slips there were; `equal` changed nothing for anybody, as Z3 proved.

    `survivors` are slips nobody noticed, each with the reason it may stay, or "" for none.
    """

    table: str
    total: int
    equal: tuple[str, ...] = ()
    survivors: Mapping[str, str] = field(default_factory=dict)

    @property
    def killed(self) -> int:
        """Return how many slips somebody noticed."""
        return self.total - len(self.equal) - len(self.survivors)

    @property
    def unexplained(self) -> tuple[str, ...]:
        """Return the survivors without a reason."""
        return tuple(place for place, reason in self.survivors.items() if not reason)

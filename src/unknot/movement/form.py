"""What of a look changes the drawing itself and not only its colours: hair and beard."""

from __future__ import annotations

from dataclasses import dataclass

# Brows and beard have a colour of their own where the hair's is that of a scarf or of stubble.
OWN_BROW = ("scarf", "shaved")
TIED = ("tied", "long")


@dataclass(frozen=True)
class Form:
    """`hair` is short, tied, long, scarf or shaved; `full` is the larger body."""

    hair: str = "short"
    beard: bool = False
    full: bool = False

    @property
    def brow(self) -> str:
        """The material of brows and beard."""
        return "brow" if self.hair in OWN_BROW else "hair"

    @property
    def tied(self) -> bool:
        """Whether hair is tied into a bun or a tail."""
        return self.hair in TIED


PLAIN = Form()

"""`unknot demo`: three invented people to look at. Safe to run twice."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from unknot.knowledge.load import load
from unknot.web.member.demo import PEOPLE, PREFIX, invent


class Command(BaseCommand):
    """Make the invented people that are not there yet."""

    help = "Make three invented people; open /en/demo/NAME/ to be one of them."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002
        """Make them and say how to open them."""
        for person in PEOPLE:
            _, new = invent(person, load(), timezone.now())
            state = "made" if new else "already there"
            self.stdout.write(
                f"{PREFIX}{person.name}: {state}, /{person.language}/demo/{person.name}/"
            )

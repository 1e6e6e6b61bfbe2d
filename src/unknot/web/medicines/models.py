"""What a person writes down of the medicines they take."""

from django.db import models

from unknot.web.member.models import Person


class DoseTaken(models.Model):
    """Some packs taken at one moment, such as 2 tablets. `pack` is an id of the medicines table."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="doses")
    pack = models.CharField(max_length=64)
    count = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    created = models.DateTimeField()

    class Meta:
        ordering = ["at", "id"]


class Screened(models.Model):
    """When a person last answered the screen: answers about today grow old."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="screened", primary_key=True)
    at = models.DateTimeField()

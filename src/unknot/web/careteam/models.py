"""What reaches a person of the care team."""

from django.db import models

from unknot.web.member.models import Person


class Message(models.Model):
    """Free words from a person, kept until somebody answers or the person erases them."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="messages")
    text = models.TextField(max_length=4000)
    language = models.CharField(max_length=2)
    created = models.DateTimeField()

    class Meta:
        ordering = ["created"]

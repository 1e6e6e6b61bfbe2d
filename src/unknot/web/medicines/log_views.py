"""The medicine log: write down a dose, take it back, and be warned."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from unknot.care.facts import with_derived
from unknot.care.medicine_doses import Dose
from unknot.care.medicine_log import check
from unknot.care.medicines import screen
from unknot.knowledge.load import load
from unknot.knowledge.medicine_schema import Medicines
from unknot.knowledge.medicines import medicines
from unknot.knowledge.schema import Knowledge
from unknot.rules.evaluate import evaluate
from unknot.web.context import country_here
from unknot.web.countries import dialled
from unknot.web.medicines.log_pages import log_page
from unknot.web.medicines.models import DoseTaken
from unknot.web.medicines.place import chosen, place_words
from unknot.web.member.answers import facts_of
from unknot.web.member.models import Person
from unknot.web.member.person import language_of, made, of
from unknot.web.member.way import Place, gate_place, held

# A second tap on the same button within this time is a slip of the finger.
SLIP = timedelta(seconds=3)
LONGEST_AGO = 48
MOST_AT_ONCE = 12


def before(person: Person | None, knowledge: Knowledge) -> Place | None:
    """Return the gate or the stop that stands before the log."""
    facts = facts_of(person, knowledge)
    return held(person, facts, knowledge) if person else gate_place(facts, knowledge)


@require_safe
def log(request: HttpRequest) -> HttpResponse:
    """Show what was taken, what to mind, and what may be written down."""
    knowledge, person, language = load(), of(request), language_of(request)
    stop = before(person, knowledge)
    if stop is not None:
        return redirect(stop.url)
    content, country = medicines(knowledge), chosen(request)
    doses = list(person.doses.all()) if person else []
    now = timezone.localtime(timezone.now())
    report = check(
        [Dose(each.pack, each.count, timezone.localtime(each.at)) for each in doses],
        content,
        country,
        now,
        refused(person, content, knowledge, country),
    )
    asked = request.GET.get("of", "")
    context = log_page(report, doses, content, language, country, asked)
    here = country_here(request)
    context |= {
        "door": _closed(person, content, knowledge, language),
        "place": place_words(request, content, language),
        "poison": here.lines.get("poison", ""),
        "poison_tel": dialled(here.lines.get("poison", "")),
        "saved": request.GET.get("saved", ""),
    }
    return render(request, "medicines/log.html", context)


def _closed(person: Person | None, content: Medicines, knowledge: Knowledge, language: str) -> str:
    """Return why no medicine should be taken now, "" when nothing is known against it."""
    known = with_derived(facts_of(person, knowledge), knowledge)
    shut = evaluate(content.door.closed, known) is True
    return content.door.because.in_(language) if shut else ""


def refused(
    person: Person | None, content: Medicines, knowledge: Knowledge, country: str
) -> frozenset[str]:
    """Return the medicines that this person's answers say no to."""
    cards = screen(facts_of(person, knowledge), knowledge, content, country)
    return frozenset(each.medicine for each in cards if each.verdict == "do-not")


@require_POST
def take(request: HttpRequest) -> HttpResponse:
    """Write down one dose."""
    knowledge = load()
    stop = before(of(request), knowledge)
    if stop is not None:
        return redirect(stop.url)
    pack, separator, count = request.POST.get("dose", "").rpartition("*")
    if not separator or pack not in medicines(knowledge).packs:
        return redirect("medicine-log")
    number = _number(count, MOST_AT_ONCE)
    if number:
        at = timezone.now() - timedelta(hours=_number(request.POST.get("ago", ""), LONGEST_AGO))
        keep(made(request), pack, number, at)
    response = redirect("medicine-log")
    response["Location"] += "?saved=1"
    return response


def keep(person: Person, pack: str, count: int, at: datetime) -> None:
    """Store a dose, unless the same button was tapped a moment ago."""
    now = timezone.now()
    last = person.doses.order_by("id").last()
    same = last is not None and (last.pack, last.count) == (pack, count)
    if not (same and last and abs(last.at - at) < SLIP and last.created > now - SLIP):
        DoseTaken.objects.create(person=person, pack=pack, count=count, at=at, created=now)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take back one dose that was written down."""
    person = of(request)
    if person is not None:
        person.doses.filter(pk=_number(request.POST.get("dose", ""), 2**62)).delete()
    return redirect("medicine-log")


def _number(text: str, most: int) -> int:
    return min(int(text), most) if text.isdecimal() and len(text) < 20 else 0

"""The screen of medicines, then the cards. The danger gate stands before every page."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from unknot.care import medicines as care
from unknot.care.ask import Page
from unknot.care.ask import pages as all_pages
from unknot.care.facts import Facts
from unknot.care.medicine_doses import Dose
from unknot.care.medicine_log import taken_lately
from unknot.knowledge.load import load
from unknot.knowledge.medicine_schema import Medicines
from unknot.knowledge.medicines import medicines
from unknot.knowledge.schema import Group, Knowledge
from unknot.web.citing import disagreements, why
from unknot.web.medicines import pages
from unknot.web.medicines.models import DoseTaken, Screened
from unknot.web.medicines.place import chosen, place_words
from unknot.web.member import forms
from unknot.web.member.answers import asked, facts_of, keep_facts, merged, record, with_asked
from unknot.web.member.followup import meaning, row_words
from unknot.web.member.models import Person
from unknot.web.member.pages.questions import problems
from unknot.web.member.person import language_of, made, of
from unknot.web.member.views.result import before_result
from unknot.web.member.way import STOPS, gate_place

KINDS = ("story", "profile", "medicine")
Show = Callable[[HttpRequest, Facts, Medicines, Knowledge], HttpResponse]


def _behind_the_door(request: HttpRequest, show: Show) -> HttpResponse:
    """Show a page about medicines, after the gate, with the door open and every question put."""
    knowledge = load()
    first = before_result(request, knowledge)
    if first is not None:
        return redirect(first.url)
    content = medicines(knowledge)
    facts = _fresh(of(request), knowledge, content)
    if not care.is_open(facts, knowledge, content):
        return closed(request, content, knowledge)
    page = care.next_page(facts, knowledge, content)
    if page is not None:
        return redirect("medicine-questions", page.id)
    return show(request, facts, content, knowledge)


def _fresh(person: Person | None, knowledge: Knowledge, content: Medicines) -> Facts:
    """Return the person's facts without the answers about today that have grown old.

    Looking forgets nothing: what is stored stays until the questions are answered anew.
    """
    facts = facts_of(person, knowledge)
    if person is None:
        return facts
    screened = Screened.objects.filter(person=person).first()
    answered = screened.at if screened else person.answers.changed
    return care.without_old(facts, knowledge, content, answered, timezone.now())


def closed(request: HttpRequest, content: Medicines, knowledge: Knowledge) -> HttpResponse:
    """Say why no medicine is shown, and whom to see."""
    language, grounds = language_of(request), content.door.grounds
    context = {
        "because": content.door.because.in_(language),
        "why": why(grounds.sources, knowledge, language, grounds.review),
        "policies": disagreements(grounds.conflicts, knowledge, language),
    }
    return render(request, "medicines/closed.html", context)


@require_safe
def medicines_list(request: HttpRequest) -> HttpResponse:
    """Show what may be taken, what to ask about, and what not."""
    return _behind_the_door(request, _list)


def _list(
    request: HttpRequest, facts: Facts, content: Medicines, knowledge: Knowledge
) -> HttpResponse:
    language, country = language_of(request), chosen(request)
    cards = care.screen(facts, knowledge, content, country, _lately(request, content))
    beside = care.extras(facts, knowledge, content)
    context = pages.cards_page(cards, beside, content, knowledge, language, country)
    context["place"] = place_words(request, content, language)
    person = of(request)
    row = meaning(person, knowledge) if person else None
    context["followup"] = row_words(row, knowledge, language)
    context["missing"] = _missing(cards, knowledge, language)
    context["answers"] = [
        {"page": page.id, "title": " · ".join(group.title.in_(language) for group in page.groups)}
        for page in _screen_pages(facts, knowledge, content)
    ]
    return render(request, "medicines/medicines.html", context)


def _lately(request: HttpRequest, content: Medicines) -> frozenset[str]:
    """Return the medicines of the person's log that still count."""
    doses = DoseTaken.objects.filter(person=of(request))
    return taken_lately((Dose(d.pack, d.count, d.at) for d in doses), content, timezone.now())


def _missing(
    cards: tuple[care.Card, ...], knowledge: Knowledge, language: str
) -> list[dict[str, str]]:
    """Return the questions left open that keep a card closed, each with its page."""
    names = {name for card in cards if card.status == "self-care" for name in card.unknown}
    page_of = {group.id: group.page for group in knowledge.groups}
    return [
        {
            "label": knowledge.label(name, language),
            "url": reverse("medicine-questions", args=[page_of[knowledge.facts[name].group]]),
        }
        for name in sorted(names)
        if name in knowledge.facts
    ]


@require_safe
def medicine(request: HttpRequest, identifier: str) -> HttpResponse:
    """Show one medicine."""
    if identifier not in medicines(load()).medicines:
        raise Http404

    def show(
        request: HttpRequest, facts: Facts, content: Medicines, knowledge: Knowledge
    ) -> HttpResponse:
        country, language = chosen(request), language_of(request)
        cards = care.screen(facts, knowledge, content, country, _lately(request, content))
        card = next(each for each in cards if each.medicine == identifier)
        context = pages.medicine_page(card, content, knowledge, language, country)
        context["place"] = place_words(request, content, language)
        return render(request, "medicines/medicine.html", context)

    return _behind_the_door(request, show)


@require_safe
def table(request: HttpRequest) -> HttpResponse:
    """Show every medicine by its generic name, with its status in each country. No prices."""
    return _behind_the_door(request, _table)


def _table(
    request: HttpRequest,
    facts: Facts,  # noqa: ARG001
    content: Medicines,
    knowledge: Knowledge,
) -> HttpResponse:
    language = language_of(request)
    context = pages.table_page(content, knowledge, language, chosen(request))
    context["place"] = place_words(request, content, language)
    return render(request, "medicines/table.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, page: str) -> HttpResponse:
    """Ask one page of what the screen needs."""
    knowledge = load()
    first = before_result(request, knowledge)
    if first is not None:
        return redirect(first.url)
    content = medicines(knowledge)
    facts = _fresh(of(request), knowledge, content)
    groups = _groups(page, facts, knowledge, content)
    if not groups:
        return redirect("medicines")
    if request.method == "POST":
        return _take(request, groups, facts)
    form = forms.shown(groups, knowledge, language_of(request), facts)
    return _ask(request, form, "unsure" in request.GET)


def _take(request: HttpRequest, groups: tuple[Group, ...], facts: Facts) -> HttpResponse:
    knowledge, language = load(), language_of(request)
    sent = {key: request.POST.getlist(key) for key in request.POST}
    turning = "turn_unsure" in sent
    reading = forms.read(sent, groups, knowledge, language)
    if turning or reading.errors:
        errors = {} if turning else reading.errors
        form = forms.shown(groups, knowledge, language, facts, sent, errors)
        return _ask(request, form, turning or "unsure" in sent, 200 if turning else 422)
    person = made(request)
    put = frozenset(group.id for group in groups)
    after = with_asked(merged(facts, reading.facts), put, knowledge)
    if facts != facts_of(person, knowledge):
        Screened.objects.filter(person=person).delete()
    keep_facts(person, after, timezone.now())
    Screened.objects.get_or_create(person=person, defaults={"at": timezone.now()})
    gate = gate_place(after, knowledge)
    if gate is None or gate.name in STOPS.values():
        record(person, after, knowledge, timezone.now(), language)
    return redirect(gate.url if gate else reverse("medicines"))


def _ask(
    request: HttpRequest, groups: tuple[forms.GroupForm, ...], unsure: bool, status: int = 200
) -> HttpResponse:
    lists = any(group.rows for group in groups)
    context = {
        "groups": groups,
        "unsure": unsure,
        "can_doubt": lists and not unsure,
        "problems": problems(groups),
    }
    return render(request, "medicines/questions.html", context, status=status)


def _screen_pages(facts: Facts, knowledge: Knowledge, content: Medicines) -> list[Page]:
    """Return the pages of the screen that were put and may be changed."""
    return [
        Page(page.id, groups)
        for page in all_pages(knowledge, *KINDS)
        if (groups := _groups(page.id, facts, knowledge, content))
    ]


def _groups(page: str, facts: Facts, knowledge: Knowledge, content: Medicines) -> tuple[Group, ...]:
    """Return the groups of a page that the screen needs: those open, else those put before."""
    waiting = care.next_page(facts, knowledge, content)
    if waiting is not None and waiting.id == page:
        return waiting.groups
    found = next((each for each in all_pages(knowledge, *KINDS) if each.id == page), None)
    if found is None:
        raise Http404
    put = asked(facts)
    return tuple(g for g in found.groups if g.id in put and set(g.facts) & content.facts)

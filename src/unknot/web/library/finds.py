"""What can be found in the library: each thing as a document, and each find as a page shows it."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse

from unknot.knowledge.articles import articles
from unknot.knowledge.claims import claims
from unknot.knowledge.claims_read import Claim, Question
from unknot.knowledge.everyday import everyday
from unknot.knowledge.medicines import medicines
from unknot.knowledge.read import Both
from unknot.knowledge.schema import Knowledge
from unknot.knowledge.search import Document, Index
from unknot.knowledge.spelling import tokens
from unknot.knowledge.training import training
from unknot.web.library.doors import address
from unknot.web.library.questions import answer, line, statements
from unknot.web.words import say

MOST = 8  # finds shown
SURE = 0.5  # below this score the words and the find have too little in common to call it an answer
WEIGHTS = {
    "question": 1.0,
    "exercise": 0.9,
    "medicine": 0.9,
    "article": 0.85,
    "cause": 0.8,
    "measure": 0.8,
    "policy": 0.7,
    "claim": 0.7,
}
_built: dict[str, Index] = {}


def index(knowledge: Knowledge) -> Index:
    """Return the search index of this content; built once for each content hash."""
    if knowledge.content_hash not in _built:
        _built.clear()
        _built[knowledge.content_hash] = Index(documents(knowledge), everyday())
    return _built[knowledge.content_hash]


def documents(knowledge: Knowledge) -> Iterator[Document]:
    """Yield everything that can be found. The id of all but questions names its kind."""
    for question in claims(knowledge).questions.values():
        yield _question(question, knowledge)
    for exercise in training(knowledge).exercises.values():
        yield _document("exercise", exercise.id, exercise.name, exercise.summary)
    for cause in knowledge.causes:
        yield _document("cause", cause.id, cause.title, cause.mechanism)
    for measure in knowledge.measures.values():
        yield _document("measure", measure.id, measure.title, *measure.how)
    for policy in claims(knowledge).policies.values():
        yield _document("policy", policy.id, policy.title, policy.they_say, policy.we_do)
    for claim in unasked(knowledge):
        yield _document("claim", claim.id, claim.says)
    for medicine in medicines(knowledge).medicines.values():
        local = {name for market in medicine.markets.values() for name in market.names}
        names = (*_both(medicine.name), medicine.ingredient, *sorted(local))
        body = " ".join(_both(medicine.what))
        yield Document(f"medicine:{medicine.id}", names, body, WEIGHTS["medicine"])
    english, french = (articles(knowledge)[language] for language in ("en", "fr"))
    for name in english:
        yield _document(
            "article",
            name,
            Both(english[name].title, french[name].title),
            Both(english[name].lead, french[name].lead),
        )


def unasked(knowledge: Knowledge) -> Iterator[Claim]:
    """Yield the claims that no question is answered with: found by themselves."""
    content = claims(knowledge)
    told = {name for question in content.questions.values() for name in question.answer}
    return (claim for claim in content.claims.values() if claim.id not in told)


def _question(question: Question, knowledge: Knowledge) -> Document:
    said = [claims(knowledge).claims[each].says for each in question.answer]
    phrases = (*_both(question.ask), *question.also_in("en"), *question.also_in("fr"))
    return Document(question.id, phrases, " ".join(text for each in said for text in _both(each)))


def _document(kind: str, name: str, title: Both, *body: Both) -> Document:
    text = " ".join(words for each in body for words in _both(each))
    phrases = (*_both(title), *everyday().also.get(f"{kind}:{name}", ()))
    return Document(f"{kind}:{name}", phrases, text, WEIGHTS[kind])


def _both(text: Both) -> tuple[str, str]:
    return text.en, text.fr


def find(asked: str, knowledge: Knowledge, language: str) -> dict[str, Any]:
    """Return what was found, best first, and how the words were read when they were mended."""
    built = index(knowledge)
    hits = built.find(asked, MOST)
    mended = built.mend(asked)
    good = [hit.id for hit in hits if hit.score >= SURE]
    whole = next((name for name in good if ":" not in name), "")
    return {
        "sure": bool(good),
        "found": [shown(hit.id, knowledge, language, hit.id == whole) for hit in hits],
        "read_as": "" if mended == tokens(asked) or not hits else " ".join(mended),
    }


def shown(name: str, knowledge: Knowledge, language: str, whole: bool) -> dict[str, Any]:
    """Return one find: its title, kind, words and address; a question with its `whole` answer."""
    kind, _, identifier = name.rpartition(":")
    if not kind:
        question = claims(knowledge).questions[identifier]
        told = answer(question, knowledge, language)
        told = told if whole else {"text": told["statements"][0]["says"]}
        because = question.because.in_(language) if question.because and whole else ""
        return {"kind": "question", **line(question, language), "because": because, **told}
    if kind == "claim":
        return {"kind": kind, "id": name, **statements((identifier,), knowledge, language)}
    title, text, url = _LOOKS[kind](identifier, knowledge, language)
    label = say(language, f"questions.kinds.{kind}")
    return {"kind": kind, "id": name, "ask": title, "text": text, "url": url, "label": label}


def _exercise(name: str, knowledge: Knowledge, language: str) -> tuple[str, str, str]:
    found = training(knowledge).exercises[name]
    return found.name.in_(language), found.summary.in_(language), reverse("exercise", args=[name])


def _cause(name: str, knowledge: Knowledge, language: str) -> tuple[str, str, str]:
    found = next(each for each in knowledge.causes if each.id == name)
    return found.title.in_(language), found.mechanism.in_(language), f"{reverse('causes')}#{name}"


def _measure(name: str, knowledge: Knowledge, language: str) -> tuple[str, str, str]:
    found = knowledge.measures[name]
    return found.title.in_(language), found.how[0].in_(language), reverse("now")


def _policy(name: str, knowledge: Knowledge, language: str) -> tuple[str, str, str]:
    found = claims(knowledge).policies[name]
    return (
        found.title.in_(language),
        found.we_do.in_(language),
        reverse("disagreement", args=[name]),
    )


def _medicine(name: str, knowledge: Knowledge, language: str) -> tuple[str, str, str]:
    found = medicines(knowledge).medicines[name]
    return found.name.in_(language), found.what.in_(language), address("medicines")


def _article(name: str, knowledge: Knowledge, language: str) -> tuple[str, str, str]:
    found = articles(knowledge)[language][name]
    return found.title, found.lead, reverse("article", args=[name])


_LOOKS = {
    "exercise": _exercise,
    "cause": _cause,
    "measure": _measure,
    "policy": _policy,
    "medicine": _medicine,
    "article": _article,
}

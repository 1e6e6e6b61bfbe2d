"""The training content is refused as a whole when anything in it is wrong, with the place named."""

import shutil
from pathlib import Path

import pytest

from unknot.knowledge.load import ROOT, load
from unknot.knowledge.read import ContentError
from unknot.knowledge.training import training, training_from

KNOWLEDGE = load()
EXERCISE = "exercises/bridge.yaml"
PROGRAMME = "programmes/low-back.yaml"
ADAPT = "tables/adapt.yaml"
CHOICE = "tables/programme.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("exercises", "programmes", "tables"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_the_product_s_own_content_loads() -> None:
    content = training(KNOWLEDGE)
    assert len(content.exercises) >= 120
    assert len(content.patterns) == 6


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (EXERCISE, "kind: strength", "kind: strength\nlevel: 3", "unknown key 'level'"),
        (EXERCISE, "kind: strength", "kind: dance", "write one of breathing"),
        (EXERCISE, "position: lying_back", "position: flying", "write one of hands_knees"),
        (EXERCISE, 'fr: "Le pont"', 'de: "Brücke"', "language 'fr' is missing"),
        (
            EXERCISE,
            "[mayo-bridge, cuh",
            "[no-such-source, cuh",
            "undeclared source 'no-such-source'",
        ),
        (EXERCISE, "easier: pelvic-tilt", "easier: pelvic-tlit", "'pelvic-tlit' is no exercise"),
        (EXERCISE, "pregnant or recent", "pregnent or recent", "did you mean 'pregnant'"),
        (EXERCISE, "{sets: 2, repetitions: 8,", "{sets: 4, repetitions: 8,", "write 1 to 3"),
        (EXERCISE, "phases: [strengthen, keep]", "phases: [strengthen]", "doses for other phases"),
        (EXERCISE, "targets: [glutes,", "targets: [gluts,", "found 'gluts'"),
        (EXERCISE, "equipment: [mat]", "equipment: [rug]", "found 'rug'"),
        (EXERCISE, "id: bridge", "id: brigde", "write 'bridge'"),
        (PROGRAMME, "weeks: 5", "weeks: 4", "not 12 weeks together"),
        (
            PROGRAMME,
            "choose: [bridge, hip-hinge",
            "choose: [brigde, hip-hinge",
            "'brigde' is no exercise",
        ),
        (
            PROGRAMME,
            "choose: [pelvic-tilt, seated-pelvic-tilt]",
            "choose: [bridge]",
            "'bridge' has no dose in 'calm'",
        ),
        (CHOICE, "pattern: low-back", "pattern: lower-back", "'lower-back' is no programme"),
        (
            CHOICE,
            "exercises: [upper-trapezius-stretch, levator-stretch]",
            "exercises: [neck]",
            "'neck' is no exercise",
        ),
        (CHOICE, "min_load: 2}", "}", "found nothing to hold"),
        (ADAPT, "does: calm_down", "does: step_up", "only progress may rise"),
        (ADAPT, "then: flare", "then: panic", "write one of progress"),
        (ADAPT, "worst_pain_0_10 >= 5", "worst_pain_0_10 >= 50", "goes from 0 to 10"),
        (ADAPT, 'when: "true"', "when: news", "the last row must always hold"),
        (ADAPT, "limits: {lines", "extra: 1\nlimits: {lines", "unknown key 'extra'"),
    ],
)
def test_what_is_wrong_is_named(root: Path, file: str, old: str, new: str, said: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        training_from(root, KNOWLEDGE)
    assert said in str(refusal.value)


def test_every_problem_is_named_at_once(root: Path) -> None:
    for name in ("bridge", "bird-dog"):
        path = root / "exercises" / f"{name}.yaml"
        text = path.read_text(encoding="utf-8").replace("load: 2", "load: 9")
        path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError) as refusal:
        training_from(root, KNOWLEDGE)
    lines = str(refusal.value).splitlines()
    assert [line.split(":")[0] for line in lines] == ["exercises/bird-dog.yaml", EXERCISE]

"""All movements of the product, for the tests that go through every one of them."""

from unknot.knowledge.movements import load_movements
from unknot.movement.model import Movement

MOVEMENTS: dict[str, Movement] = load_movements()
IDS = tuple(sorted(MOVEMENTS))
EXPECTED = {
    "cat-cow",
    "seated-thoracic-rotation",
    "scapular-squeeze",
    "belly-breathing",
    "shoulder-roll",
    "open-book",
    "pelvic-tilt",
    "chin-tuck",
    "wall-angel",
    "childs-pose",
    "arms-forward-stretch",
    "bird-dog",
    "bridge",
    "thread-the-needle",
    "doorway-stretch",
    "upper-trapezius-stretch",
    "prone-y",
    "dead-bug",
    "hip-hinge",
    "band-row",
    "wall-push-up",
    "knee-to-chest",
    "walking",
    "standing-hamstring-stretch",
    "side-lunge-reach",
    "roller-thoracic-extension",
    "seated-side-bend",
    "scapular-clock",
    "assisted-head-rotation",
    "rest-knees-on-chair",
    "rest-on-side",
    "rest-lean-on-table",
}

/** A moving figure on a page: fetched when its fold is opened, paused and played by one button, still where less motion is asked for. */
import { parseFigure } from "./player/figure";
import { calm } from "./shared/dom";

function control(place: HTMLElement, button: HTMLButtonElement): (moves: boolean) => void {
  return (moves) => {
    const svg = place.querySelector("svg");
    if (moves) svg?.unpauseAnimations();
    else svg?.pauseAnimations();
    if (moves || !calm()) place.dataset.motion = "moving";
    button.querySelectorAll<HTMLElement>("[data-when]").forEach((each) => (each.hidden = (each.dataset.when === "moving") !== moves));
    button.dataset.moves = moves ? "yes" : "no";
  };
}

async function fill(place: HTMLElement): Promise<void> {
  const response = await fetch(place.dataset.moving ?? "");
  if (!response.ok) throw new Error(`figure: ${response.status}`);
  place.replaceChildren(parseFigure(await response.text()));
}

function prepare(place: HTMLElement): void {
  const fold = place.closest("details");
  const button = fold?.querySelector<HTMLButtonElement>("[data-pause]");
  if (!fold || !button) return;
  const move = control(place, button);
  const open = async (): Promise<void> => {
    if (!place.querySelector("svg")) await fill(place);
    button.hidden = false;
    move(fold.open && !calm());
  };
  fold.addEventListener("toggle", () => (fold.open ? void open().catch(() => undefined) : move(false)));
  button.addEventListener("click", () => move(button.dataset.moves !== "yes"));
  if (fold.open) void open().catch(() => undefined);
}

document.querySelectorAll<HTMLElement>("[data-moving]").forEach(prepare);

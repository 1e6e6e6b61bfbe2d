/** The page "Your figure": what is chosen shows at once. Without this, it shows when it is kept. */
import { parseFigure } from "./player/figure";

const form = document.querySelector<HTMLFormElement>("[data-look-form]");

const FIRST = ["short", "none", "first"];
const DRAWN = ["shape", "beard", "body"];

/** As the server writes it: the first shape, no beard and the first body are left out. */
function code(): string {
  const chosen = form ? new FormData(form) : new FormData();
  const said = ["skin", "hair", "clothes", "shape", "beard", "body"].map((name) => String(chosen.get(name)));
  return said.filter((each) => !FIRST.includes(each)).join("-");
}

function wear(look: string): void {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = `/figures/${look}.css`;
  sheet.dataset.look = "";
  // The one before stays until the new one is there: no flash of other colours.
  const before = document.querySelectorAll("link[data-look]");
  sheet.onload = (): void => before.forEach((each) => each.remove());
  document.head.append(sheet);
}

/** Hair, beard and body are another drawing; the page's style sheet gives it the colours. */
async function redraw(place: HTMLElement, look: string): Promise<void> {
  const response = await fetch(`/figures/${look}/day/${place.dataset.preview ?? ""}.svg`);
  if (response.ok && look === code()) place.replaceChildren(parseFigure(await response.text()));
}

form?.addEventListener("change", (event) => {
  const look = code();
  wear(look);
  if (!(event.target instanceof HTMLInputElement) || !DRAWN.includes(event.target.name)) return;
  document.querySelectorAll<HTMLElement>("[data-preview]").forEach((place) => void redraw(place, look).catch(() => undefined));
});

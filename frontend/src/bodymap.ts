/** The body map works without script. This adds: the chosen place drawn on top, the choice as one sentence, older browsers. */
import { chosenIn, sentence } from "./bodymap/choice";
import { paint } from "./bodymap/paint";

const form = document.querySelector<HTMLFormElement>("form[data-bodymap]");

function boxes(from: HTMLFormElement): HTMLInputElement[] {
  return [...from.querySelectorAll<HTMLInputElement>("input[name=regions]")];
}

function inPicture(from: HTMLFormElement, region: string): SVGElement[] {
  return [...from.querySelectorAll<SVGElement>(`.region-${region}`)];
}

/** SVG has no layers: what is drawn last lies on top, so that its ink edge is whole. */
function raise(from: HTMLFormElement, region: string): void {
  inPicture(from, region).forEach((shape) => {
    const siblings = shape.parentElement?.querySelectorAll(":scope > .region");
    siblings?.item(siblings.length - 1)?.after(shape);
  });
}

/** A label would move the focus, and with it the page, down to its box in the list. */
function onTap(event: MouseEvent): void {
  const hit = (event.target as Element).closest<HTMLLabelElement>("label.hit");
  const box = hit?.control;
  if (!(box instanceof HTMLInputElement)) return;
  event.preventDefault();
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

function openMap(from: HTMLFormElement): void {
  const picked = document.querySelector<HTMLElement>("[data-picked]");
  const nothing = picked?.querySelector(".nothing")?.textContent ?? "";
  const draw = (): void => {
    const chosen = chosenIn(boxes(from));
    chosen.forEach(({ region }) => raise(from, region));
    if (picked) picked.textContent = sentence(chosen.map(({ words }) => words), document.documentElement.lang) || nothing;
    if (!CSS.supports("selector(:has(*))")) paint(from, chosen.map(({ region }) => region));
  };
  from.addEventListener("change", draw);
  from.addEventListener("click", onTap);
  window.addEventListener("pageshow", draw); // the browser may bring ticks back with the page
  draw();
}

if (form) openMap(form);

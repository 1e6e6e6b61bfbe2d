/** The ring, the number, the button and the words of one timer. */
import { calm, h, s } from "../shared/dom";
import { clockFace } from "./time";

export type Phase = "ready" | "running" | "paused" | "done";

export interface Face {
  draw(seconds: number, whole: number, phase: Phase): void;
}

const RING = { cx: 58, cy: 58, pathLength: 1 };

function ring(): HTMLElement {
  const circle = (kind: string, r: number): SVGElement => s("circle", { class: kind, r, ...RING });
  const drawn = s("svg", { viewBox: "0 0 116 116", "aria-hidden": "true" }, circle("track", 51), circle("rim", 57), circle("left", 51));
  return h("div", { class: "ring" }, drawn, h("p", {}, h("b"), h("small")));
}

function found<T extends Element>(box: HTMLElement, selector: string, make: () => T): T {
  const there = box.querySelector<T>(selector);
  if (there) return there;
  const made = make();
  box.append(made);
  return made;
}

export function buildTimer(box: HTMLElement, press: () => void): Face {
  const words = box.dataset;
  box.hidden = false;
  const round = found(box, ".ring", ring);
  const arc = round.querySelector<SVGElement>(".left");
  const number = round.querySelector("b");
  const unit = round.querySelector("small");
  const button = found(box, "button", () => h("button", { type: "button", class: "button" }));
  const status = found(box, "[role=status]", () => h("p", { role: "status" }));
  button.type = "button";
  button.hidden = false;
  button.addEventListener("click", press);
  const label = (phase: Phase): string =>
    ({ ready: words["start"], done: words["start"], running: words["pause"], paused: words["resume"] })[phase] ?? "";
  return {
    draw(seconds, whole, phase) {
      const shown = calm() ? Math.ceil(seconds) : seconds;
      if (arc) arc.style.strokeDasharray = `${Math.min(1, shown / whole)} 1`;
      if (number) number.textContent = clockFace(seconds);
      if (unit && words["left"]) unit.textContent = words["left"];
      button.textContent = label(phase) || button.textContent;
      status.textContent = phase === "done" ? (words["done"] ?? "") : "";
    },
  };
}

/** The ring, the number, the button and the words of one timer, as the server drew them. */
import { calm, h } from "../shared/dom";
import { clockFace } from "./time";

export type Phase = "ready" | "running" | "paused" | "done";

export interface Face {
  draw(seconds: number, whole: number, phase: Phase): void;
}

const PLAY = "M7 4.5L19 12L7 19.5Z";
const PAUSE = "M8 4V20M16 4V20";

export function openFace(box: HTMLElement, press: () => void): Face | null {
  const button = box.querySelector<HTMLButtonElement>("[data-timer-start]");
  const number = box.querySelector<HTMLElement>("[data-timer-left]");
  if (!button || !number) return null;
  const words = box.dataset;
  const arc = box.querySelector<SVGElement>(".left");
  const note = box.querySelector<HTMLElement>("[data-timer-note]");
  const label = button.querySelector("span") ?? button;
  const drawing = button.querySelector("path");
  const status = h("p", { role: "status", class: "timer-status" });
  button.after(status);
  button.hidden = false;
  button.addEventListener("click", press);
  const said = (phase: Phase): string => words[{ ready: "start", done: "start", running: "pause", paused: "resume" }[phase]] ?? "";
  return {
    draw(seconds, whole, phase) {
      const shown = calm() ? Math.ceil(seconds) : seconds;
      if (arc) arc.style.strokeDashoffset = String(1 - Math.min(1, shown / whole));
      number.textContent = clockFace(seconds);
      label.textContent = said(phase);
      drawing?.setAttribute("d", phase === "running" ? PAUSE : PLAY);
      if (note) note.hidden = phase !== "running";
      status.textContent = phase === "done" ? (words["done"] ?? "") : "";
    },
  };
}

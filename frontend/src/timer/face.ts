/** The ring, the number, the button and the words of one timer, as the server drew them. */
import { calm, h } from "../shared/dom";
import { clockFace } from "./time";

export type Phase = "ready" | "running" | "paused" | "done" | "waiting" | "resting";

export interface Shown {
  seconds: number;
  whole: number;
  phase: Phase;
  /** The step that is on or comes next, in words; empty when there is only one. */
  step: string;
  /** The time of day from which it may start again. */
  from: string;
}

export interface Face {
  draw(shown: Shown): void;
}

const PLAY = "M7 4.5L19 12L7 19.5Z";
const PAUSE = "M8 4V20M16 4V20";
const LABEL: Record<Phase, string> = { ready: "start", done: "start", resting: "start", waiting: "begin", running: "pause", paused: "resume" };

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
  button.addEventListener("click", press);
  const filled = (word: string, shown: Shown): string => (words[word] ?? "").replace("{step}", shown.step).replace("{time}", shown.from);

  function said(shown: Shown): string {
    if (shown.phase === "resting") return filled("rest", shown);
    if (shown.phase === "waiting") return filled("next", shown);
    return shown.phase === "done" ? [filled("done", shown), shown.from && filled("rest", shown)].filter(Boolean).join(" ") : "";
  }

  return {
    draw(shown) {
      const { seconds, whole, phase } = shown;
      const drawn = calm() ? Math.ceil(seconds) : seconds;
      if (arc) arc.style.strokeDashoffset = String(1 - Math.min(1, drawn / whole));
      number.textContent = clockFace(seconds);
      label.textContent = filled(LABEL[phase], shown);
      drawing?.setAttribute("d", phase === "running" ? PAUSE : PLAY);
      button.hidden = phase === "resting" || (phase === "done" && shown.from !== "");
      if (note) note.hidden = phase !== "running";
      const text = said(shown);
      if (status.textContent !== text) status.textContent = text;
    },
  };
}

/** The written transcript: what will be said and sounded, exercise by exercise, with its time; printable. */
import { button, h } from "../shared/dom";
import { fill, type Words } from "./session";
import type { Chapter, Moment, Transcript } from "./transcript";

function time(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function row({ at, text, signal }: Moment, words: Words): HTMLElement {
  const sound = signal ? h("i", {}, `[${fill(words, `sound_${signal}`)}]`) : null;
  return h("tr", {}, h("td", {}, time(at)), h("td", {}, sound, sound && text ? " " : null, text));
}

function chapter({ exercise, moments }: Chapter, at: number, words: Words): HTMLElement {
  const head = h("tr", {}, h("th", { scope: "col" }, fill(words, "script_time")), h("th", { scope: "col" }, fill(words, "script_words")));
  return h("table", {}, h("caption", {}, fill(words, "script_exercise", { n: at + 1, name: exercise.name })),
    h("thead", {}, head), h("tbody", {}, ...moments.map((moment) => row(moment, words))));
}

export interface ScriptPart {
  element: HTMLElement;
  /** The session has changed: written again when it is open. */
  renew(): void;
}

/** Written only when opened: a long session has hundreds of lines. */
export function transcriptPart(words: Words, transcript: () => Transcript): ScriptPart {
  const lines = h("div", { class: "p-script-lines" });
  const print = button(fill(words, "print"), "small", () => window.print(), "print");
  const element = h("details", { class: "p-fold p-script" }, h("summary", {}, fill(words, "script")),
    h("p", {}, fill(words, "script_more")), print, lines);
  const renew = (): void => {
    if (!element.open) return;
    lines.replaceChildren(...transcript().chapters.map((one, at) => chapter(one, at, words)));
  };
  element.addEventListener("toggle", renew);
  return { element, renew };
}

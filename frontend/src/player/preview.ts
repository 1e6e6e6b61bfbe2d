/** The session before it starts: what comes, in which order, what is needed, what will be said. */
import { button, h } from "../shared/dom";
import { placeWord, sizeOf } from "./briefing";
import { dose } from "./dose";
import { fitted, thingsOf, type Fitted } from "./equipment";
import { smallFigure } from "./figure";
import { choices, title } from "./panels";
import { transcriptPart } from "./script";
import { fill, type Exercise, type Words } from "./session";
import type { Transcript } from "./transcript";

export interface Preview {
  exercises: Exercise[];
  words: Words;
  rules: string[];
  news: string[];
  /** A word of warning, or nothing. */
  care: string;
  notes: string[];
  transcript(order: Exercise[]): Transcript;
  settings(): void;
  /** Things that were unticked before, and a place to keep them. */
  missing: string[];
  lacks(things: string[]): void;
  start(fitted: Fitted): void;
}

function item(exercise: Exercise, words: Words): HTMLElement {
  const steps = h("ol", {}, ...exercise.steps.map((step) => h("li", {}, step)));
  const stops = h("ul", {}, ...exercise.stop_if.map((stop) => h("li", {}, stop)));
  const rules = (exercise.rules ?? []).map((rule) => h("p", {}, rule));
  const more = h("details", { class: "p-fold" }, h("summary", {}, fill(words, "each_part")), steps, ...rules,
    exercise.stop_if.length > 0 ? h("p", { class: "p-stops" }, fill(words, "stop_signs")) : null, stops);
  const said = [placeWord(exercise, words), dose(exercise, words)].filter(Boolean).join(" ");
  return h("li", {}, smallFigure(exercise), h("div", {}, h("strong", {}, exercise.name), h("span", {}, said)), more);
}

function needs(things: string[], missing: string[], words: Words): HTMLElement {
  if (things.length === 0) return h("p", { class: "p-needs" }, fill(words, "need_nothing"));
  const boxes = things.map((thing) => h("label", { class: "p-check" },
    h("input", { type: "checkbox", name: "have", value: thing, checked: !missing.includes(thing) }), h("span", {}, thing)));
  return h("fieldset", { class: "p-needs" }, h("legend", {}, fill(words, "need_things")), ...boxes);
}

/** What becomes of the session when things are missing, in words. */
export function changed({ changes, order }: Fitted, words: Words): string[] {
  if (order.length === 0) return [fill(words, "nothing_left")];
  if (changes.length === 0) return [fill(words, "all_there")];
  return changes.map(({ from, to }) =>
    (to ? fill(words, "instead", { name: from.name, other: to.name }) : fill(words, "without", { name: from.name })));
}

export function previewPage(preview: Preview): HTMLElement {
  const { words, exercises } = preview;
  const heading = title("");
  const list = h("ol", { class: "p-list" });
  const said = h("div", { class: "p-changes", role: "status" });
  const needed = needs(thingsOf(exercises), preview.missing, words);
  let now = fitted(exercises, preview.missing);
  const missing = (): string[] =>
    [...needed.querySelectorAll<HTMLInputElement>("input")].filter((box) => !box.checked).map((box) => box.value);
  const script = transcriptPart(words, () => preview.transcript(now.order));
  const start = button(fill(words, "start"), "filled", () => {
    if (now.order.length > 0) preview.start(now);
    else said.scrollIntoView({ block: "nearest" });
  }, "play");
  const draw = (): void => {
    const { minutes } = preview.transcript(now.order);
    heading.textContent = sizeOf("today", now.order.length, minutes, words);
    list.replaceChildren(...now.order.map((exercise) => item(exercise, words)));
    script.renew();
    start.className = `p-button ${now.order.length > 0 ? "filled" : "dashed"}`;
  };
  needed.addEventListener("change", () => {
    preview.lacks(missing());
    now = fitted(exercises, missing());
    said.replaceChildren(...changed(now, words).map((text) => h("p", {}, text)));
    draw();
  });
  draw();
  const bar = choices([]);
  bar.append(start);
  return h("div", { class: "p-page p-plan" }, heading,
    preview.news.length > 0 ? h("p", { class: "p-news" }, preview.news.join(" ")) : null,
    preview.care ? h("p", { class: "p-care" }, preview.care) : null,
    preview.rules.length > 0 ? h("p", { class: "p-rule" }, preview.rules.join(" ")) : null,
    needed, said, list,
    ...preview.notes.map((note) => h("p", { class: "p-stop" }, note)),
    script.element,
    button(fill(words, "help"), "quiet", preview.settings), bar);
}

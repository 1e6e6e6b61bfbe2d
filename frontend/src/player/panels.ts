/** The pages between the moves: one question each, big targets, nothing that times out. */
import { button, h } from "../shared/dom";
import { dose } from "./guide";
import { equipmentOf, fill, type Exercise, type Words } from "./session";
import type { Reason } from "./state";

export interface Choice {
  label: string;
  act(): void;
  kind?: string;
  drawn?: string;
}

function title(text: string): HTMLElement {
  return h("h1", { class: "p-title", tabindex: -1 }, text);
}

function choices(list: Choice[]): HTMLElement {
  return h("div", { class: "p-choices" }, ...list.map((c) => button(c.label, c.kind ?? "", c.act, c.drawn)));
}

/** A heading, sentences, and buttons. */
export function message(heading: string, sentences: string[], list: Choice[]): HTMLElement {
  const said = sentences.filter(Boolean).map((text) => h("p", {}, text));
  return h("div", { class: "p-page" }, title(heading), ...said, choices(list));
}

function number(value: number, name: string, chosen: number | null): HTMLElement {
  const input = h("input", { type: "radio", name, value, checked: value === chosen });
  return h("label", { class: "p-number" }, input, h("span", {}, String(value)));
}

export interface Question {
  name: string;
  heading: string;
  low: string;
  high: string;
  chosen: number | null;
  done(value: number | null): void;
}

/** Eleven radios; Continue stays dashed until one is chosen and then says why not. */
export function scale(question: Question, words: Words): HTMLElement {
  const why = h("p", { class: "p-why", role: "status" });
  const go = button(fill(words, "go_on"), "dashed", () => answer());
  const numbers = Array.from({ length: 11 }, (_, n) => number(n, question.name, question.chosen));
  const field = h("fieldset", { class: "p-scale" },
    h("legend", {}, title(question.heading)),
    h("div", { class: "p-numbers" }, ...numbers),
    h("p", { class: "p-ends", "aria-hidden": "true" }, h("span", {}, question.low), h("span", {}, question.high)));
  const value = (): number | null => {
    const chosen = field.querySelector<HTMLInputElement>("input:checked");
    return chosen ? Number(chosen.value) : null;
  };
  const mark = (): void => {
    go.className = `p-button ${value() === null ? "dashed" : "filled"}`;
    if (value() !== null) why.textContent = "";
  };
  const answer = (): void => {
    if (value() === null) why.textContent = fill(words, "choose_number");
    else question.done(value());
  };
  field.addEventListener("change", mark);
  mark();
  const unknown = button(fill(words, "cannot_say"), "quiet", () => question.done(null));
  return h("div", { class: "p-page" }, field, why, h("div", { class: "p-choices" }, go, unknown));
}

function item(exercise: Exercise, words: Words): HTMLElement {
  return h("li", {}, h("strong", {}, exercise.name), h("span", {}, dose(exercise, words)));
}

function needs(things: string[], words: Words): HTMLElement {
  if (things.length === 0) return h("p", { class: "p-needs" }, fill(words, "need_nothing"));
  const boxes = things.map((thing) => h("label", { class: "p-check" },
    h("input", { type: "checkbox", name: "have", value: thing, checked: true }), h("span", {}, thing)));
  return h("fieldset", { class: "p-needs" }, h("legend", {}, fill(words, "need_things")), ...boxes);
}

/** What comes, what is needed, when to stop. `care`: a word of warning, or nothing. `start` gets the things the person does not have. */
export function check(
  exercises: Exercise[], words: Words, minutes: number, care: string, notes: string[], start: (missing: string[]) => void,
): HTMLElement {
  const things = [...new Set(exercises.flatMap(equipmentOf))];
  const page = h("div", { class: "p-page p-plan" },
    title(fill(words, "today", { n: exercises.length, minutes })),
    care ? h("p", { class: "p-care" }, care) : null,
    h("ol", { class: "p-list" }, ...exercises.map((exercise) => item(exercise, words))),
    needs(things, words),
    ...notes.map((note) => h("p", { class: "p-stop" }, note)));
  const missing = (): string[] =>
    [...page.querySelectorAll<HTMLInputElement>("input[name=have]")].filter((box) => !box.checked).map((box) => box.value);
  page.append(choices([{ label: fill(words, "start"), kind: "filled", drawn: "play", act: () => start(missing()) }]));
  return page;
}

const REASONS: Exclude<Reason, "">[] = ["too_hard", "hurts", "no_equipment", "do_not_like"];

export function reasons(heading: string, words: Words, chosen: (reason: Reason) => void, back: () => void): HTMLElement {
  const list = REASONS.map((reason): Choice => ({ label: fill(words, `reason_${reason}`), act: () => chosen(reason) }));
  return message(heading, [], [...list, { label: fill(words, "back"), kind: "quiet", act: back }]);
}

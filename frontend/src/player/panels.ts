/** The pages between the moves: one question each, big targets, nothing that times out. */
import { button, h } from "../shared/dom";
import { smallFigure } from "./figure";
import { fill, type Exercise, type Words } from "./session";
import type { Reason } from "./state";

export interface Choice {
  label: string;
  act(): void;
  kind?: string;
  drawn?: string;
  /** An exercise whose small figure stands in the button. */
  shows?: Exercise;
}

export function title(text: string): HTMLElement {
  return h("h1", { class: "p-title", tabindex: -1 }, text);
}

export function choices(list: Choice[]): HTMLElement {
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

/** As `message`, the choices that show an exercise with its figure. */
export function pictured(heading: string, list: Choice[], sentences: string[] = []): HTMLElement {
  const page = message(heading, sentences, list);
  const made = [...page.querySelectorAll<HTMLElement>(".p-choices > button")];
  list.forEach((choice, at) => {
    if (!choice.shows) return;
    made[at]?.classList.add("pictured");
    made[at]?.prepend(smallFigure(choice.shows));
  });
  return page;
}

const REASONS: Exclude<Reason, "">[] = ["hurts", "too_hard", "cannot_position", "no_equipment", "no_time", "do_not_like", "other"];

export function reasons(heading: string, words: Words, chosen: (reason: Reason) => void, back: () => void): HTMLElement {
  const list = REASONS.map((reason): Choice => ({ label: fill(words, `reason_${reason}`), kind: "small", act: () => chosen(reason) }));
  const page = message(heading, [], [...list, { label: fill(words, "back"), kind: "quiet", act: back }]);
  page.classList.add("p-reasons");
  return page;
}

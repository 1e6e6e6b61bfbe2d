/** The one screen of the player: its fixed parts, and the few things that change on it. */
import { button, h, icon, s } from "../shared/dom";
import type { Brief } from "./briefing";
import type { Dial, Lines } from "./guide";
import { fill, type Words } from "./session";

const LOOP = "M-16 6H-4C10 6 9-9 0-9S-10 6 4 6H16";
const RADIUS = 65;
const ROUND = 2 * Math.PI * RADIUS;

const LISTED: Brief["what"][] = ["place", "step", "rule", "stop"];

export interface Acts {
  leave(): void;
  voice(): void;
  pause(): void;
  next(): void;
  hurt(): void;
  help(): void;
  /** Anywhere on the picture or the words. */
  tap(): void;
}

export interface Screen {
  root: HTMLElement;
  view(name: "work" | "panel"): void;
  lines(lines: Lines): void;
  /** Another word in the place of the cue. */
  cue(text: string): void;
  /** `now`: what is being said of the briefing; -1 during the work. */
  steps(briefing: Brief[], now: number): void;
  dial(dial: Dial | null): void;
  bar(at: number, names: string[]): void;
  voiceIs(on: boolean): void;
  pausedIs(paused: boolean, more: HTMLElement | null): void;
  panel(panel: HTMLElement, calmly?: boolean): void;
  announce(text: string): void;
}

function ring(): { element: SVGElement; draw(dial: Dial | null): void } {
  const circle = { cx: 74, cy: 74 };
  const arc = s("circle", { class: "ring-arc", r: RADIUS, transform: "rotate(-90 74 74)", ...circle });
  const number = s("text", { class: "ring-number", x: 74, y: 74 });
  const element = s("svg", { class: "p-ring", viewBox: "0 0 148 148", "aria-hidden": "true" },
    s("circle", { class: "ring-track", r: RADIUS, ...circle }),
    s("circle", { class: "ring-edge", r: 72.5, ...circle }), arc, number);
  return {
    element,
    draw(dial) {
      element.classList.toggle("off", dial === null);
      if (!dial) return;
      arc.setAttribute("stroke-dasharray", `${(Math.max(0, dial.left) * ROUND).toFixed(1)} ${ROUND.toFixed(1)}`);
      element.classList.toggle("long", dial.number.length === 2);
      element.classList.toggle("longest", dial.number.length > 2);
      if (number.textContent !== dial.number) number.textContent = dial.number;
    },
  };
}

function bar(words: Words): { element: HTMLElement; draw(at: number, names: string[]): void } {
  const element = h("ol", { class: "p-bar" });
  const step = (index: number, at: number, name: string): HTMLElement => {
    const state = index < at ? "done" : index === at ? "now" : "later";
    const loop = state === "done" ? null : s("svg", { viewBox: "-18 -12 36 20", "aria-hidden": "true" },
      s("path", { d: LOOP }));
    const spoken = fill(words, "step_said", { n: index + 1, name, state: fill(words, `step_${state}`) });
    const said = h("span", { class: "p-hidden" }, spoken);
    return h("li", { class: state, "aria-current": state === "now" ? "step" : null }, loop as Node | null, said);
  };
  return { element, draw: (at, names) => element.replaceChildren(...names.map((name, i) => step(i, at, name))) };
}

function round(name: string, label: string, act: () => void): HTMLButtonElement {
  const made = h("button", { type: "button", class: "p-icon", "aria-label": label }, icon(name));
  made.addEventListener("click", act);
  return made;
}

function relabel(made: HTMLButtonElement, drawn: string, label: string): void {
  made.replaceChildren(icon(drawn), h("span", {}, label));
}

/** Long cues wrap at 52 px; they are never cut. */
function sized(cue: HTMLElement, text: string): void {
  const long = text.split(/\s+/).some((word) => word.length > 9) || text.length > 18;
  cue.classList.toggle("long", long);
}

export function openScreen(root: HTMLElement, words: Words, acts: Acts): Screen {
  const say = (id: string): string => fill(words, id);
  const helped = round("help", say("help"), acts.help);
  const steps = bar(words);
  const dial = ring();
  const voice = round("voice", say("voice"), acts.voice);
  const side = h("p", { class: "p-side" });
  const count = h("p", { class: "p-count" });
  const cue = h("h1", { class: "p-cue" });
  const sentence = h("p", { class: "p-sentence" });
  const list = h("ol", { class: "p-steps", "aria-label": say("steps") });
  const more = h("div", { class: "p-more" });
  const pause = button(say("pause"), "filled", acts.pause, "pause");
  const live = h("p", { class: "p-hidden", role: "status", "aria-live": "polite" });
  const panel = h("section", { class: "p-panel" });
  const figure = h("div", { class: "p-figure-slot" });
  const text = h("div", { class: "p-words" }, cue, sentence, list, more);
  const stage = h("section", { class: "p-stage", "aria-label": say("figure") },
    h("div", { class: "p-tags" }, side, count), dial.element, figure);
  [stage, cue, sentence, list].forEach((part) => part.addEventListener("click", acts.tap));
  root.replaceChildren(
    h("div", { class: "p-top" }, round("close", say("close"), acts.leave), steps.element, voice, helped),
    stage, text, panel,
    h("div", { class: "p-actions" }, pause, button(say("next"), "", acts.next, "next", true)),
    button(say("hurts"), "p-hurt", acts.hurt, "hurt"), live);
  return {
    root,
    view(name) {
      const from = root.dataset["view"];
      root.dataset["view"] = name;
      if (from === "panel" && name === "work") pause.focus({ preventScroll: true });
    },
    cue(text) {
      if (cue.textContent === text) return;
      cue.textContent = text;
      sized(cue, text);
    },
    lines(shown) {
      cue.textContent = shown.cue;
      sized(cue, shown.cue);
      sentence.textContent = shown.sentence;
      side.textContent = shown.side;
      side.hidden = shown.side === "";
      count.textContent = shown.count;
      count.hidden = shown.count === "";
    },
    steps(briefing, now) {
      root.dataset["ready"] = now >= 0 ? "yes" : "no";
      root.dataset["brief"] = briefing[now]?.what ?? "";
      const shown = now < 0 ? [] : briefing.map((one, at) => ({ ...one, at })).filter((one) => LISTED.includes(one.what));
      list.replaceChildren(...shown.map((one) =>
        h("li", { class: `${one.at === now ? "now" : one.at < now ? "done" : "later"} ${one.what}` }, one.text)));
      list.classList.remove("brief");
      list.classList.toggle("brief", text.scrollHeight > text.clientHeight + 1);
    },
    dial: dial.draw,
    bar: steps.draw,
    voiceIs(on) {
      voice.replaceChildren(icon(on ? "voice" : "mute"));
      voice.setAttribute("aria-pressed", String(on));
    },
    pausedIs(paused, buttons) {
      root.dataset["paused"] = paused ? "yes" : "no";
      relabel(pause, paused ? "play" : "pause", say(paused ? "continue" : "pause"));
      more.replaceChildren(...(buttons ? [buttons] : []));
    },
    panel(content, calmly = false) {
      panel.replaceChildren(content);
      root.dataset["view"] = "panel";
      root.dataset["calm"] = calmly ? "yes" : "no";
      panel.scrollTop = 0;
      window.scrollTo(0, 0);
      content.querySelector<HTMLElement>("[tabindex='-1']")?.focus({ preventScroll: true });
    },
    announce(said) {
      if (said) live.textContent = said;
    },
  };
}

/** Where the figure lives inside the screen. */
export function slotOf(root: HTMLElement): HTMLElement {
  const slot = root.querySelector<HTMLElement>(".p-figure-slot");
  if (!slot) throw new Error("player: the screen has no figure slot");
  return slot;
}

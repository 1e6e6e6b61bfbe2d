/** What is said before the work of an exercise: where to be, what to do, when to stop. Pure. */
import { dose } from "./dose";
import { equipmentOf, fill, type Exercise, type Words } from "./session";
import { readingSeconds, type Telling } from "./telling";

export interface Brief {
  /** `intro` is said once, before the first exercise. */
  what: "intro" | "name" | "place" | "step" | "rule" | "stop";
  text: string;
  seconds: number;
}

/** To get down to the floor or up again, and fetch what is needed. */
const CHANGE_SECONDS = 10;

/** Texts as sentences in a row, each with one full stop. */
export function sentences(...texts: string[]): string {
  return texts.filter(Boolean).map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(" ");
}

/** How many exercises and how long: `welcome` as it is said, `today` as a heading. */
export function sizeOf(word: "welcome" | "today", n: number, minutes: number, words: Words): string {
  const lasts = fill(words, minutes === 1 ? "lasts_one" : "lasts", { minutes });
  return fill(words, n === 1 ? `${word}_one` : word, { n, lasts });
}

function intro(telling: Telling): string[] {
  if (telling.n > 1) return [];
  const { words, total, minutes } = telling;
  return [sizeOf("welcome", total, minutes, words), ...telling.rules, fill(words, telling.oneButton ? "how_to_pause_one" : "how_to_pause")];
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function placeWord(exercise: Exercise, words: Words): string {
  return exercise.position ? fill(words, `place_${exercise.position}`) : "";
}

/** Position and things; `moves` when the person has to change either. */
function place(exercise: Exercise, telling: Telling): { text: string; moves: boolean } {
  const { words, before } = telling;
  const things = equipmentOf(exercise);
  const there = before ? equipmentOf(before) : [];
  const stays = before !== null && before.position === exercise.position;
  if (stays && things.every((thing) => there.includes(thing))) return { text: fill(words, "stay"), moves: false };
  const need = things.length > 0 ? fill(words, "you_need", { things: things.map(lower).join(", ") }) : "";
  return { text: sentences(placeWord(exercise, words), need, fill(words, "take_time")), moves: true };
}

/** Steps that stand on the screen and are not said, because they are known by heart. */
export function unsaid(exercise: Exercise, telling: Telling): Brief[] {
  return exercise.known && !telling.full ? exercise.steps.map((text) => ({ what: "step", text, seconds: 0 })) : [];
}

export function briefing(exercise: Exercise, telling: Telling): Brief[] {
  const { words, talk } = telling;
  const brief = (what: Brief["what"], text: string, more = 0): Brief => ({ what, text, seconds: readingSeconds(text, talk) + more });
  const steps = exercise.steps.length > 0 ? exercise.steps : [exercise.summary];
  const name = fill(words, "exercise_of", { n: telling.n, total: telling.total, name: exercise.name });
  const where = place(exercise, telling);
  const stop = exercise.stop_if.join(" ");
  return [
    ...intro(telling).map((text) => brief("intro", text)),
    brief("name", sentences(name, dose(exercise, words))),
    brief("place", where.text, where.moves ? CHANGE_SECONDS : 0),
    ...(exercise.known && !telling.full ? [] : steps.map((step) => brief("step", step))),
    ...(exercise.rules ?? []).map((rule) => brief("rule", rule)),
    ...(stop ? [brief("stop", fill(words, "stop_when", { what: stop }))] : []),
  ];
}

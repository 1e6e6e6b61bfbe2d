/** What one segment shows and says. Pure: words in, words out. */
import { briefing, sentences } from "./briefing";
import { dose, sideWord, WORTH_SAYING } from "./dose";
import { endSentence } from "./ending";
import { fill, type Exercise, type Words } from "./session";
import type { Signal } from "./sound";
import type { Telling } from "./telling";
import { countsRepetitions, LONGEST_HOLD, stretchOf, turnsOver, type Segment } from "./timeline";

export interface Lines {
  cue: string;
  sentence: string;
  side: string;
  count: string;
  /** Said once, when the segment begins. */
  spoken: string;
  /** For screen readers: step and side only, empty when neither changes. */
  live: string;
  signal: Signal | null;
}

export interface Dial {
  number: string;
  /** Share of the time left, 0 to 1. */
  left: number;
}

function counted(exercise: Exercise, segment: Segment, words: Words): string {
  if (segment.set === 0) return "";
  const set = exercise.sets > 1 ? fill(words, "set_of", { n: segment.set, total: exercise.sets }) : "";
  if (segment.rep === 0 || exercise.repetitions < 2) return set;
  const rep = fill(words, "rep_of", { n: segment.rep, total: exercise.repetitions });
  return set ? `${rep}\n${set}` : rep;
}

function readyLines(exercise: Exercise, segment: Segment, telling: Telling): Partial<Lines> {
  const brief = briefing(exercise, telling)[segment.index];
  const opening = brief?.what === "name";
  const text = brief?.text ?? "";
  return {
    cue: exercise.name, sentence: text, count: dose(exercise, telling.words), spoken: text,
    live: opening ? exercise.name : "", signal: opening ? "change" : null,
  };
}

/** From this many repetitions on, the middle is said. */
const MANY = 6;

function isMiddle(exercise: Exercise, segment: Segment): boolean {
  return exercise.repetitions >= MANY && segment.rep === Math.floor(exercise.repetitions / 2) + 1;
}

/** Does this segment open the repetition in the middle of many? */
export function opensTheMiddle(exercise: Exercise, row: Segment[], at: number): boolean {
  const segment = row[at];
  return segment !== undefined && row[at - 1]?.rep !== segment.rep && isMiddle(exercise, segment);
}

function opens(exercise: Exercise, segment: Segment, words: Words): string {
  const middle = isMiddle(exercise, segment);
  const number = exercise.repetitions > 1 ? `${segment.rep}. ` : "";
  return middle ? `${fill(words, "half_way")}. ${number}` : number;
}

/** How long to hold, the first time of each side and set; or how long to go on. */
function held(cue: string, segment: Segment, words: Words): string {
  if (segment.seconds >= LONGEST_HOLD) return sentences(cue, fill(words, "go_for", { n: Math.round(segment.seconds / 60) }));
  if (segment.rep > 1 || segment.seconds < WORTH_SAYING) return cue;
  return fill(words, "hold_for", { n: Math.round(segment.seconds) });
}

function workLines(exercise: Exercise, segment: Segment, row: Segment[], at: number, words: Words): Partial<Lines> {
  const phase = exercise.phases[segment.index];
  const before = row[at - 1];
  const opening = before?.rep !== segment.rep;
  const holds = segment.kind === "hold";
  const cue = phase?.cue || fill(words, holds ? "hold" : "move");
  const waits = holds && before?.kind === "move" && before.index === segment.index;
  const word = waits && segment.seconds >= WORTH_SAYING ? fill(words, "hold") : cue;
  const silent = holds && segment.seconds < WORTH_SAYING;
  const said = holds ? held(word, segment, words) : word;
  return {
    cue: word, sentence: phase?.sentence ?? exercise.summary, spoken: silent ? "" : `${opening ? opens(exercise, segment, words) : ""}${said}`,
    signal: silent ? null : holds ? "hold" : opening ? "change" : null,
  };
}

export function linesFor(exercise: Exercise, row: Segment[], at: number, telling: Telling): Lines {
  const segment = row[at];
  const { words } = telling;
  const blank: Lines = { cue: "", sentence: "", side: "", count: "", spoken: "", live: "", signal: null };
  if (!segment) return blank;
  const side = sideWord(segment.side, words);
  const shared = { ...blank, side, count: counted(exercise, segment, words) };
  const set = exercise.sets > 1 && segment.set > 0 ? fill(words, "set_of", { n: segment.set, total: exercise.sets }) : "";
  const waiting = (cue: string, sentence: string, signal: Signal): Lines =>
    ({ ...shared, cue, sentence, spoken: sentences(cue, sentence), live: sentences(cue, sentence), signal });
  switch (segment.kind) {
    case "ready":
      return { ...shared, ...readyLines(exercise, segment, telling) };
    case "countin":
      return { ...waiting(fill(words, "get_ready"), "", "change"), sentence: exercise.phases[row[at + 1]?.index ?? 0]?.sentence ?? "",
        spoken: sentences(side, set) || fill(words, "get_ready"), live: sentences(exercise.name, side) };
    case "side": {
      const time = turnsOver(exercise) ? fill(words, "take_time") : "";
      // the side is what must be read from afar
      const cue = fill(words, segment.side === "left" ? "cue_left" : "cue_right");
      const turn = fill(words, "switch");
      return { ...waiting(turn, sentences(side, time), "change"), cue, sentence: sentences(turn, time) };
    }
    case "rest":
      return waiting(fill(words, "rest"), fill(words, "rest_for", { n: segment.seconds }), "change");
    case "end":
      return waiting(fill(words, "done"), endSentence(telling), "end");
    default:
      return { ...shared, ...workLines(exercise, segment, row, at, words) };
  }
}

function clock(seconds: number): string {
  return seconds < 100 ? String(seconds) : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Seconds left in the segment; or, when its phases are too short to count, the repetition and the set's time. */
export function dialFor(exercise: Exercise, row: Segment[], at: number, intoMs: number): Dial | null {
  const segment = row[at];
  if (!segment || segment.kind === "ready" || (segment.kind === "end" && segment.seconds < 5)) return null;
  const left = Math.max(0, segment.seconds - intoMs / 1000);
  if (segment.rep === 0 || !countsRepetitions(exercise)) {
    return { number: clock(Math.max(1, Math.ceil(left - 0.02))), left: left / segment.seconds };
  }
  const { start, end } = stretchOf(row, at);
  const sum = (from: number, to: number): number => row.slice(from, to).reduce((all, one) => all + one.seconds, 0);
  return { number: String(segment.rep), left: (left + sum(at + 1, end + 1)) / sum(start, end + 1) };
}

/** Where the figure stands: eased between two times of its loop. */
export function figureTime(segment: Segment, intoMs: number): number {
  const share = segment.seconds <= 0 ? 1 : Math.min(1, intoMs / 1000 / segment.seconds);
  return segment.from + (segment.to - segment.from) * share;
}

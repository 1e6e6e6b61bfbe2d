/** What one segment shows and says. Pure: words in, words out. */
import { briefing, fill, type Exercise, type Side, type Words } from "./session";
import type { Signal } from "./sound";
import { countsRepetitions, stretchOf, type Segment } from "./timeline";

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

/** Nothing for both: an exercise without sides needs no word for them. */
export function sideWord(side: Side, words: Words): string {
  return side === "both" ? "" : fill(words, side === "left" ? "side_left" : "side_right");
}

/** A shorter hold is part of the move before it. */
const WORTH_SAYING = 3;

function span(seconds: number, words: Words): string {
  if (seconds >= 120) return fill(words, "dose_minutes", { n: Math.round(seconds / 60) });
  return seconds >= WORTH_SAYING ? fill(words, "dose_hold", { n: seconds }) : "";
}

/** All repetitions of one side come first: said whenever they could be taken to alternate. */
export function dose(exercise: Exercise, words: Words): string {
  const n = exercise.repetitions;
  const each = exercise.sides === "each";
  const parts = [
    exercise.sets > 1 ? fill(words, "dose_sets", { n: exercise.sets }) : "",
    n > 1 && !each ? fill(words, "dose_times", { n }) : "",
    span(exercise.hold_seconds, words),
    n <= 1 && each ? fill(words, "dose_each_side") : "",
  ];
  const text = parts.filter(Boolean).join(", ");
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return n > 1 && each ? [start, fill(words, "side_order", { n })].filter(Boolean).join(". ") : start;
}

/** Texts as sentences in a row, each with one full stop. */
function sentences(...texts: string[]): string {
  return texts.filter(Boolean).map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(" ");
}

function counted(exercise: Exercise, segment: Segment, words: Words): string {
  if (segment.set === 0) return "";
  const set = exercise.sets > 1 ? fill(words, "set_of", { n: segment.set, total: exercise.sets }) : "";
  if (segment.rep === 0 || exercise.repetitions < 2) return set;
  const rep = fill(words, "rep_of", { n: segment.rep, total: exercise.repetitions });
  return set ? `${rep}\n${set}` : rep;
}

function readyLines(exercise: Exercise, segment: Segment, words: Words): Partial<Lines> {
  const step = briefing(exercise, words)[segment.index] ?? "";
  const opening = segment.index === 0;
  return {
    cue: exercise.name, sentence: step, count: dose(exercise, words),
    spoken: opening ? `${sentences(exercise.name, dose(exercise, words))} ${step}` : step,
    live: opening ? exercise.name : "", signal: opening ? "change" : null,
  };
}

function workLines(exercise: Exercise, segment: Segment, row: Segment[], at: number, words: Words): Partial<Lines> {
  const phase = exercise.phases[segment.index];
  const before = row[at - 1];
  const opening = before?.rep !== segment.rep;
  const cue = phase?.cue || fill(words, segment.kind === "hold" ? "hold" : "move");
  const waits = segment.kind === "hold" && before?.kind === "move" && before.index === segment.index;
  const word = waits && segment.seconds >= WORTH_SAYING ? fill(words, "hold") : cue;
  const silent = segment.kind === "hold" && segment.seconds < WORTH_SAYING;
  const number = opening && exercise.repetitions > 1 ? `${segment.rep}. ` : "";
  return {
    cue: word, sentence: phase?.sentence ?? exercise.summary, spoken: silent ? "" : `${number}${word}`,
    signal: silent ? null : segment.kind === "hold" ? "hold" : opening ? "change" : null,
  };
}

/** `next`: the name of the exercise that follows, empty after the last one. */
export function linesFor(exercise: Exercise, row: Segment[], at: number, words: Words, next: string): Lines {
  const segment = row[at];
  const blank: Lines = { cue: "", sentence: "", side: "", count: "", spoken: "", live: "", signal: null };
  if (!segment) return blank;
  const side = sideWord(segment.side, words);
  const shared = { ...blank, side, count: counted(exercise, segment, words) };
  const waiting = (cue: string, sentence: string, signal: Signal): Lines =>
    ({ ...shared, cue, sentence, spoken: `${cue}. ${sentence}`, live: `${cue}. ${sentence}`, signal });
  switch (segment.kind) {
    case "ready":
      return { ...shared, ...readyLines(exercise, segment, words) };
    case "countin":
      return { ...waiting(fill(words, "get_ready"), "", "tick"), sentence: exercise.phases[row[at + 1]?.index ?? 0]?.sentence ?? "",
        spoken: side || fill(words, "get_ready"), live: sentences(exercise.name, side) };
    case "side":
      return waiting(fill(words, "switch"), side, "change");
    case "rest":
      return waiting(fill(words, "rest"), fill(words, "rest_for", { n: segment.seconds }), "change");
    case "end":
      return waiting(fill(words, "done"), next ? fill(words, "next_is", { name: next }) : fill(words, "last_done"), "end");
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

/** The spoken count of the last three seconds, where a count helps. */
export function countdown(segment: Segment, intoMs: number): number | null {
  const left = Math.ceil(segment.seconds - intoMs / 1000);
  const counts = segment.kind === "countin" || (segment.kind === "hold" && segment.seconds >= 5) ||
    (segment.kind === "rest" && segment.seconds >= 10);
  return counts && left >= 1 && left <= 3 ? left : null;
}

/** Where the figure stands: eased between two times of its loop. */
export function figureTime(segment: Segment, intoMs: number): number {
  const share = segment.seconds <= 0 ? 1 : Math.min(1, intoMs / 1000 / segment.seconds);
  return segment.from + (segment.to - segment.from) * share;
}

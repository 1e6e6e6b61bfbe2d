/** One exercise as a row of timed segments. Pure: no clock, no page. */
import { briefing } from "./briefing";
import { endSentence } from "./ending";
import type { Exercise, Phase, Side } from "./session";
import { readingSeconds, type Telling } from "./telling";

export type Kind = "ready" | "countin" | "move" | "hold" | "side" | "rest" | "end";

export interface Segment {
  kind: Kind;
  seconds: number;
  /** Figure time at the start and end of the segment, in the figure's own loop. */
  from: number;
  to: number;
  side: Side;
  set: number;
  /** Repetition under way, from 1; 0 outside the work. */
  rep: number;
  /** Index into `phases`, or into the briefing while getting ready; -1 when neither. */
  index: number;
}

interface Beat {
  kind: "move" | "hold";
  seconds: number;
  from: number;
  to: number;
  index: number;
}

/** The side is said first, then 3, 2, 1. */
export const COUNT_IN_SECONDS = 5;
const SIDE_SECONDS = 6;
/** To turn over from one side to the other. */
const TURN_SECONDS = 14;

const TOO_SHORT_TO_SAY = 1;
/** Nobody stands still this long: what lasts longer, such as a walk, is done for that time. */
export const LONGEST_HOLD = 120;

interface Span {
  /** Index into `phases`. */
  index: number;
  from: number;
  to: number;
}

function whole(exercise: Exercise): Phase[] {
  if (exercise.phases.length > 0) return exercise.phases;
  const seconds = Math.max(1, exercise.loop_seconds);
  return [{ name: "move", cue: "", sentence: exercise.summary, start_s: 0, end_s: seconds }];
}

/** Phases too short to be said run together with the one after them (the last: with the one before). */
function spans(phases: Phase[]): Span[] {
  const kept: Span[] = [];
  let from: number | null = null;
  phases.forEach((phase, index) => {
    const start = from ?? phase.start_s;
    from = null;
    const last = kept[kept.length - 1];
    if (phase.end_s - phase.start_s >= TOO_SHORT_TO_SAY) kept.push({ index, from: start, to: phase.end_s });
    else if (index < phases.length - 1) from = start;
    else if (last) last.to = phase.end_s;
    else kept.push({ index, from: start, to: phase.end_s });
  });
  return kept;
}

/** The phase that the dose's hold is meant for: marked, or named so, or the one that ends the way out. */
export function heldPhase(phases: Phase[]): { index: number; still: boolean } {
  const marked = phases.findIndex((phase) => phase.held);
  if (marked >= 0) return { index: marked, still: false };
  const named = phases.findIndex((phase) => /^(hold|held|stay)/i.test(phase.name));
  if (named >= 0) return { index: named, still: true };
  return { index: Math.max(0, Math.ceil(phases.length / 2) - 1), still: false };
}

/** One repetition. The figure waits in the held pose for as long as the dose says; `pace` below 1 is slower. */
export function repetition(exercise: Exercise, pace: number): Beat[] {
  const phases = whole(exercise);
  const held = heldPhase(phases);
  const hold = exercise.hold_seconds;
  if (hold >= LONGEST_HOLD) return [{ kind: "hold", seconds: hold, from: 0, to: hold * pace, index: 0 }];
  return spans(phases).flatMap((span): Beat[] => {
    const still = Math.min(phases[span.index]?.hold_s ?? 0, span.to - span.from - 0.2);
    const natural = Math.max(0.2, span.to - span.from);
    const move: Beat = { kind: "move", seconds: natural / pace, ...span };
    if (hold <= 0 || span.index !== held.index) return [move];
    if (held.still) return [{ ...move, kind: "hold", seconds: hold }];
    const arrived = span.to - Math.max(0, still);
    const way: Beat = { ...move, seconds: (arrived - span.from) / pace, to: arrived };
    return [way, { kind: "hold", seconds: hold, from: arrived, to: span.to, index: span.index }];
  });
}

export function sidesOf(exercise: Exercise): Side[] {
  return exercise.sides === "each" ? ["right", "left"] : ["both"];
}

function ready(exercise: Exercise, side: Side, telling: Telling): Segment[] {
  return briefing(exercise, telling).map((brief, index) => ({
    kind: "ready", seconds: brief.seconds, from: 0, to: 0, side, set: 0, rep: 0, index,
  }));
}

function work(exercise: Exercise, side: Side, set: number, pace: number): Segment[] {
  const at = { side, set };
  const countIn: Segment = { kind: "countin", seconds: COUNT_IN_SECONDS, from: 0, to: 0, rep: 0, index: -1, ...at };
  const beats = repetition(exercise, pace);
  const rounds = Array.from({ length: Math.max(1, exercise.repetitions) }, (_, turn) =>
    beats.map((beat): Segment => ({ ...beat, rep: turn + 1, ...at })));
  return [countIn, ...rounds.flat()];
}

/** Who lies on one side turns over to work the other. */
export function turnsOver(exercise: Exercise): boolean {
  return exercise.position === "lying_side" && exercise.sides === "each";
}

function between(kind: "side" | "rest" | "end", seconds: number, side: Side, set: number): Segment {
  return { kind, seconds, from: 0, to: 0, side, set, rep: 0, index: -1 };
}

/** Get ready, then every set on every side, with the rests between, then the end. */
export function timeline(exercise: Exercise, telling: Telling): Segment[] {
  const sides = sidesOf(exercise);
  const first = sides[0] ?? "both";
  const sets = Math.max(1, exercise.sets);
  const row: Segment[] = ready(exercise, first, telling);
  for (let set = 1; set <= sets; set += 1) {
    sides.forEach((side, turn) => {
      if (turn > 0) row.push(between("side", turnsOver(exercise) ? TURN_SECONDS : SIDE_SECONDS * telling.talk, side, set));
      row.push(...work(exercise, side, set, telling.pace));
    });
    if (set < sets) row.push(between("rest", Math.max(5, exercise.rest_seconds), first, set + 1));
  }
  const said = readingSeconds(endSentence(telling), telling.talk); // what is told of the next exercise is its rest
  row.push(between("end", said, sides[sides.length - 1] ?? "both", sets));
  return row;
}

export function length(row: Segment[]): number {
  return row.reduce((all, segment) => all + segment.seconds, 0);
}

/** Ready sentences are known by heart on the second visit: where the work begins. */
export function firstWork(row: Segment[]): number {
  return Math.max(0, row.findIndex((segment) => segment.kind === "countin"));
}

/** Where "Next" leads from `seg`: the end of getting ready, of this set and side, or of this wait. */
export function nextStop(row: Segment[], seg: number): number {
  const here = row[seg];
  if (!here) return row.length;
  if (here.kind === "ready") return firstWork(row);
  const working = (segment: Segment): boolean => ["countin", "move", "hold"].includes(segment.kind);
  if (!working(here)) return seg + 1;
  const rest = row.findIndex((segment, index) => index > seg && !working(segment));
  return rest < 0 ? row.length : rest;
}

/** Share of the repetitions already behind `seg`, from 0 to 1. */
export function shareDone(row: Segment[], seg: number): number {
  const counts = (segments: Segment[]): number =>
    new Set(segments.filter((s) => s.rep > 0).map((s) => `${s.side}${s.set}/${s.rep}`)).size;
  const all = counts(row);
  const done = counts(row.slice(0, seg));
  return all === 0 ? 0 : done / all;
}

/** Seconds from `seg` to the end of its set and side (for the ring when single phases are too short to count). */
export function stretchOf(row: Segment[], seg: number): { start: number; end: number } {
  const here = row[seg];
  const same = (s: Segment | undefined): boolean =>
    s !== undefined && s.rep > 0 && s.side === here?.side && s.set === here.set;
  let start = seg;
  let end = seg;
  while (same(row[start - 1])) start -= 1;
  while (same(row[end + 1])) end += 1;
  return { start, end };
}

/** True when no phase lasts long enough to be counted in seconds; the ring then counts repetitions. */
export function countsRepetitions(exercise: Exercise): boolean {
  return repetition(exercise, 1).every((beat) => beat.seconds < 3);
}

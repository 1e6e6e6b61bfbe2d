/** Everything that is said and sounded, with its moment. The run speaks from it, the transcript is written from it. Pure. */
import { linesFor, opensTheMiddle } from "./guide";
import { fill, type Exercise, type Words } from "./session";
import type { Signal } from "./sound";
import type { Telling } from "./telling";
import { LONGEST_HOLD, timeline, type Segment } from "./timeline";

export interface Said {
  /** Milliseconds into the segment. */
  at: number;
  text: string;
  signal: Signal | null;
  /** Ends what is still being said. What prepares is never cut short, what counts is. */
  cut: boolean;
}

const COUNTS = [3, 2, 1];
/** Holds this long have a middle worth saying. */
const LONG_HOLD = 20;

function counts(segment: Segment): boolean {
  return segment.kind === "countin" || (segment.kind === "hold" && segment.seconds >= 5) ||
    (segment.kind === "rest" && segment.seconds >= 10);
}

function countdown(segment: Segment): Said[] {
  if (!counts(segment)) return [];
  return COUNTS.map((left) => ({
    at: (segment.seconds - left) * 1000, text: String(left), signal: "tick", cut: segment.kind !== "countin",
  }));
}

function middle(segment: Segment, words: Words): Said[] {
  const said = (seconds: number, id: string): Said => ({ at: seconds * 1000, text: fill(words, id), signal: null, cut: false });
  if (segment.kind !== "hold" || segment.seconds < LONG_HOLD) return [];
  const half = said(segment.seconds / 2, "half_way");
  return segment.seconds > LONGEST_HOLD ? [half, said(segment.seconds - 60, "one_minute")] : [half];
}

const HALF_SHOWN_MS = 4000;
const HALF_OF_REPETITIONS_MS = 1500;

/** What stands for a moment in the place of the cue, for who does not hear it said; null when nothing does. */
export function flashAt(exercise: Exercise, row: Segment[], at: number, into: number, words: Words): string | null {
  const segment = row[at];
  if (!segment) return null;
  const half = segment.kind === "move" && segment.seconds >= 3 && into < HALF_OF_REPETITIONS_MS;
  if (half && opensTheMiddle(exercise, row, at)) return fill(words, "half_way");
  return middle(segment, words).find((said) => into >= said.at && into < said.at + HALF_SHOWN_MS)?.text ?? null;
}

/** What belongs to one segment, in order; its opening first. */
export function saidIn(exercise: Exercise, row: Segment[], at: number, telling: Telling): Said[] {
  const segment = row[at];
  if (!segment) return [];
  const { spoken, signal } = linesFor(exercise, row, at, telling);
  const cut = !["ready", "countin"].includes(segment.kind);
  return [{ at: 0, text: spoken, signal, cut }, ...middle(segment, telling.words), ...countdown(segment)]
    .filter((said) => said.text !== "" || said.signal !== null);
}

export interface Moment {
  /** Seconds from Start. */
  at: number;
  text: string;
  signal: Signal | null;
}

export interface Chapter {
  exercise: Exercise;
  /** Seconds from Start. */
  from: number;
  moments: Moment[];
}

export interface Transcript {
  chapters: Chapter[];
  /** Seconds from Start to the questions. */
  seconds: number;
  /** The same in whole minutes, at least one, as it is said. */
  minutes: number;
}

/** The whole session as it will be heard, if nobody touches it. */
export function transcript(exercises: Exercise[], tell: (at: number) => Telling): Transcript {
  let now = 0;
  const chapters = exercises.map((exercise, index): Chapter => {
    const telling = tell(index);
    const row = timeline(exercise, telling);
    const chapter: Chapter = { exercise, from: now, moments: [] };
    row.forEach((segment, at) => {
      saidIn(exercise, row, at, telling).forEach((said) =>
        chapter.moments.push({ at: now + said.at / 1000, text: said.text, signal: said.signal }));
      now += segment.seconds;
    });
    return chapter;
  });
  return { chapters, seconds: now, minutes: Math.max(1, Math.round(now / 60)) };
}

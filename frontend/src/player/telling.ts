/** How a session is told, and what stands around one exercise in it. Pure. */
import type { Exercise, SessionData, Words } from "./session";

export interface Manner {
  /** Speed of the movements; below 1 is slower. */
  pace: number;
  /** Time for words, as a factor: above 1 for a slower voice. */
  talk: number;
  /** Says the steps of exercises that are known by heart as well. */
  full: boolean;
  /** One key or one tap does all. */
  oneButton: boolean;
}

export interface Telling extends Manner {
  words: Words;
  /** Said before the first exercise. */
  rules: string[];
  /** Place of the exercise in the session, from 1, and how many there are. */
  n: number;
  total: number;
  /** What is said of the length of the whole session. */
  minutes: number;
  before: Exercise | null;
  next: Exercise | null;
}

export const PLAIN: Manner = { pace: 1, talk: 1, full: false, oneButton: false };

/** Time to hear or read a sentence and begin to do it. */
export function readingSeconds(text: string, talk = 1): number {
  if (text === "") return 0;
  return Math.max(3, Math.round((text.split(/\s+/).length / WORDS_PER_SECOND) * talk) + 2);
}

const WORDS_PER_SECOND = 2.1;

/** The telling of the exercise at `at`, from 0, among those of the session. */
export function tellingAt(session: SessionData, order: Exercise[], at: number, minutes: number, manner: Manner): Telling {
  return {
    ...manner, words: session.words, rules: session.rules ?? [], n: at + 1, total: order.length, minutes,
    before: order[at - 1] ?? null, next: order[at + 1] ?? null,
  };
}

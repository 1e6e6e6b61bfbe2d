/** The session as the server writes it into `#session-data`. Seconds everywhere unless the name says otherwise. */

export interface Phase {
  name: string;
  cue: string;
  sentence: string;
  start_s: number;
  end_s: number;
  /** Seconds at the end of the phase in which the figure already stands still. */
  hold_s?: number;
  /** True on the phase whose pose the dose's hold is meant for. */
  held?: boolean;
}

export interface Exercise {
  id: string;
  name: string;
  summary: string;
  /** Id of the position to take; its words are `place_…`. */
  position?: string;
  /** Done often enough that its steps need no telling. */
  known?: boolean;
  /** Said before the work of this exercise, such as how far to stretch. */
  rules?: string[];
  steps: string[];
  figure_svg_url: string | null;
  mirrored_svg_url?: string | null;
  /** One still pose, for lists. */
  small_svg_url?: string | null;
  loop_seconds: number;
  phases: Phase[];
  sets: number;
  repetitions: number;
  hold_seconds: number;
  rest_seconds: number;
  sides: "both" | "each";
  stop_if: string[];
  equipment: string[] | string | null;
  easier?: string | null;
  swap?: Exercise[];
}

export type Words = Record<string, string>;

export interface Limits {
  strong_from?: number | null;
  careful_from?: number | null;
}

export interface SessionData {
  lang: "en" | "fr";
  session_id: string;
  done_url: string;
  plan_url: string;
  gate_url: string;
  /** Kept on the device by the service worker; the language's own emergency page when absent. */
  emergency_url?: string;
  csrf: string;
  words: Words;
  /** Pain before the session, 0 to 10, from which it is not begun, or only with care. None when absent. */
  limits?: Limits | null;
  /** How long the programme says the session takes. */
  minutes: number;
  /** What has changed since the last session, such as after a break; on the preview. */
  news?: string[];
  /** Said before the first exercise, and shown on the preview. */
  rules?: string[];
  /** A silence to play, so that a locked screen does not end the session. */
  silence_url?: string | null;
  exercises: Exercise[];
}

export type Side = "both" | "right" | "left";

export function readSession(root: Document): SessionData {
  const text = root.getElementById("session-data")?.textContent;
  if (!text) throw new Error("player: no #session-data on the page");
  return JSON.parse(text) as SessionData;
}

/** What the pain before a session asks for. */
export function care(limits: Limits | null | undefined, pain: number | null): "strong" | "careful" | null {
  const reaches = (from: number | null | undefined): boolean => pain !== null && typeof from === "number" && pain >= from;
  if (reaches(limits?.strong_from)) return "strong";
  return reaches(limits?.careful_from) ? "careful" : null;
}

/** Needed things as a list, whatever shape the server used. */
export function equipmentOf(exercise: Exercise): string[] {
  const raw = exercise.equipment;
  if (!raw) return [];
  return (Array.isArray(raw) ? raw : [raw]).filter((item) => item.trim() !== "");
}

/** `{n}` style places filled from `values`; a missing word shows its id, so that it is found in review. */
export function fill(words: Words, id: string, values: Record<string, string | number> = {}): string {
  const text = words[id] ?? id;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

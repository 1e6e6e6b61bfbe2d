/** What must survive reload, lock and lost power; and how a session's record grows. Pure. */
import { paused, type Clock } from "./clock";
import type { Fitted } from "./equipment";
import type { SessionData } from "./session";

export type Outcome = "done" | "skip" | "swap" | "hurt";
export type Reason = "too_hard" | "hurts" | "no_equipment" | "cannot_position" | "do_not_like" | "no_time" | "other" | "";
export type Stage = "before" | "strong" | "check" | "work" | "during" | "after" | "effort" | "sending" | "kept" | "gate";

export interface Result {
  id: string;
  outcome: Outcome;
  reason: Reason;
  new_or_same_pain: "new" | "same" | "";
}

export interface State {
  version: 1;
  client_id: string;
  stage: Stage;
  pain_before: number | null;
  pain_during: number | null;
  pain_after: number | null;
  effort: number | null;
  /** Ids in the order they will be done; a swap replaces the id in its place. */
  order: string[];
  at: number;
  clock: Clock;
  pace: number;
  results: Result[];
  /** Epoch milliseconds of the last change. */
  touched: number;
  /** Share of this exercise's repetitions left out with Next, 0 to 1. */
  missed: number;
  /** What was said of the session's length at its start. */
  minutes?: number;
}

export interface Report {
  session_id: string;
  client_id: string;
  pain_before: number | null;
  pain_during: number | null;
  pain_after: number | null;
  effort: number | null;
  completed: "all" | "part" | "none";
  /** ISO 8601; it may reach the server days later. */
  ended_at: string;
  exercises: Result[];
}

export const SLOWER = 0.7;

export function fresh(session: SessionData, client_id: string): State {
  return {
    version: 1, client_id, stage: "before",
    pain_before: null, pain_during: null, pain_after: null, effort: null,
    order: session.exercises.map((exercise) => exercise.id), at: 0, clock: paused(0), pace: 1, results: [], missed: 0, touched: 0,
  };
}

export function recorded(state: State, result: Result): State {
  return { ...state, results: [...state.results.filter((r) => r.id !== result.id), result] };
}

/** On to the next exercise, or to the questions after the last one. */
export function moved(state: State): State {
  const at = state.at + 1;
  const stage: Stage = at >= state.order.length ? "during" : state.stage;
  return { ...state, at, stage, clock: paused(0), missed: 0 };
}

export function swapped(state: State, to: string, reason: Reason): State {
  const from = state.order[state.at] ?? "";
  const order = state.order.map((id, index) => (index === state.at ? to : id));
  const kept = state.results.some((r) => r.id === from && r.outcome === "hurt");
  const next = kept ? state : recorded(state, { id: from, outcome: "swap", reason, new_or_same_pain: "" });
  return { ...next, order, clock: paused(0), missed: 0 };
}

/** The session cut to the things at hand: what gave way is written down with its reason. */
export function fitted(state: State, { order, changes }: Fitted): State {
  const cut = changes.reduce((now, { from, to }) => recorded(now, {
    id: from.id, outcome: to ? "swap" : "skip", reason: "no_equipment", new_or_same_pain: "",
  }), state);
  return { ...cut, order: order.map((exercise) => exercise.id), at: 0, clock: paused(0), missed: 0 };
}

/** Everything not reached counts as skipped, without a reason. */
export function closed(state: State): State {
  const left = state.order.filter((id) => !state.results.some((r) => r.id === id));
  const skips = left.map((id): Result => ({ id, outcome: "skip", reason: "", new_or_same_pain: "" }));
  return { ...state, results: [...state.results, ...skips] };
}

export function completed(state: State): "all" | "part" | "none" {
  const count = (...outcomes: Outcome[]): number => state.results.filter((r) => outcomes.includes(r.outcome)).length;
  if (count("done") === 0) return "none";
  return count("skip", "hurt") === 0 ? "all" : "part";
}

export function report(session: SessionData, state: State): Report {
  const whole = closed(state);
  return {
    session_id: session.session_id, client_id: state.client_id,
    pain_before: state.pain_before, pain_during: state.pain_during,
    pain_after: state.pain_after, effort: state.effort,
    completed: completed(whole), ended_at: new Date(state.touched).toISOString(), exercises: whole.results,
  };
}

const RESUME_HOURS = 3;

/** The session under way; null when there is none, the plan has changed, or too long ago to be the same session. */
export function restored(text: string | null, session: SessionData, now: number): State | null {
  if (text === null) return null;
  try {
    const state = JSON.parse(text) as State;
    const known = new Set(session.exercises.flatMap((e) => [e.id, ...(e.swap ?? []).map((s) => s.id)]));
    const recent = now - state.touched < RESUME_HOURS * 3_600_000;
    return state.version === 1 && recent && state.order.every((id) => known.has(id)) ? state : null;
  } catch {
    return null;
  }
}

import { describe, expect, it } from "vitest";
import type { SessionData } from "../src/player/session";
import { fresh, moved, recorded, report, restored, swapped, type Outcome, type State } from "../src/player/state";
import { exercise } from "./example";

const session: SessionData = {
  lang: "en", session_id: "s1", done_url: "/done", plan_url: "/plan", gate_url: "/gate", csrf: "t", words: {}, minutes: 4,
  exercises: [exercise({ id: "a", swap: [exercise({ id: "b" })] }), exercise({ id: "c" })],
};
const start = fresh(session, "client");
const mark = (state: State, id: string, outcome: Outcome): State =>
  recorded(state, { id, outcome, reason: "", new_or_same_pain: "" });

describe("the record of a session", () => {
  it("is complete when every exercise was done", () => {
    const state = mark(mark(start, "a", "done"), "c", "done");
    expect(report(session, state).completed).toBe("all");
  });

  it("is partial after a hurt, and lists what was not reached as skipped", () => {
    const sent = report(session, mark(mark(start, "a", "done"), "c", "hurt"));
    expect(sent.completed).toBe("part");
    const early = report(session, mark(start, "a", "done"));
    expect(early.exercises.map((r) => r.outcome)).toEqual(["done", "skip"]);
  });

  it("is none when nothing was done", () => {
    expect(report(session, start).completed).toBe("none");
  });

  it("keeps both sides of a swap", () => {
    const state = mark(mark(swapped(start, "b", "too_hard"), "b", "done"), "c", "done");
    const sent = report(session, state);
    expect(sent.exercises.map((r) => [r.id, r.outcome, r.reason])).toEqual([
      ["a", "swap", "too_hard"], ["b", "done", ""], ["c", "done", ""],
    ]);
    expect(sent.completed).toBe("all");
  });

  it("does not lose that it hurt when an easier one is tried instead", () => {
    const state = swapped(mark(start, "a", "hurt"), "b", "hurts");
    expect(state.results.map((r) => r.outcome)).toEqual(["hurt"]);
    expect(state.order).toEqual(["b", "c"]);
  });

  it("goes to the questions after the last exercise", () => {
    expect(moved(moved(start)).stage).toBe("during");
  });

  it("comes back from memory, unless the plan has changed meanwhile", () => {
    expect(restored(JSON.stringify(start), session, 1000)).toEqual(start);
    expect(restored(JSON.stringify({ ...start, order: ["gone"] }), session, 1000)).toBeNull();
    expect(restored("{", session, 1000)).toBeNull();
    expect(restored(null, session, 1000)).toBeNull();
  });

  it("is a new session the next day", () => {
    expect(restored(JSON.stringify(start), session, 86_400_000)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import type { Exercise } from "../src/player/session";
import { countsRepetitions, heldPhase, nextStop, repetition, shareDone, timeline } from "../src/player/timeline";
import { exercise, phase, telling } from "./example";

const last = telling({ next: null });

describe("one repetition", () => {
  it("lasts as long as the figure when nothing is held", () => {
    expect(repetition(exercise(), 1).map((beat) => beat.seconds)).toEqual([2, 2]);
  });

  it("holds the figure still at the end of the way out", () => {
    const beats = repetition(exercise({ hold_seconds: 5 }), 1);
    expect(beats.map((beat) => [beat.kind, beat.seconds, beat.from, beat.to])).toEqual([
      ["move", 2, 0, 2], ["hold", 5, 2, 2], ["move", 2, 4, 6],
    ]);
  });

  it("stretches a phase that is named hold to the dose", () => {
    const phases = [phase("round", 0, 2), phase("hold", 2, 3), phase("back", 3, 5)];
    expect(heldPhase(phases)).toEqual({ index: 1, still: true });
    expect(repetition(exercise({ phases, hold_seconds: 8 }), 1).map((beat) => beat.seconds)).toEqual([2, 8, 2]);
  });

  it("slows the moves and never the hold", () => {
    expect(repetition(exercise({ hold_seconds: 5 }), 0.5).map((beat) => beat.seconds)).toEqual([4, 5, 4]);
  });

  it("does not wait twice where the figure already stands still", () => {
    const phases = [{ ...phase("out", 0, 3), hold_s: 1, held: true }, phase("back", 3, 5)];
    const beats = repetition(exercise({ phases, hold_seconds: 5 }), 1);
    expect(beats.map((beat) => [beat.seconds, beat.from, beat.to])).toEqual([[2, 0, 2], [5, 2, 3], [2, 3, 5]]);
  });

  it("runs a phase too short to be said together with the next", () => {
    const phases = [phase("start", 0, 0.4), phase("out", 0.4, 2), phase("back", 2, 4)];
    const beats = repetition(exercise({ phases }), 1);
    expect(beats.map((beat) => [beat.index, beat.from, beat.to])).toEqual([[1, 0, 2], [2, 2, 4]]);
  });

  it("keeps a walk walking for its minutes", () => {
    const beats = repetition(exercise({ hold_seconds: 300, repetitions: 1 }), 1);
    expect(beats.map((beat) => [beat.kind, beat.seconds, beat.to])).toEqual([["hold", 300, 300]]);
  });

  it("still runs without phases", () => {
    expect(repetition(exercise({ phases: [] }), 1).map((beat) => beat.seconds)).toEqual([6]);
  });
});

describe("a timeline", () => {
  const kinds = (over: Partial<Exercise>) => timeline(exercise(over), telling()).map((s) => s.kind);

  it("does each side of each set, with a switch between and a rest after", () => {
    const row = kinds({ sides: "each", sets: 2, repetitions: 1, phases: [phase("reach", 0, 2)] });
    const set = ["countin", "move", "side", "countin", "move"];
    expect(row).toEqual(["ready", "ready", "ready", "ready", ...set, "rest", ...set, "end"]);
  });

  it("gives time to hear what comes next; what is told of it is the rest", () => {
    const end = (how = telling()) => timeline(exercise({ rest_seconds: 20 }), how).slice(-1)[0]?.seconds ?? 0;
    expect(end()).toBeLessThan(6);
    expect(end(telling({ words: { questions_wait: "A few questions wait on the screen. There is no hurry." }, next: null }))).toBeGreaterThan(5);
    const told = timeline(exercise(), telling()).filter((s) => s.kind === "ready").reduce((sum, s) => sum + s.seconds, 0);
    expect(told).toBeGreaterThan(10);
  });

  it("gives time to turn over", () => {
    const side = (position: string) => timeline(exercise({ sides: "each", position }), telling()).find((s) => s.kind === "side")?.seconds ?? 0;
    expect(side("lying_side")).toBeGreaterThan(2 * side("standing"));
  });

  it("gives a slower voice more time, and the work none", () => {
    const seconds = (kind: string, talk: number) => timeline(exercise({ steps: ["Kneel on the mat with your hands under your shoulders."] }), telling({ talk }))
      .filter((s) => s.kind === kind).reduce((sum, s) => sum + s.seconds, 0);
    expect(seconds("ready", 1.3)).toBeGreaterThan(seconds("ready", 1));
    expect(seconds("move", 1.3)).toBe(seconds("move", 1));
  });

  it("starts with the right side, whose picture is not mirrored", () => {
    const sides = timeline(exercise({ sides: "each" }), last).filter((s) => s.kind === "countin").map((s) => s.side);
    expect(sides).toEqual(["right", "left"]);
  });

  it("goes on from getting ready to the work, and from the work to the next wait", () => {
    const row = timeline(exercise({ sides: "each" }), last);
    expect(row[nextStop(row, 0)]?.kind).toBe("countin");
    expect(row[nextStop(row, 6)]?.kind).toBe("side");
    expect(nextStop(row, row.length - 1)).toBe(row.length);
  });

  it("knows what share of the repetitions is behind", () => {
    const row = timeline(exercise({ sides: "each" }), last);
    expect(shareDone(row, 0)).toBe(0);
    expect(shareDone(row, row.findIndex((s) => s.kind === "side"))).toBe(0.5);
    expect(shareDone(row, row.length)).toBe(1);
  });

  it("counts repetitions when no phase is long enough to count seconds", () => {
    expect(countsRepetitions(exercise())).toBe(true);
    expect(countsRepetitions(exercise({ hold_seconds: 5 }))).toBe(false);
  });
});

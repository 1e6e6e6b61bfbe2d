import { describe, expect, it } from "vitest";
import { advanced, paused, read, repaced, resumed, started, stopped } from "../src/player/clock";
import { timeline } from "../src/player/timeline";
import { exercise, telling } from "./example";

const last = telling({ next: null });
const row = timeline(exercise(), last);
const slow = timeline(exercise(), { ...last, pace: 0.5 });
const work = row.findIndex((segment) => segment.kind === "move");
const T = 1_000_000;

describe("the clock", () => {
  it("stops and goes on at the same place", () => {
    const running = started(paused(work), row, T);
    const held = stopped(running, row, T + 700);
    expect(held).toEqual({ seg: work, into: 700, ends: null });
    const again = started(held, row, T + 60_000);
    expect(read(again, row, T + 60_100)).toEqual({ seg: work, into: 800, over: false });
  });

  it("walks over segments that passed between two ticks", () => {
    const running = started(paused(work), row, T);
    const later = T + 2300;
    expect(read(running, row, later)).toEqual({ seg: work + 1, into: 300, over: false });
    expect(advanced(running, row, later)).toEqual({ seg: work + 1, into: 0, ends: T + 4000 });
  });

  it("keeps running after a reload inside the same segment, by its stored end", () => {
    const running = started(paused(work), row, T);
    expect(resumed(running, row, T + 1500)).toBe(running);
  });

  it("waits at the next segment when the end passed while nobody listened", () => {
    const running = started(paused(work), row, T);
    expect(resumed(running, row, T + 3_600_000)).toEqual(paused(work + 1));
  });

  it("keeps its share of the segment when the pace changes", () => {
    expect(repaced(paused(work, 1000), row, slow, T)).toEqual(paused(work, 2000));
  });

  it("is over after the last segment", () => {
    const running = started(paused(row.length - 1), row, T);
    expect(read(running, row, T + 60_000).over).toBe(true);
  });
});

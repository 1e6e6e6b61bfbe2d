import { describe, expect, it } from "vitest";
import { sizeOf } from "../src/player/briefing";
import { dose } from "../src/player/dose";
import { dialFor, linesFor } from "../src/player/guide";
import type { Exercise } from "../src/player/session";
import type { Telling } from "../src/player/telling";
import { timeline } from "../src/player/timeline";
import { saidIn } from "../src/player/transcript";
import { exercise, telling } from "./example";
import { words } from "./words";

const en = words("en");
const middle = telling({ words: en });
const last = telling({ words: en, n: 3, next: null });
const saidAll = (one: Exercise, how: Telling = middle): string[] => {
  const row = timeline(one, how);
  return row.map((_, at) => linesFor(one, row, at, how).spoken);
};

describe("what the session says", () => {
  it("says name, place, steps, stop, side, count, hold, switch and end", () => {
    const said = saidAll(exercise({ sides: "each", repetitions: 2, hold_seconds: 5, stop_if: ["Pain reaches 5."] }), last);
    expect(said).toEqual([
      "Exercise 3 of 3. Reach. Hold 5 seconds. 2 times to this side, then the other.", "Stay as you are.", "Kneel.", "Reach.",
      "Stop if this happens: Pain reaches 5.",
      "Right side.", "1. reach", "Hold 5 seconds", "lower", "2. reach", "Hold", "lower", "Switch. Left side.",
      "Left side.", "1. reach", "Hold 5 seconds", "lower", "2. reach", "Hold", "lower",
      "Done. The session is over. A few questions wait on the screen. There is no hurry.",
    ]);
  });

  it("says how to pause and the rules before the first exercise only", () => {
    const first = saidAll(exercise(), telling({ words: en, n: 1, before: null, minutes: 20, rules: ["Move slowly."] }));
    expect(first.slice(0, 4)).toEqual([
      "3 exercises, about 20 minutes.", "Move slowly.",
      "To pause, tap the picture or press the space bar. A headset button does the same.",
      "Exercise 1 of 3. Reach. 3 times.",
    ]);
    expect(saidAll(exercise())[0]).toContain("Exercise 2 of 3");
  });

  it("says where to be and what to fetch, with time for it, and nothing to change when nothing changes", () => {
    const lying = exercise({ position: "lying_back", equipment: ["A mat or rug", "A pillow"] });
    const row = timeline(lying, middle);
    expect(saidAll(lying)[1]).toBe("Lying on your back. You need: a mat or rug, a pillow. Take your time.");
    expect(row[1]?.seconds).toBeGreaterThanOrEqual(15);
    const again = telling({ words: en, before: lying });
    expect(saidAll(exercise({ position: "lying_back", equipment: ["A pillow"] }), again)[1]).toBe("Stay as you are.");
    expect(saidAll(exercise({ position: "lying_back", equipment: ["A towel"] }), again)[1]).toContain("You need: a towel.");
  });

  it("says how far to stretch before the work", () => {
    expect(saidAll(exercise({ rules: ["Stop at a slight pull."] }))).toContain("Stop at a slight pull.");
  });

  it("leaves out the steps of what is known by heart, never the stop", () => {
    const brief = saidAll(exercise({ known: true, stop_if: ["Pain reaches 5."] }));
    expect(brief).not.toContain("Kneel.");
    expect(brief).toContain("Stop if this happens: Pain reaches 5.");
    expect(saidAll(exercise({ known: true }), telling({ words: en, full: true }))).toContain("Kneel.");
  });

  it("has no word for sides where an exercise has none", () => {
    const one = exercise({ sides: "both" });
    const row = timeline(one, last);
    const lines = row.map((_, at) => linesFor(one, row, at, last));
    expect(lines.map((line) => line.side).filter(Boolean)).toEqual([]);
    expect(lines.map((line) => line.live).filter(Boolean).slice(0, 2)).toEqual(["Reach", "Reach."]);
  });

  it("says that one side comes first, unless there is nothing to take in turns", () => {
    expect(dose(exercise({ sides: "each", repetitions: 8 }), en)).toBe("8 times to this side, then the other.");
    expect(dose(exercise({ sides: "each", repetitions: 1, hold_seconds: 30 }), en)).toBe("Hold 30 seconds, each side");
    expect(dose(exercise({ sides: "each", repetitions: 8, sets: 2 }), words("fr"))).toBe("2 séries. 8 fois de ce côté, puis de l’autre.");
  });

  it("names what comes next and how many are left", () => {
    expect(saidAll(exercise()).slice(-1)).toEqual(["Done. Next: Open book. 1 more to go."]);
    expect(saidAll(exercise(), telling({ words: en, total: 6 })).slice(-1)).toEqual(["Done. Next: Open book. 4 more to go."]);
  });

  it("says the set, the rest and its length", () => {
    const said = saidAll(exercise({ sets: 2, repetitions: 1, rest_seconds: 30 }));
    expect(said).toContain("Set 1 of 2.");
    expect(said).toContain("Rest. 30 seconds. Breathe slowly.");
  });

  it("says the middle of many repetitions", () => {
    expect(saidAll(exercise({ repetitions: 8 }))).toContain("Half-way. 5. reach");
    expect(saidAll(exercise({ repetitions: 5 })).join()).not.toContain("Half-way");
  });

  it("does not announce a hold of a second or two", () => {
    expect(saidAll(exercise({ repetitions: 1, hold_seconds: 2 }))).toContain("");
  });

  it("counts one exercise and one minute as one", () => {
    expect(sizeOf("today", 1, 2, en)).toBe("1 exercise, about 2 minutes");
    expect(sizeOf("welcome", 1, 1, words("fr"))).toBe("1 exercice, environ 1 minute.");
    expect(sizeOf("today", 3, 7, words("fr"))).toBe("3 exercices, environ 7 minutes");
  });

  it("gives a walk in minutes and its ring in minutes and seconds", () => {
    const walk = exercise({ repetitions: 1, hold_seconds: 300, phases: [] });
    const row = timeline(walk, middle);
    expect(dose(walk, en)).toBe("5 minutes");
    expect(saidAll(walk)).toContain("Hold. 5 minutes.");
    expect(dialFor(walk, row, row.findIndex((s) => s.kind === "hold"), 0)).toEqual({ number: "5:00", left: 1 });
  });
});

describe("what is said inside a segment", () => {
  const inside = (over: Partial<Exercise>, kind: string): [number, string][] => {
    const one = exercise(over);
    const row = timeline(one, middle);
    const at = row.findIndex((segment) => segment.kind === kind);
    return saidIn(one, row, at, middle).map((said) => [said.at / 1000, said.text]);
  };

  it("counts the last three seconds of a hold, and of the start", () => {
    expect(inside({ hold_seconds: 10 }, "hold")).toEqual([[0, "Hold 10 seconds"], [7, "3"], [8, "2"], [9, "1"]]);
    expect(inside({ sides: "each" }, "countin")).toEqual([[0, "Right side."], [2, "3"], [3, "2"], [4, "1"]]);
  });

  it("says the middle of a long hold, and the last minute of a walk", () => {
    expect(inside({ hold_seconds: 30 }, "hold")[1]).toEqual([15, "Half-way"]);
    expect(inside({ hold_seconds: 300 }, "hold").slice(1, 3)).toEqual([[150, "Half-way"], [240, "1 minute left"]]);
  });

  it("counts the end of a rest", () => {
    expect(inside({ sets: 2, rest_seconds: 30 }, "rest").slice(1)).toEqual([[27, "3"], [28, "2"], [29, "1"]]);
  });
});

describe("its words", () => {
  it("are complete in both languages, with the same places to fill", () => {
    const fr = words("fr");
    expect(Object.keys(en).length).toBeGreaterThan(120);
    expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort());
    const places = (text = ""): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    Object.keys(en).forEach((id) => expect([id, places(fr[id])]).toEqual([id, places(en[id])]));
  });
});

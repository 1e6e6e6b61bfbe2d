import { describe, expect, it } from "vitest";
import { countdown, dialFor, dose, linesFor } from "../src/player/guide";
import type { Exercise, Words } from "../src/player/session";
import { timeline } from "../src/player/timeline";
import text from "../PLAYER_WORDS.md?raw";
import { exercise } from "./example";

/** The words as they are given to the server, one language of them. */
function words(lang: "en" | "fr"): Words {
  const rows = [...text.matchAll(/^ {2}(\w+):\n {4}en: "(.*)"\n {4}fr: "(.*)"$/gm)];
  return Object.fromEntries(rows.map((row) => [row[1] ?? "", (lang === "en" ? row[2] : row[3]) ?? ""]));
}

const en = words("en");
const saidAll = (one: Exercise, next = ""): string[] => {
  const row = timeline(one, 1, next === "", en);
  return row.map((_, at) => linesFor(one, row, at, en, next).spoken);
};

describe("what the session says", () => {
  it("says move, side, count, hold and end", () => {
    const said = saidAll(exercise({ sides: "each", repetitions: 2, hold_seconds: 5, stop_if: ["Pain reaches 5."] }));
    expect(said).toEqual([
      "Reach. Hold 5 seconds. 2 times to this side, then the other. Kneel.", "Reach.", "Stop if this happens: Pain reaches 5.",
      "Right side", "1. reach", "Hold", "lower", "2. reach", "Hold", "lower", "Switch. Left side",
      "Left side", "1. reach", "Hold", "lower", "2. reach", "Hold", "lower", "Done. That was the last one.",
    ]);
  });

  it("has no word for sides where an exercise has none", () => {
    const one = exercise({ sides: "both" });
    const row = timeline(one, 1, true, en);
    const lines = row.map((_, at) => linesFor(one, row, at, en, ""));
    expect(lines.map((line) => line.side).filter(Boolean)).toEqual([]);
    expect(lines.map((line) => line.live).filter(Boolean)).toEqual(["Reach", "Reach.", "Done. That was the last one."]);
  });

  it("says that one side comes first, unless there is nothing to take in turns", () => {
    expect(dose(exercise({ sides: "each", repetitions: 8 }), en)).toBe("8 times to this side, then the other.");
    expect(dose(exercise({ sides: "each", repetitions: 1, hold_seconds: 30 }), en)).toBe("Hold 30 seconds, each side");
    expect(dose(exercise({ sides: "each", repetitions: 8, sets: 2 }), words("fr"))).toBe("2 séries. 8 fois de ce côté, puis de l’autre.");
  });

  it("names what comes next while resting", () => {
    expect(saidAll(exercise(), "Open book").slice(-1)).toEqual(["Done. Next: Open book."]);
  });

  it("does not announce a hold of a second or two", () => {
    expect(saidAll(exercise({ repetitions: 1, hold_seconds: 2 }))).toContain("");
  });

  it("gives a walk in minutes and its ring in minutes and seconds", () => {
    const walk = exercise({ repetitions: 1, hold_seconds: 300 });
    const row = timeline(walk, 1, true, en);
    expect(dose(walk, en)).toBe("5 minutes");
    expect(dialFor(walk, row, row.findIndex((s) => s.kind === "hold"), 0)).toEqual({ number: "5:00", left: 1 });
  });

  it("counts the last three seconds of a hold aloud", () => {
    const row = timeline(exercise({ hold_seconds: 10 }), 1, true, en);
    const hold = row.find((segment) => segment.kind === "hold");
    const counts = [0, 6500, 7000, 8000, 9000].map((into) => hold && countdown(hold, into));
    expect(counts).toEqual([null, null, 3, 2, 1]);
  });
});

describe("its words", () => {
  it("are complete in both languages, with the same places to fill", () => {
    const fr = words("fr");
    expect(Object.keys(en).length).toBeGreaterThan(60);
    const places = (text = ""): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    Object.keys(en).forEach((id) => expect([id, places(fr[id])]).toEqual([id, places(en[id])]));
  });
});

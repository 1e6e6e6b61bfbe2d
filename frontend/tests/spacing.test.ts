import { expect, test } from "vitest";
import { apartOf, isUse, opensAt } from "../src/timer/spacing";

const HOUR = 3_600_000;
const T = 1_800_000_000_000;

test("a timer is kept shut by its own hours and by what must not meet it", () => {
  expect(apartOf("cold-pack", "2", "warm-pack:2 cold-then-warm:4")).toEqual([
    { name: "cold-pack", hours: 2 },
    { name: "warm-pack", hours: 2 },
    { name: "cold-then-warm", hours: 4 },
  ]);
  expect(apartOf("belly-breathing", "0", "")).toEqual([]);
});

test("the next start comes only after the longest gap", () => {
  const apart = apartOf("cold-pack", "2", "warm-pack:2 cold-then-warm:4");
  expect(opensAt(apart, () => null)).toBe(0);
  expect(opensAt(apart, (name) => (name === "cold-pack" ? T : null))).toBe(T + 2 * HOUR);
  expect(opensAt(apart, (name) => (name === "warm-pack" ? T + HOUR : name === "cold-pack" ? T : null))).toBe(T + 3 * HOUR);
  expect(opensAt(apart, (name) => (name === "cold-then-warm" ? T : null))).toBe(T + 4 * HOUR);
});

test("a slip of the finger is no use, a minute is", () => {
  expect(isUse(900, 841)).toBe(false);
  expect(isUse(900, 840)).toBe(true);
  expect(isUse(900, 0)).toBe(true);
  expect(isUse(30, 0)).toBe(true);
});

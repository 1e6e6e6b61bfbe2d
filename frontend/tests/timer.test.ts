import { expect, it } from "vitest";
import { clockFace, ended, left, pausedAt, resumedAt } from "../src/timer/time";

const T = 5_000_000;

it("keeps its end, whatever happens in between", () => {
  const timer = resumedAt(null, 900, T);
  expect(left(timer, T + 60_000)).toBe(840);
  expect(ended(timer, T + 899_000)).toBe(false);
  expect(ended(timer, T + 900_000)).toBe(true);
});

it("stands still while paused", () => {
  const held = pausedAt(resumedAt(null, 900, T), T + 100_000);
  expect(left(held, T + 9_999_000)).toBe(800);
  expect(left(resumedAt(held, 900, T + 9_999_000), T + 10_000_000)).toBe(799);
});

it("is read as minutes and seconds", () => {
  expect(clockFace(900)).toBe("15:00");
  expect(clockFace(59.2)).toBe("1:00");
  expect(clockFace(0)).toBe("0:00");
});

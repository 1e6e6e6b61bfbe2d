import { expect, test } from "vitest";
import { nextAt, turn, type Breaks } from "../src/breaks/clock";

const MINUTE = 60_000;
const started: Breaks = { minutes: 30, next: nextAt(30, 0) };

test("nothing rings before its time", () => {
  expect(turn(started, 30 * MINUTE - 1)).toBe(started);
});

test("it rings on time and begins the next round", () => {
  expect(turn(started, 30 * MINUTE)).toEqual({ minutes: 30, next: 60 * MINUTE });
});

test("rounds that were slept through ring once", () => {
  expect(turn(started, 200 * MINUTE)).toEqual({ minutes: 30, next: 230 * MINUTE });
});

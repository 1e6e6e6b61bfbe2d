import { expect, it } from "vitest";
import { meaning } from "../src/player/keys";
import { nextPlace } from "../src/player/scan";

it("has a key for everything during the work", () => {
  const acts = [" ", "n", "ArrowRight", "R", "s", "k", "w", "h", "m", "?"].map((key) => meaning(key, true, false, false));
  expect(acts).toEqual(["toggle", "next", "next", "again", "slower", "skip", "swap", "hurt", "voice", "help"]);
});

it("pauses with any other key while the session runs, never with one that moves about the page", () => {
  expect(["x", "5", "Enter", "ArrowUp", "é"].map((key) => meaning(key, true, true, false))).toEqual(Array(5).fill("pause"));
  expect(["Tab", "Shift", "AudioVolumeUp", "MediaPlayPause", "F5"].map((key) => meaning(key, true, true, false))).toEqual(Array(5).fill(null));
  expect(meaning("x", true, false, false)).toBeNull();
});

it("leaves space and enter to a button that has the focus", () => {
  expect([meaning(" ", true, true, true), meaning("Enter", true, true, true)]).toEqual([null, null]);
});

it("stops what hurts on every page, and works nothing else outside the work", () => {
  expect(meaning("h", false, false, false)).toBe("hurt");
  expect(["n", " ", "k", "x"].map((key) => meaning(key, false, false, false))).toEqual([null, null, null, null]);
});

it("lights one choice after the other, round and round", () => {
  expect([nextPlace(-1, 3), nextPlace(0, 3), nextPlace(2, 3), nextPlace(0, 0)]).toEqual([0, 1, 0, -1]);
});

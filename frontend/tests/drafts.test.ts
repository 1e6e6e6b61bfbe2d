import { expect, it } from "vitest";
import { expiry, stale } from "../src/keep/drafts";

const HOUR = 3_600_000;
const draft = { at: 0, entries: [], fields: [] };

it("keeps a story for weeks and a danger list for an hour", () => {
  expect(stale("story-1", draft, 200 * HOUR)).toBe(false);
  expect(stale("story-1", draft, 800 * HOUR)).toBe(true);
  expect(stale("danger-1", draft, 0.5 * HOUR)).toBe(false);
  expect(stale("danger-1", draft, 2 * HOUR)).toBe(true);
  expect(stale("gate", draft, 2 * HOUR)).toBe(true);
});

it("lets none of these run out, and a danger sign never", () => {
  expect(expiry("danger-1", [["none-danger-chest", "1"]], 0)).toBe(HOUR);
  expect(expiry("danger-1", [["none-danger-head", "1"], ["f-chest_pain", "yes"]], 0)).toBeNull();
  expect(expiry("danger-1", [["f-chest_pain", "no"], ["f-confused", "unsure"]], 0)).toBeNull();
  expect(expiry("check-in", [["none-short-new-signs", "1"], ["f-pain_0_10", "4"]], 0)).toBe(12 * HOUR);
  expect(expiry("story-1", [["f-age_years", "41"]], 0)).toBeNull();
});

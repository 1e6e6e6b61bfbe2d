import { expect, it } from "vitest";
import { comesBack, expiry, stale, type Draft, type Visit } from "../src/keep/drafts";

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

const MINUTE = 60_000;
const ticked: Draft = {
  at: 0, entries: [["none-chest", "1"], ["f-age_years", "41"]], fields: ["none-chest", "f-fever", "f-age_years"],
};
const visit = (over: Partial<Visit> = {}): Visit => ({ reloaded: false, waits: false, ...over });
const names = (form: string, how: Visit, now: number): string[] =>
  (comesBack(form, ticked, how, now)?.entries ?? []).map(([name]) => name);

it("never ticks none of these for the person on a short gate, and leaves that box to the server", () => {
  ["gate", "short-1", "check-in"].forEach((form) => {
    [visit(), visit({ reloaded: true }), visit({ waits: true })].forEach((how) => {
      expect(names(form, how, 1000)).toEqual(["f-age_years"]);
      expect(comesBack(form, ticked, how, 1000)?.fields).toEqual(["f-fever", "f-age_years"]);
    });
  });
});

it("ticks it again on a danger page after a quick reload, or while the answers wait for the connection", () => {
  const all = ["none-chest", "f-age_years"];
  expect(names("danger-1", visit({ reloaded: true }), 4 * MINUTE)).toEqual(all);
  expect(names("danger-1", visit({ waits: true }), 50 * MINUTE)).toEqual(all);
  expect(names("danger-1", visit({ reloaded: true }), 6 * MINUTE)).toEqual(["f-age_years"]);
  expect(names("danger-1", visit(), MINUTE)).toEqual(["f-age_years"]);
  expect(comesBack("danger-1", ticked, visit({ waits: true }), 2 * HOUR)).toBeNull();
});

it("brings a story back whole", () => {
  expect(comesBack("story-1", ticked, visit(), 200 * HOUR)).toEqual(ticked);
});

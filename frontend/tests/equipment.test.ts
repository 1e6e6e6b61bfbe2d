import { expect, it } from "vitest";
import { fitted, thingsOf } from "../src/player/equipment";
import { changed } from "../src/player/preview";
import type { SessionData } from "../src/player/session";
import { fitted as cut, fresh } from "../src/player/state";
import { exercise } from "./example";
import { words } from "./words";

const wall = exercise({ id: "wall", name: "Wall slide", equipment: ["A wall"] });
const chair = exercise({ id: "chair", name: "Chair turn", equipment: ["A chair"] });
const open = exercise({ id: "open", name: "Open book", equipment: ["A mat"], swap: [chair, wall] });
const bridge = exercise({ id: "bridge", name: "Bridge", equipment: ["A mat"], swap: [chair] });
const walk = exercise({ id: "walk", name: "Walk" });
const all = [open, bridge, walk];

it("lists each thing once", () => {
  expect(thingsOf(all)).toEqual(["A mat"]);
});

it("changes nothing while everything is there", () => {
  expect(fitted(all, [])).toEqual({ order: all, changes: [] });
  expect(changed(fitted(all, []), words("en"))).toEqual(["All exercises stay."]);
});

it("swaps for what needs none of it, uses no swap twice, leaves out the rest, and says so", () => {
  const now = fitted(all, ["A mat"]);
  expect(now.order.map((one) => one.id)).toEqual(["chair", "walk"]);
  expect(changed(now, words("en"))).toEqual(["Instead of Open book: Chair turn.", "Bridge is left out."]);
});

it("does not swap for what needs another missing thing", () => {
  expect(fitted([open], ["A mat", "A chair"]).order.map((one) => one.id)).toEqual(["wall"]);
  expect(changed(fitted([open], ["A mat", "A chair", "A wall"]), words("fr"))).toEqual([words("fr")["nothing_left"]]);
});

it("is written down with its reason, and nothing is lost", () => {
  const session = { exercises: all } as SessionData;
  const state = cut(fresh(session, "c"), fitted(all, ["A mat"]));
  expect(state.order).toEqual(["chair", "walk"]);
  expect(state.results.map((r) => [r.id, r.outcome, r.reason])).toEqual([["open", "swap", "no_equipment"], ["bridge", "skip", "no_equipment"]]);
});

import { expect, it } from "vitest";
import { care } from "../src/player/session";

// invented, and not those of the content: the thresholds come with the session
const limits = { strong_from: 9, careful_from: 4 };

it("asks for care, or for no session at all, from the pain that the content names", () => {
  const asked = [0, 3, 4, 8, 9, 10].map((pain) => care(limits, pain));
  expect(asked).toEqual([null, null, "careful", "careful", "strong", "strong"]);
});

it("asks for nothing without a number or without limits", () => {
  expect(care(limits, null)).toBeNull();
  expect([care(undefined, 10), care(null, 10), care({}, 10), care({ strong_from: null }, 10)]).toEqual([null, null, null, null]);
  expect(care({ careful_from: 5 }, 10)).toBe("careful");
});

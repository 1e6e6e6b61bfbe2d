import { expect, it } from "vitest";
import { sentence } from "../src/bodymap/choice";

it("says the choice as a person would", () => {
  expect(sentence([], "en")).toBe("");
  expect(sentence(["Neck"], "en")).toBe("Neck");
  expect(sentence(["Neck", "Low back"], "en")).toBe("Neck and low back");
  expect(sentence(["Nuque", "Bas du dos", "Épaule gauche"], "fr")).toBe("Nuque, bas du dos et épaule gauche");
});

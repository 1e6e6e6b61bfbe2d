/** An invented exercise for the tests, and the manner of telling it. */
import type { Exercise, Phase } from "../src/player/session";
import { PLAIN, type Telling } from "../src/player/telling";

export const phase = (name: string, start_s: number, end_s: number): Phase => ({ name, cue: name, sentence: name, start_s, end_s });

export const exercise = (over: Partial<Exercise> = {}): Exercise => ({
  id: "reach", name: "Reach", summary: "Reach.", steps: ["Kneel.", "Reach."], figure_svg_url: "/f.svg",
  loop_seconds: 6, phases: [phase("reach", 0, 2), phase("lower", 4, 6)], sets: 1, repetitions: 3, hold_seconds: 0,
  rest_seconds: 20, sides: "both", stop_if: [], equipment: null, ...over,
});

/** The second of three exercises, in no place of its own. */
export const telling = (over: Partial<Telling> = {}): Telling => ({
  ...PLAIN, words: {}, rules: [], n: 2, total: 3, minutes: 4, before: exercise({ id: "one" }), next: exercise({ id: "three", name: "Open book" }), ...over,
});

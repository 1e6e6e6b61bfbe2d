/** How much of an exercise, in words. Pure. */
import { fill, type Exercise, type Side, type Words } from "./session";

/** A shorter hold is part of the move before it. */
export const WORTH_SAYING = 3;

/** Nothing for both: an exercise without sides needs no word for them. */
export function sideWord(side: Side, words: Words): string {
  return side === "both" ? "" : fill(words, side === "left" ? "side_left" : "side_right");
}

function span(seconds: number, words: Words): string {
  if (seconds >= 120) return fill(words, "dose_minutes", { n: Math.round(seconds / 60) });
  return seconds >= WORTH_SAYING ? fill(words, "dose_hold", { n: seconds }) : "";
}

/** All repetitions of one side come first: said whenever they could be taken to alternate. */
export function dose(exercise: Exercise, words: Words): string {
  const n = exercise.repetitions;
  const each = exercise.sides === "each";
  const parts = [
    exercise.sets > 1 ? fill(words, "dose_sets", { n: exercise.sets }) : "",
    n > 1 && !each ? fill(words, "dose_times", { n }) : "",
    span(exercise.hold_seconds, words),
    n <= 1 && each ? fill(words, "dose_each_side") : "",
  ];
  const text = parts.filter(Boolean).join(", ");
  const start = text.charAt(0).toUpperCase() + text.slice(1);
  return n > 1 && each ? [start, fill(words, "side_order", { n })].filter(Boolean).join(". ") : start;
}

/** What is said when an exercise is over: the next one and how many are left, or what waits. Pure. */
import { fill } from "./session";
import type { Telling } from "./telling";

export function endSentence(telling: Telling): string {
  const { words, next } = telling;
  if (!next) return fill(words, "questions_wait");
  const left = telling.total - telling.n;
  const count = fill(words, left === 1 ? "to_go_one" : "to_go", { n: left });
  return `${fill(words, "next_is", { name: next.name })} ${count}`;
}

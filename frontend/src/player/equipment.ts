/** What becomes of a session when a thing is missing. Pure. */
import { equipmentOf, type Exercise } from "./session";

export interface Change {
  from: Exercise;
  /** Null when it is left out. */
  to: Exercise | null;
}

export interface Fitted {
  order: Exercise[];
  changes: Change[];
}

/** Each exercise that needs a missing thing gives way to the first swap that does not, else is left out. */
export function fitted(exercises: Exercise[], missing: string[]): Fitted {
  const lacks = (exercise: Exercise): boolean => equipmentOf(exercise).some((thing) => missing.includes(thing));
  const taken = new Set(exercises.map((exercise) => exercise.id));
  const order: Exercise[] = [];
  const changes: Change[] = [];
  for (const exercise of exercises) {
    if (!lacks(exercise)) {
      order.push(exercise);
      continue;
    }
    const to = (exercise.swap ?? []).find((other) => !lacks(other) && !taken.has(other.id)) ?? null;
    changes.push({ from: exercise, to });
    if (!to) continue;
    taken.add(to.id);
    order.push(to);
  }
  return { order, changes };
}

export function thingsOf(exercises: Exercise[]): string[] {
  return [...new Set(exercises.flatMap(equipmentOf))];
}

/** When the next break is. Pure: `now` is an argument, in milliseconds since the epoch. */

export interface Breaks {
  minutes: number;
  /** Epoch milliseconds of the next break. */
  next: number;
}

export function nextAt(minutes: number, now: number): number {
  return now + minutes * 60_000;
}

/** The same while nothing is due; else the round that begins now, however many were slept through. */
export function turn(breaks: Breaks, now: number): Breaks {
  return now < breaks.next ? breaks : { ...breaks, next: nextAt(breaks.minutes, now) };
}

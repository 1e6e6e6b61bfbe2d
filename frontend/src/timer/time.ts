/** A timer as data. Pure: `now` is an argument, in milliseconds since the epoch. */

export interface Timer {
  /** Epoch milliseconds of the end while running; null when paused. */
  ends: number | null;
  /** Seconds left when paused. */
  rest: number;
}

export function left(timer: Timer, now: number): number {
  return timer.ends === null ? timer.rest : Math.max(0, (timer.ends - now) / 1000);
}

export function ended(timer: Timer, now: number): boolean {
  return left(timer, now) <= 0;
}

export function pausedAt(timer: Timer, now: number): Timer {
  return { ends: null, rest: left(timer, now) };
}

export function resumedAt(timer: Timer | null, whole: number, now: number): Timer {
  const rest = timer ? left(timer, now) : whole;
  return { ends: now + rest * 1000, rest };
}

/** 754 → "12:34" */
export function clockFace(seconds: number): string {
  const whole = Math.ceil(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

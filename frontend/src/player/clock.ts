/** Where we are in a timeline. Pure: `now` is an argument, in milliseconds since the epoch. */
import type { Segment } from "./timeline";

export interface Clock {
  seg: number;
  /** Milliseconds into the segment when paused. */
  into: number;
  /** Epoch milliseconds at which the segment ends, while running; null when paused. */
  ends: number | null;
}

export interface Reading {
  seg: number;
  into: number;
  /** True past the last segment. */
  over: boolean;
}

const GAP_MS = 4000;

const millis = (segment: Segment | undefined): number => Math.max(0, (segment?.seconds ?? 0) * 1000);

export function paused(seg: number, into = 0): Clock {
  return { seg, into, ends: null };
}

export function started(clock: Clock, row: Segment[], now: number): Clock {
  if (clock.ends !== null) return clock;
  return { ...clock, ends: now + millis(row[clock.seg]) - clock.into };
}

export function stopped(clock: Clock, row: Segment[], now: number): Clock {
  const at = read(clock, row, now);
  return paused(at.seg, at.into);
}

/** The segment under way at `now`, walking over as many segments as have passed. */
export function read(clock: Clock, row: Segment[], now: number): Reading {
  if (clock.ends === null) return { seg: clock.seg, into: clock.into, over: clock.seg >= row.length };
  let { seg, ends } = clock as { seg: number; ends: number };
  while (seg < row.length && now >= ends) {
    seg += 1;
    ends += millis(row[seg]);
  }
  if (seg >= row.length) return { seg: row.length, into: 0, over: true };
  return { seg, into: Math.max(0, millis(row[seg]) - (ends - now)), over: false };
}

/** The running clock moved on to the segment that `read` found, so that the stored end is always this segment's. */
export function advanced(clock: Clock, row: Segment[], now: number): Clock {
  const at = read(clock, row, now);
  if (clock.ends === null || at.seg === clock.seg) return clock;
  return { seg: at.seg, into: 0, ends: now + millis(row[at.seg]) - at.into };
}

/**
 * After sleep, lock or reload. Time spent away counts inside the segment that was under way, and never beyond it:
 * nobody was told about what came next. Past its end we wait, paused, at the start of the next one.
 */
export function resumed(clock: Clock, row: Segment[], now: number): Clock {
  if (clock.ends === null || now < clock.ends) return clock;
  return paused(Math.min(clock.seg + 1, row.length));
}

/** Did the page stand still between two ticks? */
export function slept(lastTick: number, now: number): boolean {
  return now - lastTick > GAP_MS;
}

/** The same share of the same segment in a timeline of another pace. */
export function repaced(clock: Clock, before: Segment[], after: Segment[], now: number): Clock {
  const at = read(clock, before, now);
  const whole = millis(before[at.seg]);
  const share = whole === 0 ? 0 : at.into / whole;
  const moved = paused(at.seg, share * millis(after[at.seg]));
  return clock.ends === null ? moved : started(moved, after, now);
}

/** When something may start again, as data. Pure: `now` is an argument, in milliseconds since the epoch. */

const HOUR = 3_600_000;

/** Less than a minute is a slip of the finger and no use. */
export const USE_SECONDS = 60;

/** Something that keeps a timer shut for some hours after it was used: itself, or what must not meet it. */
export interface Apart {
  name: string;
  hours: number;
}

/** "cold-pack:2 tens:1" and the timer's own hours → what keeps it shut. */
export function apartOf(name: string, between: string, apart: string): Apart[] {
  const others = apart.split(" ").filter(Boolean).map((each) => {
    const [other, hours] = each.split(":");
    return { name: other ?? "", hours: Number(hours) };
  });
  return [{ name, hours: Number(between) }, ...others].filter((each) => each.name !== "" && each.hours > 0);
}

/** The moment from which a timer may start; 0 when nothing holds it back. `used` tells when something was used last. */
export function opensAt(apart: Apart[], used: (name: string) => number | null): number {
  const opens = apart.map((each) => {
    const last = used(each.name);
    return last === null ? 0 : last + each.hours * HOUR;
  });
  return Math.max(0, ...opens);
}

/** Has a round that ran so long been a use? */
export function isUse(whole: number, left: number): boolean {
  return whole - left >= Math.min(USE_SECONDS, whole);
}

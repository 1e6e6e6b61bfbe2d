import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { paused } from "../src/player/clock";
import { openRun, type Parts } from "../src/player/run";
import type { Exercise, SessionData } from "../src/player/session";
import { PLAIN, tellingAt, type Manner } from "../src/player/telling";
import { transcript } from "../src/player/transcript";
import { exercise } from "./example";
import { words } from "./words";

interface Heard {
  at: number;
  text: string;
}

const session = (lang: "en" | "fr", exercises: Exercise[]): SessionData => ({
  lang, session_id: "s", done_url: "/d", plan_url: "/p", gate_url: "/g", csrf: "t", words: words(lang), minutes: 9,
  rules: ["Move slowly."], exercises,
});

const several: Exercise[] = [
  exercise({ id: "a", position: "lying_side", sides: "each", hold_seconds: 6, equipment: ["A mat"], stop_if: ["It tingles."] }),
  exercise({ id: "b", position: "lying_side", repetitions: 8, sets: 2, rest_seconds: 15, rules: ["Stop at a slight pull."] }),
  exercise({ id: "c", position: "standing", repetitions: 1, hold_seconds: 180, phases: [] }),
  exercise({ id: "d", position: "standing", repetitions: 2, hold_seconds: 2, known: true }),
];

/** Leads through the whole session untouched, on a moved clock; returns all that was said and sounded. */
function led(data: SessionData, manner: Manner): { said: Heard[]; sounds: number; seconds: number } {
  const said: Heard[] = [];
  let sounds = 0;
  let at = 0;
  const began = Date.now();
  const parts: Parts = {
    screen: { root: Object.assign(new EventTarget(), { dataset: {} }) as unknown as HTMLElement, lines: vi.fn(), cue: vi.fn(), steps: vi.fn(), dial: vi.fn(), announce: vi.fn() },
    stage: { show: vi.fn(), seek: vi.fn() },
    voice: { hush: vi.fn(), say: (text) => text && said.push({ at: (Date.now() - began) / 1000, text }) },
    sound: { play: () => (sounds += 1) },
    wake: { hold: vi.fn(), release: vi.fn() },
  };
  const load = (): void => {
    const one = data.exercises[at];
    if (!one) return;
    run.load({ exercise: one, telling: tellingAt(data, data.exercises, at, data.minutes, manner), clock: paused(0) });
    run.play();
  };
  let ended = 0;
  const run = openRun(parts, { changed: () => undefined, over: () => {
    at += 1;
    if (at === data.exercises.length) ended = (Date.now() - began) / 1000;
    load();
  } });
  load();
  while (at < data.exercises.length) vi.advanceTimersByTime(1000);
  return { said, sounds, seconds: ended };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => setTimeout(act, 100));
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("the transcript", () => {
  const manners: [string, Manner][] = [
    ["as usual", PLAIN], ["with a slow voice and slow moves", { ...PLAIN, talk: 1.3, pace: 0.7 }],
    ["with every step", { ...PLAIN, full: true }], ["with one button", { ...PLAIN, oneButton: true }],
  ];
  for (const lang of ["en", "fr"] as const) {
    it.each(manners)(`is what is said and when, in ${lang}, %s`, (_, manner) => {
      const data = session(lang, several);
      const written = transcript(several, (at) => tellingAt(data, several, at, data.minutes, manner));
      const moments = written.chapters.flatMap((chapter) => chapter.moments);
      const { said, sounds, seconds } = led(data, manner);
      const spoken = moments.filter((moment) => moment.text);
      expect(said.map((one) => one.text)).toEqual(spoken.map((moment) => moment.text));
      const late = said.map((one, index) => one.at - (spoken[index]?.at ?? 0));
      expect(Math.min(...late)).toBeGreaterThanOrEqual(-0.01);
      expect(Math.max(...late)).toBeLessThan(0.5);
      expect(sounds).toBe(moments.filter((moment) => moment.signal).length);
      expect(Math.abs(seconds - written.seconds)).toBeLessThan(0.5);
    });
  }

  it("names every exercise, and what it is about", () => {
    const data = session("en", several);
    const written = transcript(several, (at) => tellingAt(data, several, at, 9, PLAIN));
    expect(written.chapters.map((chapter) => chapter.exercise.id)).toEqual(["a", "b", "c", "d"]);
    expect(written.minutes).toBe(Math.round(written.seconds / 60));
    expect(written.chapters[0]?.moments[0]).toEqual({ at: 0, text: "4 exercises, about 9 minutes.", signal: null });
  });
});

describe("a pause", () => {
  it("says the segment's opening again and loses no time", () => {
    const data = session("en", several);
    const said: string[] = [];
    const parts: Parts = {
      screen: { root: Object.assign(new EventTarget(), { dataset: {} }) as unknown as HTMLElement, lines: vi.fn(), cue: vi.fn(), steps: vi.fn(), dial: vi.fn(), announce: vi.fn() },
      stage: { show: vi.fn(), seek: vi.fn() }, sound: { play: vi.fn() }, wake: { hold: vi.fn(), release: vi.fn() },
      voice: { hush: vi.fn(), say: (text) => said.push(text) },
    };
    let clock = paused(0);
    const run = openRun(parts, { changed: (to) => (clock = to), over: () => undefined });
    const one = exercise({ hold_seconds: 20, repetitions: 1 });
    run.load({ exercise: one, telling: tellingAt(data, [one], 0, 1, PLAIN), clock: paused(0) });
    run.play();
    while (said[said.length - 1] !== "Hold 20 seconds") vi.advanceTimersByTime(100);
    vi.advanceTimersByTime(12_000);
    run.pause();
    const held = clock;
    vi.advanceTimersByTime(60_000);
    expect(clock).toEqual(held);
    said.length = 0;
    run.play();
    vi.advanceTimersByTime(8_100);
    expect(said).toEqual(["Hold 20 seconds", "3", "2", "1", "lower"]);
  });
});

describe("without hearing", () => {
  /** The big words in their order, each once as long as it stands. */
  function seen(one: Exercise): string[] {
    const cues: string[] = [];
    const show = (text: string): void => void (cues[cues.length - 1] === text || cues.push(text));
    const parts: Parts = {
      screen: {
        root: Object.assign(new EventTarget(), { dataset: {} }) as unknown as HTMLElement,
        lines: (lines) => show(lines.cue), cue: show, steps: vi.fn(), dial: vi.fn(), announce: vi.fn(),
      },
      stage: { show: vi.fn(), seek: vi.fn() }, sound: { play: vi.fn() }, wake: { hold: vi.fn(), release: vi.fn() },
      voice: { hush: vi.fn(), say: vi.fn() },
    };
    let over = false;
    const run = openRun(parts, { changed: () => undefined, over: () => (over = true) });
    run.load({ exercise: one, telling: tellingAt(session("en", [one]), [one], 0, 1, PLAIN), clock: paused(0) });
    run.play();
    while (!over) vi.advanceTimersByTime(500);
    return cues;
  }

  it("shows in big words when to begin, the middle of a hold, the other side and the end", () => {
    const cues = seen(exercise({ hold_seconds: 30, repetitions: 1, sides: "each" }));
    const side = ["Ready", expect.anything(), "Hold", "Half-way", "Hold", expect.anything()];
    expect(cues.slice(1)).toEqual([...side, "Left side", ...side, "Done"]);
  });

  it("shows the middle of many repetitions for a moment, then what to do again", () => {
    const cues = seen(exercise({ repetitions: 6, phases: [{ name: "lift", cue: "Lift", sentence: "", start_s: 0, end_s: 4 }] }));
    expect(cues.slice(1)).toEqual(["Ready", "Lift", "Half-way", "Lift", "Done"]);
  });
});

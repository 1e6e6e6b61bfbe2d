/** Runs one exercise: one clock moves figure, ring and voice together, so they stop and slow together. */
import { calm } from "../shared/dom";
import { advanced, paused, read, repaced, resumed, slept, started, stopped, type Clock } from "./clock";
import type { Stage } from "./figure";
import { countdown, dialFor, figureTime, linesFor, type Dial } from "./guide";
import type { Screen } from "./screen";
import { briefing, type Exercise, type Words } from "./session";
import type { Sound } from "./sound";
import { firstWork, nextStop, shareDone, timeline, type Segment } from "./timeline";
import type { Voice } from "./voice";
import type { Wake } from "./wake";

export interface Parts {
  screen: Screen;
  stage: Stage;
  voice: Voice;
  sound: Sound;
  wake: Wake;
  words: Words;
}

export interface Job {
  exercise: Exercise;
  /** Name of the exercise that follows; empty after the last. */
  next: string;
  pace: number;
  clock: Clock;
}

export interface Run {
  running(): boolean;
  load(job: Job): void;
  play(): void;
  pause(): void;
  /** Jumps forward. Returns the share of repetitions left out, or null when the exercise is over. */
  skipOn(): number | null;
  again(): void;
  pace(value: number): void;
  /** True while no repetition has been begun. */
  untouched(): boolean;
  clock(): Clock;
}

interface Heard {
  changed(clock: Clock): void;
  over(): void;
}

export function openRun(parts: Parts, heard: Heard): Run {
  let job: Job | null = null;
  let row: Segment[] = [];
  let clock: Clock = paused(0);
  let shown = -1;
  let second = -1;
  let lastTick = 0;

  const set = (next: Clock): void => {
    clock = next;
    heard.changed(next);
  };

  const speak = (seg: number): void => {
    if (!job) return;
    const lines = linesFor(job.exercise, row, seg, parts.words, job.next);
    parts.voice.say(lines.spoken);
    parts.screen.announce(lines.live);
    if (lines.signal) parts.sound.play(lines.signal);
  };

  const show = (seg: number): void => {
    const segment = row[seg];
    if (!job || !segment) return;
    shown = seg;
    second = -1;
    parts.screen.lines(linesFor(job.exercise, row, seg, parts.words, job.next));
    parts.screen.steps(briefing(job.exercise, parts.words), job.exercise.steps.length, segment.kind === "ready" ? segment.index : -1);
    parts.screen.root.dataset["kind"] = segment.kind;
    parts.stage.show(job.exercise, segment.side);
  };

  const count = (segment: Segment, into: number): void => {
    const now = Math.floor(into / 1000);
    if (now === second) return;
    const first = second < 0;
    second = now;
    const left = countdown(segment, into);
    if (left === null || (first && segment.kind === "countin")) return;
    parts.voice.say(String(left), segment.kind !== "countin");
    parts.sound.play("tick");
  };

  const draw = (seg: number, into: number): void => {
    const segment = row[seg];
    if (!job || !segment) return;
    const steady = calm() ? Math.floor(into / 1000) * 1000 : into;
    parts.screen.dial(dialFor(job.exercise, row, seg, steady) satisfies Dial | null);
    parts.stage.seek(figureTime(segment, into));
  };

  const tick = (): void => {
    if (!job || clock.ends === null) return;
    const now = Date.now();
    if (slept(lastTick, now)) set(resumed(clock, row, now));
    lastTick = now;
    const at = read(clock, row, now);
    if (at.over) return finish();
    if (at.seg !== clock.seg) set(advanced(clock, row, now));
    if (at.seg !== shown) {
      show(at.seg);
      if (clock.ends !== null) speak(at.seg);
    }
    draw(at.seg, at.into);
    const segment = row[at.seg];
    if (clock.ends === null) settle();
    else if (segment) count(segment, at.into);
  };

  const finish = (): void => {
    set(paused(row.length));
    heard.over();
  };

  const settle = (): void => {
    parts.voice.hush();
    parts.wake.release();
    parts.screen.root.dispatchEvent(new CustomEvent("settled"));
  };

  const frame = (): void => {
    tick();
    if (clock.ends !== null) requestAnimationFrame(frame);
  };

  const jump = (seg: number): void => {
    set(paused(seg));
    show(seg);
    draw(seg, 0);
  };

  setInterval(tick, 250); // goes on when the page is hidden and frames do not
  return {
    running: () => clock.ends !== null,
    load(next) {
      job = next;
      row = timeline(next.exercise, next.pace, next.next === "", parts.words);
      set(resumed(next.clock, row, Date.now()));
      const at = read(clock, row, Date.now());
      show(Math.min(at.seg, row.length - 1));
      draw(shown, at.into);
      lastTick = Date.now();
      if (clock.ends === null) return;
      parts.wake.hold();
      requestAnimationFrame(frame);
    },
    play() {
      if (!job || clock.ends !== null) return;
      lastTick = Date.now();
      set(started(clock, row, lastTick));
      parts.wake.hold();
      speak(clock.seg);
      requestAnimationFrame(frame);
    },
    pause() {
      if (clock.ends === null) return;
      set(stopped(clock, row, Date.now()));
      settle();
      draw(clock.seg, clock.into);
    },
    skipOn() {
      const from = read(clock, row, Date.now()).seg;
      const to = nextStop(row, from);
      const left = shareDone(row, Math.min(to, row.length)) - shareDone(row, from);
      if (to >= row.length) return null;
      jump(to);
      return left;
    },
    again() {
      jump(firstWork(row));
    },
    pace(value) {
      if (!job) return;
      const slower = timeline(job.exercise, value, job.next === "", parts.words);
      set(repaced(clock, row, slower, Date.now()));
      job = { ...job, pace: value };
      row = slower;
    },
    untouched: () => shareDone(row, read(clock, row, Date.now()).seg) === 0,
    clock: () => clock,
  };
}

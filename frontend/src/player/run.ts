/** Runs one exercise: one clock moves figure, ring and voice together, so they stop and slow together. */
import { calm } from "../shared/dom";
import { briefing, unsaid } from "./briefing";
import { advanced, paused, read, repaced, resumed, slept, started, stopped, type Clock } from "./clock";
import type { Stage } from "./figure";
import { dialFor, figureTime, linesFor } from "./guide";
import type { Screen } from "./screen";
import type { Exercise } from "./session";
import type { Sound } from "./sound";
import type { Telling } from "./telling";
import { firstWork, nextStop, shareDone, timeline, type Segment } from "./timeline";
import { flashAt, saidIn, type Said } from "./transcript";
import type { Voice } from "./voice";
import type { Wake } from "./wake";

export interface Parts {
  screen: Pick<Screen, "root" | "lines" | "cue" | "steps" | "dial" | "announce">;
  stage: Pick<Stage, "show" | "seek">;
  voice: Pick<Voice, "say" | "hush">;
  sound: Pick<Sound, "play">;
  wake: Wake;
}

export interface Job {
  exercise: Exercise;
  telling: Telling;
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
  /** The same place, told in another manner. */
  retell(telling: Telling): void;
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
  let cue = "";
  let script: Said[] = [];
  let told = 0;
  let lastTick = 0;

  const set = (next: Clock): void => {
    clock = next;
    heard.changed(next);
  };

  const tell = (said: Said): void => {
    parts.voice.say(said.text, said.cut);
    if (said.signal) parts.sound.play(said.signal);
  };

  /** Says what has come due. After a late tick only the newest: what is past helps nobody. */
  const speak = (into: number): void => {
    const due = script.filter((said, index) => index >= told && said.at <= into);
    told += due.length;
    const last = due[due.length - 1];
    if (last) tell(last);
  };

  /** Going on in the middle of a segment, its opening is said again. */
  const begin = (seg: number, into: number): void => {
    if (!job) return;
    script = saidIn(job.exercise, row, seg, job.telling);
    told = script.filter((said) => said.at <= into).length;
    const opening = script[0];
    if (opening?.at === 0) tell(opening);
    parts.screen.announce(linesFor(job.exercise, row, seg, job.telling).live);
  };

  const show = (seg: number): void => {
    const segment = row[seg];
    if (!job || !segment) return;
    shown = seg;
    const lines = linesFor(job.exercise, row, seg, job.telling);
    cue = lines.cue;
    parts.screen.lines(lines);
    const leaflet = [...briefing(job.exercise, job.telling), ...unsaid(job.exercise, job.telling)];
    parts.screen.steps(leaflet, segment.kind === "ready" ? segment.index : -1);
    parts.screen.root.dataset["kind"] = segment.kind;
    parts.stage.show(job.exercise, segment.side);
  };

  const draw = (seg: number, into: number): void => {
    const segment = row[seg];
    if (!job || !segment) return;
    parts.screen.cue(flashAt(job.exercise, row, seg, into, job.telling.words) ?? cue);
    const steady = calm() ? Math.floor(into / 1000) * 1000 : into;
    parts.screen.dial(dialFor(job.exercise, row, seg, steady));
    parts.stage.seek(figureTime(segment, into));
  };

  const settle = (): void => {
    parts.voice.hush();
    parts.wake.release();
    parts.screen.root.dispatchEvent(new CustomEvent("settled"));
  };

  const tick = (): void => {
    if (!job || clock.ends === null) return;
    const now = Date.now();
    if (slept(lastTick, now)) set(resumed(clock, row, now));
    lastTick = now;
    const at = read(clock, row, now);
    if (at.over) {
      set(paused(row.length));
      return heard.over();
    }
    if (at.seg !== clock.seg) set(advanced(clock, row, now));
    if (at.seg !== shown) {
      show(at.seg);
      if (clock.ends !== null) begin(at.seg, at.into);
    }
    draw(at.seg, at.into);
    if (clock.ends === null) settle();
    else speak(at.into);
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
      row = timeline(next.exercise, next.telling);
      set(stopped(resumed(next.clock, row, Date.now()), row, Date.now()));
      clock = { ...clock, seg: Math.min(clock.seg, row.length - 1) };
      show(clock.seg);
      draw(clock.seg, clock.into);
    },
    play() {
      if (!job || clock.ends !== null) return;
      lastTick = Date.now();
      set(started(clock, row, lastTick));
      parts.wake.hold();
      begin(clock.seg, clock.into);
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
    retell(telling) {
      if (!job) return;
      const other = timeline(job.exercise, telling);
      const shift = firstWork(other) - firstWork(row);
      const working = read(clock, row, Date.now()).seg >= firstWork(row);
      if (shift === 0) set(repaced(clock, row, other, Date.now()));
      else set(working ? { ...stopped(clock, row, Date.now()), seg: clock.seg + shift } : paused(0));
      job = { ...job, telling };
      row = other;
      show(clock.seg);
      draw(clock.seg, clock.into);
    },
  };
}

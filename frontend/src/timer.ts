/**
 * Relief timers (`[data-timer][data-minutes]`). The end is stored, not the count, so that lock and reload change nothing.
 * When each measure was used last is stored too: the next start is offered only after the hours it needs.
 */
import { openSound } from "./player/sound";
import { drop, keep, keptValue } from "./shared/store";
import { openFace, type Phase } from "./timer/face";
import { apartOf, isUse, opensAt } from "./timer/spacing";
import { mark, stepsOf, type Step } from "./timer/steps";
import { ended, left, pausedAt, resumedAt, type Timer } from "./timer/time";

interface Round extends Timer {
  step?: number;
}

const sound = openSound();
const timers: (() => void)[] = [];
const lastUse = (name: string): number | null => keptValue<number>(`used.${name}`);

function openTimer(box: HTMLElement): void {
  const id = box.dataset["timer"] ?? "";
  const name = `timer.${id}`;
  const steps = stepsOf(box);
  const apart = apartOf(id, box.dataset["between"] ?? "", box.dataset["apart"] ?? "");
  let round = keptValue<Round>(name);
  let done = false;
  const face = steps.every((step) => step.seconds > 0) ? openFace(box, press) : null;
  if (!face) return;

  const place = (): number => Math.min(round?.step ?? 0, steps.length - 1);
  const current = (): Step => steps[place()] as Step;

  function store(next: Round | null): void {
    round = next;
    if (next) keep(name, next);
    else drop(name);
  }

  function start(step: number, now: number): void {
    done = false;
    store({ ...resumedAt(null, (steps[step] as Step).seconds, now), step });
  }

  function press(): void {
    const now = Date.now();
    sound.unlock();
    if (round === null) {
      if (opensAt(apart, lastUse) <= now) start(0, now);
    } else {
      const next = round.ends === null ? resumedAt(round, current().seconds, now) : pausedAt(round, now);
      store({ ...next, step: place() });
    }
    timers.forEach((draw) => draw());
  }

  /** A round of a minute and more is a use: of the whole, and of the measure that this step is made of. */
  function note(now: number): void {
    if (!round || round.ends === null) return;
    const { seconds, uses } = current();
    if (!isUse(seconds, left(round, now))) return;
    const at = Math.min(now, round.ends);
    [id, uses].filter(Boolean).forEach((used) => keep(`used.${used}`, at));
  }

  function finish(now: number): void {
    const next = place() + 1;
    const step = steps[next];
    sound.play("end");
    if (!step) {
      store(null);
      done = true;
    } else if (step.byItself) start(next, now);
    else store({ ends: null, rest: step.seconds, step: next });
  }

  function phase(now: number): Phase {
    if (round === null) return done ? "done" : opensAt(apart, lastUse) > now ? "resting" : "ready";
    if (round.ends !== null) return "running";
    return place() > 0 && round.rest === current().seconds ? "waiting" : "paused";
  }

  function clock(at: number): string {
    return new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
  }

  function draw(): void {
    const now = Date.now();
    note(now);
    if (round && ended(round, now)) finish(now);
    const opens = round === null ? opensAt(apart, lastUse) : 0;
    if (done && opens <= now) done = false;
    const shown = phase(now);
    face?.draw({
      seconds: round ? left(round, now) : shown === "done" ? 0 : current().seconds,
      whole: current().seconds,
      phase: shown,
      step: current().name,
      from: opens > now ? clock(opens) : "",
    });
    mark(box, round === null ? null : place());
  }

  /** A round left in the middle is over once its hours have passed. */
  function forget(): void {
    const own = apart.filter((each) => each.name === id);
    if (round?.ends === null && own.length > 0 && opensAt(own, lastUse) <= Date.now()) store(null);
  }

  forget();
  timers.push(draw);
  draw();
}

document.querySelectorAll<HTMLElement>("[data-timer][data-minutes]").forEach(openTimer);
setInterval(() => timers.forEach((draw) => draw()), 1000);
document.addEventListener("visibilitychange", () => timers.forEach((draw) => draw()));
document.addEventListener("pointerdown", () => sound.unlock());

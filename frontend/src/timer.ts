/**
 * Relief timers. The end is stored, not the count, so that lock and reload change nothing.
 * `[data-timer-minutes]` holds the minutes and the words (`data-start -pause -resume -done -left`); an id, else its place,
 * names it. What is missing inside is built: `.ring` with `.left`, `b`, `small`; a button; a status line.
 */
import { openSound } from "./player/sound";
import { drop, keep, keptValue } from "./shared/store";
import { buildTimer, type Face } from "./timer/face";
import { ended, left, pausedAt, resumedAt, type Timer } from "./timer/time";

const sound = openSound();

function nameOf(box: HTMLElement, place: number): string {
  return `timer.${box.dataset["timer"] || box.id || `${location.pathname}.${place}`}`;
}

function openTimer(box: HTMLElement, place: number): void {
  const name = nameOf(box, place);
  const whole = Number(box.dataset["timerMinutes"]) * 60;
  if (!(whole > 0)) return;
  let timer = keptValue<Timer>(name);
  const face: Face = buildTimer(box, press);

  function store(next: Timer | null): void {
    timer = next;
    if (next) keep(name, next);
    else drop(name);
    draw();
  }

  function press(): void {
    const now = Date.now();
    sound.unlock();
    if (timer === null || ended(timer, now)) store(resumedAt(null, whole, now));
    else store(timer.ends === null ? resumedAt(timer, whole, now) : pausedAt(timer, now));
  }

  function draw(): void {
    const now = Date.now();
    const seconds = timer ? left(timer, now) : whole;
    face.draw(seconds, whole, timer === null ? "ready" : timer.ends === null ? "paused" : "running");
    if (timer && ended(timer, now)) finish();
  }

  function finish(): void {
    store(null);
    face.draw(0, whole, "done");
    sound.play("end");
  }

  setInterval(() => timer?.ends && draw(), 1000);
  document.addEventListener("visibilitychange", () => timer && draw());
  draw();
}

document.querySelectorAll<HTMLElement>("[data-timer-minutes]").forEach(openTimer);
document.addEventListener("pointerdown", () => sound.unlock());

/** Relief timers (`[data-timer][data-minutes]`). The end is stored, not the count, so that lock and reload change nothing. */
import { openSound } from "./player/sound";
import { drop, keep, keptValue } from "./shared/store";
import { openFace } from "./timer/face";
import { ended, left, pausedAt, resumedAt, type Timer } from "./timer/time";

const sound = openSound();

function openTimer(box: HTMLElement): void {
  const name = `timer.${box.dataset["timer"] ?? ""}`;
  const whole = Number(box.dataset["minutes"]) * 60;
  let timer = keptValue<Timer>(name);
  const face = whole > 0 ? openFace(box, press) : null;
  if (!face) return;

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
    face?.draw(seconds, whole, timer === null ? "ready" : timer.ends === null ? "paused" : "running");
    if (timer && ended(timer, now)) finish();
  }

  function finish(): void {
    store(null);
    face?.draw(0, whole, "done");
    sound.play("end");
  }

  setInterval(() => timer?.ends && draw(), 1000);
  document.addEventListener("visibilitychange", () => timer && draw());
  draw();
}

document.querySelectorAll<HTMLElement>("[data-timer][data-minutes]").forEach(openTimer);
document.addEventListener("pointerdown", () => sound.unlock());

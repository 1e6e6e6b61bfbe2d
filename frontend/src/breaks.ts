/** The break reminder (`[data-breaks]`): a sound and a note every so many minutes, while the page is open. */
import { clockFace } from "./timer/time";
import { nextAt, turn, type Breaks } from "./breaks/clock";
import { openSound } from "./player/sound";
import { drop, keep, keptValue } from "./shared/store";

const NAME = "breaks";
const sound = openSound();

function open(box: HTMLElement): void {
  const button = box.querySelector<HTMLButtonElement>("[data-breaks-button]");
  const pick = box.querySelector<HTMLSelectElement>("[data-breaks-minutes]");
  const status = box.querySelector<HTMLElement>("[data-breaks-status]");
  if (!button || !pick || !status) return;
  const words = box.dataset;
  const title = document.title;
  let running = keptValue<Breaks>(NAME);
  if (running) pick.value = String(running.minutes);

  function store(next: Breaks | null): void {
    running = next;
    if (next) keep(NAME, next);
    else drop(NAME);
    draw();
  }

  function draw(): void {
    button!.hidden = false;
    button!.textContent = (running ? words["stop"] : words["start"]) ?? "";
    if (!running) {
      document.title = title;
      status!.textContent = "";
    }
  }

  function ring(): void {
    sound.play("end");
    document.title = `● ${words["title"] ?? ""}`;
    status!.textContent = words["ring"] ?? "";
    if ("Notification" in window && Notification.permission === "granted" && document.hidden) {
      new Notification(words["title"] ?? "", { body: words["ring"] ?? "" });
    }
  }

  function tick(): void {
    if (!running) return;
    const now = Date.now();
    const after = turn(running, now);
    if (after !== running) {
      ring();
      store(after);
    } else if (document.title === title) {
      status!.textContent = `${words["next"] ?? ""} ${clockFace((running.next - now) / 1000)}`;
    }
  }

  button.addEventListener("click", () => {
    sound.unlock();
    if (running) return store(null);
    store({ minutes: Number(pick.value), next: nextAt(Number(pick.value), Date.now()) });
    if ("Notification" in window && Notification.permission === "default") void Notification.requestPermission();
  });
  pick.addEventListener("change", () => {
    if (running) store({ minutes: Number(pick.value), next: nextAt(Number(pick.value), Date.now()) });
  });
  document.addEventListener("pointerdown", () => {
    document.title = title;
  });
  setInterval(tick, 1000);
  draw();
}

document.querySelectorAll<HTMLElement>("[data-breaks]").forEach(open);

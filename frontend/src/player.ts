/** The guided session: its parts, put together, and which page comes when. The clockwork is in `player/run.ts`. */
import { keep, kept, newId } from "./shared/store";
import { gone, openDelivery } from "./player/delivery";
import type { Desk } from "./player/desk";
import { openStage } from "./player/figure";
import { helpPage } from "./player/help";
import { openHurt } from "./player/hurt";
import { listenKeys } from "./player/keys";
import { openMedia } from "./player/media";
import { openPages } from "./player/pages";
import { openRun } from "./player/run";
import { openScan } from "./player/scan";
import { openScreen, slotOf } from "./player/screen";
import { fill, readSession, type Exercise } from "./player/session";
import { keepSettings, mannerOf, readSettings, type Setting } from "./player/settings";
import { openSound } from "./player/sound";
import { fresh, recorded, restored, type Stage, type State } from "./player/state";
import { tellingAt, type Telling } from "./player/telling";
import { transcript } from "./player/transcript";
import { openVoice } from "./player/voice";
import { openWake } from "./player/wake";
import { listenElsewhere } from "./player/windows";
import { openWork } from "./player/work";

const data = readSession(document);
const words = data.words;
const root = document.getElementById("player");
if (!root) throw new Error("player: no #player on the page");

const memory = `session.${data.session_id}`;
const all = new Map(data.exercises.flatMap((e) => [e, ...(e.swap ?? [])]).map((e) => [e.id, e]));
const settings = readSettings();
const say: Desk["say"] = (id, values = {}) => fill(words, id, values);

const before = restored(kept(memory), data, Date.now());
const over = before !== null && (["gate", "strong"].includes(before.stage) || (before.stage === "kept" && gone(before.client_id)));
let state: State = before && !over ? before : fresh(data, newId());

const voice = openVoice(data.lang, settings.voice, settings.slow);
const sound = openSound(settings.sounds);
const wake = openWake();
const figure = openStage();
const screen = openScreen(root, words, {
  leave: () => hurting.leave(), voice: toggleVoice, pause: () => work.toggle(), next: () => work.next(),
  hurt: () => hurting.hurt(), help, tap: () => work.toggle(),
});
const run = openRun({ screen, stage: figure, voice, sound, wake }, {
  changed: (clock) => update({ ...state, clock }),
  over: () => work.finished(),
});
slotOf(root).replaceWith(figure.element);
const media = openMedia(data.silence_url, {
  play: () => atWork(() => run.running() || work.play()), pause: () => atWork(() => work.pause()),
  next: () => atWork(() => work.next()), again: () => atWork(() => work.again()),
});

const desk: Desk = {
  data, settings, voice, sound, wake, media, figure, screen, run, say,
  state: () => state,
  update,
  exercises: () => listed(state.order),
  here: () => all.get(state.order[state.at] ?? ""),
  telling: (order, at) => told(order, at, state.minutes ?? data.minutes),
  transcript(order) {
    const { minutes } = transcript(order, (at) => told(order, at, data.minutes)); // first how long, then what is said of it
    return transcript(order, (at) => told(order, at, state.minutes ?? minutes));
  },
  outcome(result) {
    const exercise = desk.here();
    if (!exercise) return;
    update(recorded(state, { id: exercise.id, outcome: "skip", reason: "", new_or_same_pain: "", ...result }));
  },
  go,
  resume,
  load: () => work.load(),
  play: () => work.play(),
  onward: () => work.onward(),
  hurt: () => hurting.hurt(),
  swaps: () => work.swaps(),
  swapTo: (exercise, reason) => work.swapTo(exercise, reason),
  help,
};
const work = openWork(desk);
const delivery = openDelivery(desk, memory);
const hurting = openHurt(desk, delivery.parcel);
const pages = openPages(desk);
const scan = openScan(root, { running: run.running, pause: work.pause, say: (text) => voice.say(text, false) });

function told(order: Exercise[], at: number, minutes: number): Telling {
  return tellingAt(data, order, at, minutes, mannerOf(settings, state.pace));
}

function update(to: State): void {
  state = { ...to, touched: Date.now() };
  keep(memory, state);
}

function listed(order: string[]): Exercise[] {
  return order.map((id) => all.get(id)).filter((one): one is Exercise => one !== undefined);
}

function atWork(act: () => unknown): void {
  if (screen.root.dataset["view"] === "work" && state.stage === "work") act();
}

function resume(): void {
  if (state.stage !== "work") return go(state.stage);
  screen.view("work");
  work.showPause();
}

// ---- help and settings

function toggleVoice(): void {
  change("voice", !settings.voice);
}

function change(name: Setting, value: boolean): void {
  settings[name] = value;
  keepSettings(settings);
  voice.on = settings.voice;
  voice.slow = settings.slow;
  sound.on = settings.sounds;
  if (!voice.on) voice.hush();
  screen.voiceIs(voice.on);
  if (name === "oneButton") scan.on(value);
  const timed = name === "slow" || name === "full" || name === "oneButton";
  if (timed && state.stage === "work") run.retell(desk.telling(desk.exercises(), state.at));
}

function help(): void {
  if (run.running()) work.pause();
  screen.panel(helpPage({
    words, settings, changed: change, transcript: () => desk.transcript(desk.exercises()), close: resume,
  }));
}

// ---- the way

function go(to: Stage): void {
  update({ ...state, stage: to });
  const begun = !["before", "strong", "check"].includes(to);
  screen.bar(begun ? state.at : -1, desk.exercises().map((one) => one.name));
  if (begun && to !== "work") media.stop();
  switch (to) {
    case "before": return pages.ask("before", "pain_before", "check");
    case "strong": return pages.strong();
    case "check": return pages.preview();
    case "work": return work.load();
    case "during": return pages.ask("during", "pain_during", "after");
    case "after": return pages.ask("after", "pain_after", "effort");
    case "effort": return pages.ask("effort", "effort", "sending");
    case "sending": return void delivery.deliver();
    case "kept": return delivery.kept();
    case "gate": return location.assign(data.gate_url);
  }
}

// ---- keys, taps, start

const onKey = listenKeys({
  working: () => screen.root.dataset["view"] === "work",
  running: run.running,
  pause: work.pause, toggle: work.toggle, next: work.next, again: work.again, slower: work.changePace,
  skip: () => work.ask("skip"), swap: () => work.swaps().length > 0 && work.ask("swap"),
  hurt: hurting.hurt, voice: toggleVoice, help,
});

/** With one-button control every real press goes to it, but for "This hurts". */
function onPress(event: Event): void {
  if (!settings.oneButton || !event.isTrusted || (event.target as HTMLElement).closest(".p-hurt")) return;
  event.preventDefault();
  event.stopPropagation();
  if (!(event instanceof KeyboardEvent) || !event.repeat) scan.press();
}

document.addEventListener("keydown", (event) => {
  sound.unlock();
  if (settings.oneButton && event.key !== "Tab") onPress(event);
  else onKey(event);
});
document.addEventListener("pointerdown", () => sound.unlock());
document.addEventListener("click", onPress, true);
root.addEventListener("settled", () => {
  media.pause();
  work.showPause();
});
new MutationObserver(() => scan.renew()).observe(root, { attributeFilter: ["data-view", "data-paused"] });
listenElsewhere(desk, memory, (theirs) => {
  state = theirs ?? state;
  go(state.stage);
});
window.addEventListener("pagehide", () => {
  if (run.running()) run.pause();
  voice.hush();
});

screen.voiceIs(voice.on);
scan.on(settings.oneButton);
window.addEventListener("load", () => figure.preload(data.exercises)); // the page first; the swaps lie in the worker's store
// a stored page may go on with a session, never begin one: the danger gate could not be asked
if (!before && !navigator.onLine) location.replace(data.gate_url);
else go(state.stage === "kept" ? "sending" : state.stage);

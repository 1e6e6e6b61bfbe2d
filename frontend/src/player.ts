/** The guided session: which page comes when, and what is written down. The clockwork is in `player/run.ts`. */
import { flush, put, send, type Parcel } from "./shared/queue";
import { button, h } from "./shared/dom";
import { drop, keep, kept, newId } from "./shared/store";
import { openStage } from "./player/figure";
import { check, message, reasons, scale, type Choice } from "./player/panels";
import { openRun } from "./player/run";
import { openScreen, slotOf } from "./player/screen";
import { care, equipmentOf, fill, readSession, type Exercise } from "./player/session";
import { openSound } from "./player/sound";
import {
  closed, fresh, moved, recorded, report, restored, SLOWER, swapped,
  type Reason, type Result, type Stage, type State,
} from "./player/state";
import { openVoice } from "./player/voice";
import { openWake } from "./player/wake";

const data = readSession(document);
const words = data.words;
const root = document.getElementById("player");
if (!root) throw new Error("player: no #player on the page");

const PATIENCE_MS = 2500;
const memory = `session.${data.session_id}`;
const say = (id: string, values: Record<string, string | number> = {}): string => fill(words, id, values);
const all = new Map(data.exercises.flatMap((e) => [e, ...(e.swap ?? [])]).map((e) => [e.id, e]));

const voice = openVoice(data.lang);
const sound = openSound();
const wake = openWake();
const stage = openStage();
const screen = openScreen(root, words, { leave, voice: toggleVoice, pause: togglePause, next, hurt });
const run = openRun({ screen, stage, voice, sound, wake, words }, {
  changed: (clock) => update({ ...state, clock }),
  over: () => finished(state.missed <= 0.5 ? "done" : "skip"),
});
slotOf(root).replaceWith(stage.element);

const before = restored(kept(memory), data, Date.now());
let state: State = before && !["gate", "strong"].includes(before.stage) ? before : fresh(data, newId());

function update(to: State): void {
  state = { ...to, touched: Date.now() };
  keep(memory, state);
}

function here(): Exercise | undefined {
  return all.get(state.order[state.at] ?? "");
}

function nameAt(place: number): string {
  return all.get(state.order[place] ?? "")?.name ?? "";
}

function outcome(result: Partial<Result>): void {
  const exercise = here();
  if (!exercise) return;
  update(recorded(state, { id: exercise.id, outcome: "skip", reason: "", new_or_same_pain: "", ...result }));
}

// ---- the work

function load(): void {
  const exercise = here();
  if (!exercise) return go("during");
  screen.view("work");
  screen.bar(state.at, state.order.map((id) => all.get(id)?.name ?? id));
  run.load({ exercise, next: nameAt(state.at + 1), pace: state.pace, clock: state.clock });
  showPause();
}

function play(): void {
  sound.unlock();
  screen.view("work");
  run.play();
  showPause();
}

function showPause(): void {
  screen.pausedIs(!run.running(), run.running() ? null : more());
}

function more(): HTMLElement {
  const slow = state.pace < 1;
  const list: Choice[] = [
    { label: say("again"), drawn: "again", act: () => { run.again(); play(); } },
    { label: say(slow ? "normal_pace" : "slower"), drawn: "slower", act: changePace },
    { label: say("skip"), drawn: "skip", act: () => askReason("skip") },
  ];
  if (swaps().length > 0) list.push({ label: say("swap"), drawn: "swap", act: () => askReason("swap") });
  return h("div", { class: "p-grid" }, ...list.map((c) => button(c.label, "small", c.act, c.drawn)));
}

function changePace(): void {
  update({ ...state, pace: state.pace < 1 ? 1 : SLOWER });
  run.pace(state.pace);
  showPause();
}

function togglePause(): void {
  if (run.running()) {
    run.pause();
    showPause();
  } else play();
}

function toggleVoice(): void {
  screen.voiceIs(voice.toggle());
}

function next(): void {
  const running = run.running();
  const left = run.skipOn();
  if (left === null) return finished(state.missed <= 0.5 ? "done" : "skip");
  update({ ...state, missed: state.missed + left });
  if (state.missed > 0.5 && screen.root.dataset["kind"] === "end") askReason("skip");
  else if (running) play();
  else showPause();
}

function finished(how: "done" | "skip"): void {
  outcome({ outcome: how });
  onward();
}

function onward(): void {
  voice.hush();
  update(moved(state));
  if (state.stage !== "work") return go("during");
  load();
  play();
}

// ---- skip, swap

function swaps(): Exercise[] {
  const exercise = here();
  const easier = exercise?.easier ?? "";
  const free = (exercise?.swap ?? []).filter((one) => !state.order.includes(one.id));
  return [...free].sort((a, b) => Number(b.id === easier) - Number(a.id === easier)).slice(0, 3);
}

function askReason(what: "skip" | "swap"): void {
  const chosen = (reason: Reason): void => {
    if (reason === "hurts") return hurt();
    if (what === "swap") return offerSwaps(reason, say("swap_for"), []);
    outcome({ outcome: "skip", reason });
    onward();
  };
  screen.panel(reasons(say(what === "skip" ? "why_skip" : "why_swap"), words, chosen, resume));
}

function swapTo(exercise: Exercise, reason: Reason): void {
  update(swapped(state, exercise.id, reason));
  load();
  play();
}

function offerSwaps(reason: Reason, heading: string, sentences: string[]): void {
  const list = swaps().map((one): Choice => ({ label: one.name, drawn: "swap", act: () => swapTo(one, reason) }));
  screen.panel(message(heading, sentences, [...list, { label: say("back"), kind: "quiet", act: resume }]));
}

/** Back to where we were: the exercise, paused, or the page that was open. */
function resume(): void {
  if (state.stage === "work") {
    screen.view("work");
    showPause();
  } else // a stored page may go on with a session, never begin one: the danger gate could not be asked
if (!before && !navigator.onLine) location.replace(data.gate_url);
else go(state.stage);
}

// ---- this hurts

function hurt(): void {
  run.pause();
  voice.hush();
  wake.release();
  const list: Choice[] = [
    { label: say("pain_same"), act: samePain },
    { label: say("pain_new"), act: () => void newPain() },
    { label: say("back"), kind: "quiet", act: resume },
  ];
  screen.panel(message(say("stopped"), [say("which_pain")], list), true);
  screen.announce(say("stopped"));
  voice.say(`${say("stopped")} ${say("which_pain")}`);
}

function samePain(): void {
  if (state.stage !== "work") return resume();
  outcome({ outcome: "hurt", reason: "hurts", new_or_same_pain: "same" });
  const list = swaps().map((one): Choice =>
    ({ label: say("try_instead", { name: one.name }), act: () => swapTo(one, "hurts") }));
  const last = state.at + 1 >= state.order.length;
  list.unshift({ label: say(last ? "go_on" : "next_exercise"), kind: "filled", act: onward });
  list.push({ label: say("end_session"), act: endEarly });
  screen.panel(message(say("left_out"), [say("left_out_more")], list), true);
}

/** A new pain ends the session; the danger questions come next, and without a connection the emergency page. */
async function newPain(): Promise<void> {
  outcome({ outcome: "hurt", reason: "hurts", new_or_same_pain: "new" });
  const parcel = parcelOf();
  put(parcel);
  update({ ...state, stage: "gate" });
  const patience = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
  const sent = await Promise.race([send(parcel), patience]);
  if (sent?.state === "waiting") offlineNewPain();
  else location.assign(data.gate_url);
}

function offlineNewPain(): void {
  const list: Choice[] = [
    { label: say("emergency_page"), kind: "filled", act: () => location.assign(data.emergency_url ?? `/${data.lang}/emergency/`) },
    { label: say("ask_signs"), act: () => location.assign(data.gate_url) },
  ];
  const sentences = [say("new_offline"), say("new_offline_more")];
  screen.panel(message(say("new_title"), sentences, list), true);
  voice.say([say("new_title"), ...sentences].join(" "));
}

// ---- leaving

function leave(): void {
  run.pause();
  const list: Choice[] = [
    { label: say("keep_going"), kind: "filled", act: resume },
    { label: say("come_back_later"), act: () => location.assign(data.plan_url) },
  ];
  if (state.stage === "work") list.push({ label: say("end_session"), act: endEarly });
  screen.panel(message(say("leave_title"), [say("leave_more")], list));
}

function endEarly(): void {
  update(closed(state));
  go(state.results.some((r) => r.outcome === "done" || r.outcome === "hurt") ? "during" : "after");
}

// ---- pages before and after

function ask(name: "before" | "during" | "after" | "effort", field: "pain_before" | "pain_during" | "pain_after" | "effort", then: Stage): void {
  const effort = name === "effort";
  if (name !== "before") voice.say(say(`ask_${name}`));
  screen.panel(scale({
    name, heading: say(`ask_${name}`), chosen: state[field],
    low: say(effort ? "effort_low" : "pain_low"), high: say(effort ? "effort_high" : "pain_high"),
    done: (value) => {
      update({ ...state, [field]: value });
      go(name === "before" && care(data.limits, value) === "strong" ? "strong" : then);
    },
  }, words));
}

/** Asked again at the next visit: the pain may have eased by then. */
function strongPage(): void {
  const list: Choice[] = [
    { label: say("to_plan"), kind: "filled", act: () => location.assign(data.plan_url) },
    { label: say("back"), kind: "quiet", act: () => go("before") },
  ];
  screen.panel(message(say("strong_title"), [say("strong_more")], list), true);
  voice.say(`${say("strong_title")} ${say("strong_more")}`);
}

function checkPage(): void {
  const exercises = state.order.map((id) => all.get(id)).filter((e): e is Exercise => e !== undefined);
  const careful = care(data.limits, state.pain_before) === "careful" ? say("careful") : "";
  if (careful) voice.say(careful);
  const notes = [say("stop_rule"), voice.speaks() ? "" : say("no_voice")].filter(Boolean);
  screen.panel(check(exercises, words, data.minutes, careful, notes, (missing) => {
    missing.forEach(without);
    go("work");
    if (here()) play();
  }));
}

/** Swaps or leaves out what needs a thing the person does not have. */
function without(thing: string): void {
  const needs = (exercise: Exercise | undefined): boolean => exercise !== undefined && equipmentOf(exercise).includes(thing);
  const order = state.order;
  order.forEach((id, at) => {
    if (!needs(all.get(id))) return;
    const instead = (all.get(id)?.swap ?? []).find((one) => !needs(one) && !state.order.includes(one.id));
    const placed = { ...state, at };
    const result: Result = { id, outcome: "skip", reason: "no_equipment", new_or_same_pain: "" };
    update({ ...(instead ? swapped(placed, instead.id, "no_equipment") : recorded(placed, result)), at: 0 });
  });
  const left = state.order.filter((id) => !state.results.some((r) => r.id === id));
  update({ ...state, order: left });
}

function go(to: Stage): void {
  update({ ...state, stage: to });
  screen.bar(["before", "strong", "check"].includes(to) ? -1 : state.at, state.order.map((id) => all.get(id)?.name ?? id));
  switch (to) {
    case "before": return ask("before", "pain_before", "check");
    case "strong": return strongPage();
    case "check": return checkPage();
    case "work": return load();
    case "during": return ask("during", "pain_during", "after");
    case "after": return ask("after", "pain_after", "effort");
    case "effort": return ask("effort", "effort", "sending");
    case "sending": return void deliver();
    case "kept": return keptPage();
    case "gate": return location.assign(data.gate_url);
  }
}

// ---- sending

function parcelOf(): Parcel {
  const body = JSON.stringify(report(data, state));
  return { id: state.client_id, url: data.done_url, kind: "json", body, csrf: data.csrf };
}

async function deliver(): Promise<void> {
  wake.release();
  const parcel = parcelOf();
  put(parcel);
  screen.panel(message(say("sending"), [], []));
  const sent = await send(parcel, data.csrf);
  if (sent.state === "sent") return leaveFor(sent.next);
  go("kept");
}

function leaveFor(url: string | null): void {
  drop(memory);
  location.assign(url ?? data.plan_url);
}

function keptPage(): void {
  const list: Choice[] = [
    { label: say("try_again"), kind: "filled", act: () => void deliver() },
    { label: say("to_plan"), act: () => location.assign(data.plan_url) },
  ];
  screen.panel(message(say("kept_title"), [say("kept_more"), say("kept_emergency")], list), true);
}

window.addEventListener("online", () => {
  if (state.stage === "kept") void deliver();
  else void flush(data.csrf);
});

// ---- keys, taps, start

function onKey(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  sound.unlock();
  const target = event.target as HTMLElement;
  if (target.closest("input")) return;
  if (event.key === "h") return hurt();
  if (event.key === "m") return toggleVoice();
  if (screen.root.dataset["view"] !== "work") return;
  if (event.key === "n" || event.key === "ArrowRight") next();
  else if (event.key === " " && !target.closest("button, a")) togglePause();
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", onKey);
document.addEventListener("pointerdown", () => sound.unlock());
root.addEventListener("settled", showPause);
window.addEventListener("pagehide", () => voice.hush());

screen.voiceIs(voice.on);
stage.preload([...all.values()]);
// a stored page may go on with a session, never begin one: the danger gate could not be asked
if (!before && !navigator.onLine) location.replace(data.gate_url);
else go(state.stage);

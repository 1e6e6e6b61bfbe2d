/** The work itself: pause, next, again, slower, leave out, swap. */
import { button, h } from "../shared/dom";
import type { Desk } from "./desk";
import { pictured, reasons, type Choice } from "./panels";
import type { Exercise } from "./session";
import { mannerOf } from "./settings";
import { moved, SLOWER, swapped, type Reason } from "./state";

const MOST_SWAPS = 3;

export interface Work {
  load(): void;
  play(): void;
  pause(): void;
  toggle(): void;
  next(): void;
  again(): void;
  changePace(): void;
  onward(): void;
  finished(): void;
  swaps(): Exercise[];
  swapTo(exercise: Exercise, reason: Reason): void;
  ask(what: "skip" | "swap"): void;
  showPause(): void;
}

export function openWork(desk: Desk): Work {
  const { screen, say } = desk;
  const manner = () => mannerOf(desk.settings, desk.state().pace);

  const more = (): HTMLElement => {
    const list: Choice[] = [
      { label: say("again"), drawn: "again", act: work.again },
      { label: say(desk.state().pace < 1 ? "normal_pace" : "slower"), drawn: "slower", act: work.changePace },
      { label: say("skip"), drawn: "skip", act: () => work.ask("skip") },
    ];
    if (work.swaps().length > 0) list.push({ label: say("swap"), drawn: "swap", act: () => work.ask("swap") });
    return h("div", { class: "p-grid" }, ...list.map((c) => button(c.label, "small", c.act, c.drawn)));
  };

  const offer = (reason: Reason): void => {
    const list = work.swaps().map((one): Choice => ({ label: one.name, shows: one, act: () => work.swapTo(one, reason) }));
    screen.panel(pictured(say("swap_for"), [...list, { label: say("back"), kind: "quiet", act: desk.resume }]));
  };

  const work: Work = {
    load() {
      const { state, run } = desk;
      const exercise = desk.here();
      if (!exercise) return desk.go("during");
      const all = desk.exercises();
      screen.view("work");
      screen.bar(state().at, all.map((one) => one.name));
      run.load({ exercise, telling: desk.telling(all, state().at), clock: state().clock });
      work.showPause();
    },
    play() {
      desk.sound.unlock();
      screen.view("work");
      desk.run.play();
      desk.media.play(desk.here()?.name ?? "", say("title"));
      work.showPause();
    },
    pause() {
      desk.run.pause();
      desk.media.pause();
      work.showPause();
    },
    toggle: () => (desk.run.running() ? work.pause() : work.play()),
    showPause() {
      const running = desk.run.running();
      screen.pausedIs(!running, running ? null : more());
    },
    next() {
      const running = desk.run.running();
      desk.voice.hush();
      const left = desk.run.skipOn();
      if (left === null) return work.finished();
      desk.update({ ...desk.state(), missed: desk.state().missed + left });
      if (desk.state().missed > 0.5 && screen.root.dataset["kind"] === "end") work.ask("skip");
      else if (running) work.play();
      else work.showPause();
    },
    again() {
      desk.voice.hush();
      desk.run.again();
      work.play();
    },
    changePace() {
      desk.update({ ...desk.state(), pace: desk.state().pace < 1 ? 1 : SLOWER });
      desk.run.retell({ ...desk.telling(desk.exercises(), desk.state().at), ...manner() });
      work.showPause();
    },
    finished() {
      desk.outcome({ outcome: desk.state().missed <= 0.5 ? "done" : "skip" });
      work.onward();
    },
    onward() {
      desk.update(moved(desk.state()));
      if (desk.state().stage !== "work") return desk.go("during");
      work.load();
      work.play();
    },
    swaps() {
      const exercise = desk.here();
      const order = desk.state().order;
      const free = (exercise?.swap ?? []).filter((one) => !order.includes(one.id));
      const easier = (one: Exercise): number => Number(one.id === exercise?.easier);
      return free.sort((a, b) => easier(b) - easier(a)).slice(0, MOST_SWAPS);
    },
    swapTo(exercise, reason) {
      desk.update(swapped(desk.state(), exercise.id, reason));
      work.load();
      work.play();
    },
    ask(what) {
      work.pause();
      const chosen = (reason: Reason): void => {
        if (reason === "hurts") return desk.hurt();
        if (what === "swap") return offer(reason);
        desk.outcome({ outcome: "skip", reason });
        work.onward();
      };
      screen.panel(reasons(say(what === "skip" ? "why_skip" : "why_swap"), desk.data.words, chosen, desk.resume));
    },
  };
  return work;
}

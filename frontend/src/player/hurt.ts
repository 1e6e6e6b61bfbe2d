/** "This hurts": everything stops; a known pain leaves the exercise out, a new one ends the session. */
import { put, send, type Parcel } from "../shared/queue";
import type { Desk } from "./desk";
import { message, pictured, type Choice } from "./panels";
import { closed } from "./state";

const PATIENCE_MS = 2500;

export function openHurt(desk: Desk, parcelOf: () => Parcel): { hurt(): void; leave(): void } {
  const { data, screen, say, voice } = desk;

  const endEarly = (): void => {
    desk.update(closed(desk.state()));
    const begun = desk.state().results.some((r) => r.outcome === "done" || r.outcome === "hurt");
    desk.go(begun ? "during" : "after");
  };

  const samePain = (): void => {
    if (desk.state().stage !== "work") return desk.resume();
    desk.outcome({ outcome: "hurt", reason: "hurts", new_or_same_pain: "same" });
    const last = desk.state().at + 1 >= desk.state().order.length;
    const list: Choice[] = [
      { label: say(last ? "go_on" : "next_exercise"), kind: "filled", act: desk.onward },
      ...desk.swaps().map((one): Choice =>
        ({ label: say("try_instead", { name: one.name }), shows: one, act: () => desk.swapTo(one, "hurts") })),
      { label: say("end_session"), act: endEarly },
    ];
    screen.panel(pictured(say("left_out"), list, [say("left_out_more")]), true);
    voice.say(`${say("left_out")} ${say("left_out_more")}`);
  };

  const offlineNewPain = (): void => {
    const list: Choice[] = [
      { label: say("emergency_page"), kind: "filled", act: () => location.assign(data.emergency_url ?? `/${data.lang}/emergency/`) },
      { label: say("ask_signs"), act: () => location.assign(data.gate_url) },
    ];
    const sentences = [say("new_offline"), say("new_offline_more")];
    screen.panel(message(say("new_title"), sentences, list), true);
    voice.say([say("new_title"), ...sentences].join(" "));
  };

  /** The danger questions come next; without a connection, the emergency page. */
  const newPain = async (): Promise<void> => {
    desk.outcome({ outcome: "hurt", reason: "hurts", new_or_same_pain: "new" });
    const parcel = parcelOf();
    put(parcel);
    desk.update({ ...desk.state(), stage: "gate" });
    const patience = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
    const sent = await Promise.race([send(parcel), patience]);
    if (sent?.state === "waiting") offlineNewPain();
    else location.assign(data.gate_url);
  };

  return {
    hurt() {
      desk.run.pause();
      voice.hush();
      desk.wake.release();
      desk.media.pause();
      const list: Choice[] = [
        { label: say("pain_same"), act: samePain },
        { label: say("pain_new"), act: () => void newPain() },
        { label: say("back"), kind: "quiet", act: desk.resume },
      ];
      screen.panel(message(say("stopped"), [say("which_pain")], list), true);
      screen.announce(say("stopped"));
      voice.say(`${say("stopped")} ${say("which_pain")}`);
    },
    leave() {
      desk.run.pause();
      desk.media.pause();
      const list: Choice[] = [
        { label: say("keep_going"), kind: "filled", act: desk.resume },
        { label: say("come_back_later"), act: () => location.assign(data.plan_url) },
      ];
      if (desk.state().stage === "work") list.push({ label: say("end_session"), act: endEarly });
      screen.panel(message(say("leave_title"), [say("leave_more")], list));
    },
  };
}

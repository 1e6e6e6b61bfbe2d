/** What was done goes to the server; without a connection it stays on the device and is sent later. */
import { flush, put, take, waiting, type Parcel, type Sent } from "../shared/queue";
import { drop } from "../shared/store";
import type { Desk } from "./desk";
import { message, type Choice } from "./panels";
import { report } from "./state";

export interface Delivery {
  parcel(): Parcel;
  deliver(): Promise<void>;
  kept(): void;
}

const RETRY_MS = 15_000;

/** What the server says when it refuses, and the words for it; whatever else it says is our mistake. */
const REASONS: Record<string, string> = { nobody: "refused_nobody", session: "refused_session" };

/** Is this session already with the server? It may have gone from another page. */
export function gone(id: string): boolean {
  return !waiting().some((parcel) => parcel.id === id);
}

export function openDelivery(desk: Desk, memory: string): Delivery {
  const { data, screen, say } = desk;
  let last: Sent = { state: "waiting" };
  let busy = false;

  const tell = (heading: string, sentences: string[], list: Choice[]): void => {
    screen.panel(message(heading, sentences, list), true);
    desk.voice.say([heading, ...sentences].join(" "));
  };

  /** Kept in the queue, never sent again, and only thrown away by the person. */
  const refused = (reason: string, parcel: Parcel): void => {
    put({ ...parcel, refused: true });
    drop(memory);
    const nobody = reason === "nobody";
    const home = nobody ? `/${data.lang}/` : data.plan_url;
    const leave = (): void => location.assign(home);
    tell(say("refused_title"), [say(REASONS[reason] ?? "refused_unread"), say(nobody ? "refused_here" : "refused_tell")], [
      { label: say(nobody ? "begin_again" : "to_plan"), kind: "filled", act: leave },
      { label: say("delete_answers"), act: () => (take(parcel.id), leave()) },
    ]);
  };

  const attempt = async (parcel: Parcel): Promise<Sent> => {
    busy = true;
    put(parcel);
    const results = await flush(data.csrf);
    busy = false;
    return results.find((sent) => sent.id === parcel.id) ?? { state: "waiting" };
  };

  /** `quietly`: still waiting is no news. */
  const settle = (sent: Sent, parcel: Parcel, quietly: boolean): void => {
    last = sent;
    if (sent.state === "refused") return refused(sent.reason, parcel);
    if (sent.state === "waiting") return quietly ? undefined : desk.go("kept");
    drop(memory);
    location.assign(sent.next ?? data.plan_url);
  };

  const retry = async (): Promise<void> => {
    const parcel = delivery.parcel();
    const waits = waiting().some((one) => one.id === parcel.id && !one.refused);
    if (!busy && waits && desk.state().stage === "kept") settle(await attempt(parcel), parcel, true);
  };

  const delivery: Delivery = {
    parcel() {
      const body = JSON.stringify(report(data, desk.state()));
      return { id: desk.state().client_id, url: data.done_url, kind: "json", body, csrf: data.csrf };
    },
    async deliver() {
      desk.wake.release();
      desk.media.stop();
      screen.panel(message(say("sending"), [], []));
      const parcel = delivery.parcel();
      settle(await attempt(parcel), parcel, false);
    },
    kept() {
      const old = last.state === "waiting" && last.stuck === true;
      tell(say("kept_title"), [say(old ? "kept_old" : "kept_more"), say("kept_emergency")], [
        { label: say("try_again"), kind: old ? "" : "filled", act: () => void delivery.deliver() },
        { label: say("to_plan"), kind: old ? "filled" : "", act: () => location.assign(data.plan_url) },
      ]);
    },
  };
  window.addEventListener("online", () => void (desk.state().stage === "kept" ? retry() : flush(data.csrf)));
  setInterval(() => void retry(), RETRY_MS);
  return delivery;
}

/** What was done goes to the server; without a connection it stays on the device and is sent later. */
import { flush, put, send, type Parcel } from "../shared/queue";
import { drop } from "../shared/store";
import type { Desk } from "./desk";
import { message, type Choice } from "./panels";
import { report } from "./state";

export interface Delivery {
  parcel(): Parcel;
  deliver(): Promise<void>;
  kept(): void;
}

export function openDelivery(desk: Desk, memory: string): Delivery {
  const { data, screen, say } = desk;
  const delivery: Delivery = {
    parcel() {
      const body = JSON.stringify(report(data, desk.state()));
      return { id: desk.state().client_id, url: data.done_url, kind: "json", body, csrf: data.csrf };
    },
    async deliver() {
      desk.wake.release();
      desk.media.stop();
      const parcel = delivery.parcel();
      put(parcel);
      screen.panel(message(say("sending"), [], []));
      const sent = await send(parcel, data.csrf);
      if (sent.state !== "sent") return desk.go("kept");
      drop(memory);
      location.assign(sent.next ?? data.plan_url);
    },
    kept() {
      const list: Choice[] = [
        { label: say("try_again"), kind: "filled", act: () => void delivery.deliver() },
        { label: say("to_plan"), act: () => location.assign(data.plan_url) },
      ];
      screen.panel(message(say("kept_title"), [say("kept_more"), say("kept_emergency")], list), true);
      desk.voice.say(`${say("kept_title")} ${say("kept_more")}`);
    },
  };
  window.addEventListener("online", () => {
    if (desk.state().stage === "kept") void delivery.deliver();
    else void flush(data.csrf);
  });
  return delivery;
}

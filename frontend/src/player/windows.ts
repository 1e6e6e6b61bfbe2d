/** One window leads the session; the others wait and say so. */
import { kept } from "../shared/store";
import type { Desk } from "./desk";
import { message, type Choice } from "./panels";
import { restored, type State } from "./state";

/** `takeOver` gets the state as the other window left it. */
export function listenElsewhere(desk: Desk, memory: string, takeOver: (theirs: State | null) => void): void {
  const { data, screen, say } = desk;
  const read = (text: string | null): State | null => restored(text, data, Date.now());
  window.addEventListener("storage", (event) => {
    if (!event.key?.endsWith(`.${memory}`)) return;
    const theirs = read(event.newValue);
    if (theirs && theirs.clock.ends === null && theirs.stage === desk.state().stage) return;
    if (desk.run.running()) desk.run.pause();
    desk.media.stop();
    const list: Choice[] = theirs
      ? [{ label: say("go_on_here"), kind: "filled", act: () => takeOver(read(kept(memory))) }]
      : [{ label: say("to_plan"), kind: "filled", act: () => location.assign(data.plan_url) }];
    const heading = say(theirs ? "elsewhere_title" : "finished_elsewhere");
    screen.panel(message(heading, theirs ? [say("elsewhere_more")] : [], list), true);
  });
}

/** The pages before and after the work: the questions, the preview, and strong pain. */
import { sentences } from "./briefing";
import type { Desk } from "./desk";
import { message, scale, type Choice } from "./panels";
import { previewPage } from "./preview";
import { care } from "./session";
import { fitted, type Stage } from "./state";

type Name = "before" | "during" | "after" | "effort";
type Field = "pain_before" | "pain_during" | "pain_after" | "effort";

export interface Pages {
  ask(name: Name, field: Field, then: Stage): void;
  strong(): void;
  preview(): void;
}

export function openPages(desk: Desk): Pages {
  const { data, screen, say, voice } = desk;
  let missing: string[] = []; // survives a look at the settings
  return {
    ask(name, field, then) {
      const effort = name === "effort";
      if (name !== "before") voice.say(say(`ask_${name}`), name !== "during");
      screen.panel(scale({
        name, heading: say(`ask_${name}`), chosen: desk.state()[field],
        low: say(effort ? "effort_low" : "pain_low"), high: say(effort ? "effort_high" : "pain_high"),
        done: (value) => {
          desk.update({ ...desk.state(), [field]: value });
          desk.go(name === "before" && care(data.limits, value) === "strong" ? "strong" : then);
        },
      }, data.words));
    },
    /** Asked again at the next visit: the pain may have eased by then. */
    strong() {
      const list: Choice[] = [
        { label: say("to_plan"), kind: "filled", act: () => location.assign(data.plan_url) },
        { label: say("back"), kind: "quiet", act: () => desk.go("before") },
      ];
      screen.panel(message(say("strong_title"), [say("strong_more")], list), true);
      voice.say(sentences(say("strong_title"), say("strong_more")));
    },
    preview() {
      const careful = care(data.limits, desk.state().pain_before) === "careful" ? say("careful") : "";
      if (careful) voice.say(careful);
      screen.panel(previewPage({
        exercises: desk.exercises(), words: data.words, rules: data.rules ?? [], news: data.news ?? [], care: careful,
        notes: [say("stop_rule"), voice.speaks() ? "" : say("no_voice")].filter(Boolean),
        transcript: desk.transcript, settings: desk.help, missing, lacks: (things) => (missing = things),
        start(cut) {
          const { minutes } = desk.transcript(cut.order);
          desk.update({ ...fitted(desk.state(), cut), minutes });
          desk.go("work");
          if (desk.here()) desk.play();
        },
      }));
    },
  };
}

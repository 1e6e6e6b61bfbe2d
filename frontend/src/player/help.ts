/** Keys, ways to pause, settings, and the transcript: one page, from everywhere. */
import { h } from "../shared/dom";
import { choices, title } from "./panels";
import { transcriptPart } from "./script";
import { fill, type Words } from "./session";
import type { Setting, Settings } from "./settings";
import type { Transcript } from "./transcript";

export interface Help {
  words: Words;
  settings: Settings;
  changed(name: Setting, value: boolean): void;
  transcript(): Transcript;
  close(): void;
}

const SETTINGS: [Setting, string][] = [
  ["voice", "set_voice"], ["sounds", "set_sounds"], ["slow", "set_talk"], ["full", "set_full"], ["oneButton", "set_switch"],
];

const KEYS: [string, string][] = [
  ["N →", "key_next"], ["R", "key_again"], ["S", "key_slower"], ["K", "key_skip"], ["W", "key_swap"], ["H", "key_hurts"],
  ["M", "key_voice"], ["?", "key_help"],
];

function setting(help: Help, name: Setting, word: string): HTMLElement {
  const box = h("input", { type: "checkbox", name, checked: help.settings[name] });
  box.addEventListener("change", () => help.changed(name, box.checked));
  return h("label", { class: "p-check" }, box, h("span", {}, fill(help.words, word)));
}

export function helpPage(help: Help): HTMLElement {
  const { words } = help;
  const key = (name: string, word: string): HTMLElement[] => [h("dt", {}, h("kbd", {}, name)), h("dd", {}, fill(words, word))];
  const bar = choices([{ label: fill(words, "close_help"), kind: "filled", act: help.close }]);
  return h("div", { class: "p-page p-help" }, title(fill(words, "help")),
    h("fieldset", { class: "p-set" }, h("legend", {}, fill(words, "settings")),
      ...SETTINGS.map(([name, word]) => setting(help, name, word)),
      h("p", { class: "p-stop" }, fill(words, "set_switch_more"))),
    h("p", {}, fill(words, "help_tap")), h("p", {}, fill(words, "help_silent")),
    h("h2", {}, fill(words, "keys")),
    h("dl", { class: "p-keys" }, ...key(fill(words, "key_space"), "key_pause"), ...KEYS.flatMap(([name, word]) => key(name, word))),
    transcriptPart(words, help.transcript).element, bar);
}

/** The words of the player as the server gives them, read from its own file. */
import type { Words } from "../src/player/session";
import en from "../../src/unknot/web/words/en/player.yaml?raw";
import fr from "../../src/unknot/web/words/fr/player.yaml?raw";

export function words(lang: "en" | "fr"): Words {
  const rows = [...(lang === "en" ? en : fr).matchAll(/^ {2}(\w+): "(.*)"$/gm)];
  return Object.fromEntries(rows.map((row) => [row[1] ?? "", row[2] ?? ""]));
}

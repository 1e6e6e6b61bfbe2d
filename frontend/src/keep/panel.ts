/** The calm word that there is no connection, that nothing is lost, and what happens next. */
import { h } from "../shared/dom";

export interface OfflineWords {
  title: string;
  text: string;
  saved: string;
  waiting: string;
  refused: string;
}

export function wordsOf(root: Document): OfflineWords {
  const { title = "", text = "", saved = "", waiting = "", refused = "" } = root.getElementById("offline-words")?.dataset ?? {};
  return { title, text, saved, waiting, refused };
}

export function offlinePanel(form: HTMLFormElement, words: OfflineWords): void {
  document.querySelector(".offline")?.remove();
  const title = h("h2", { tabindex: -1 }, words.title);
  const panel = h("section", { class: "offline panel", role: "status" }, title, h("p", {}, words.text), h("p", {}, words.waiting));
  form.before(panel);
  panel.scrollIntoView({ block: "start" });
  title.focus({ preventScroll: true });
}

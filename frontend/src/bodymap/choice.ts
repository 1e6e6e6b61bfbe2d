/** What is chosen, in the person's words. */

export interface Choice {
  region: string;
  words: string;
}

/** The words of a box: the hit areas of the picture are labels too, without words. */
function wordsOf(box: HTMLInputElement): string {
  const labels = [...(box.labels ?? [])].map((label) => label.textContent?.trim() ?? "");
  return labels.find((text) => text !== "") ?? box.value;
}

export function chosenIn(boxes: HTMLInputElement[]): Choice[] {
  return boxes.filter((box) => box.checked).map((box) => ({ region: box.value, words: wordsOf(box) }));
}

/** "Neck, low back and left shoulder": the first keeps its capital. */
export function sentence(names: string[], lang: string): string {
  const [first, ...rest] = names;
  if (first === undefined) return "";
  const lower = rest.map((name) => name.charAt(0).toLocaleLowerCase(lang) + name.slice(1));
  return new Intl.ListFormat(lang || "en", { type: "conjunction" }).format([first, ...lower]);
}

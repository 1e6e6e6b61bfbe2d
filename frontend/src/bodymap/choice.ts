/** What is chosen, in the person's words. */

export interface Choice {
  region: string;
  words: string;
}

export function chosenIn(boxes: HTMLInputElement[]): Choice[] {
  return boxes.filter((box) => box.checked).map((box) => ({
    region: box.value, words: box.labels?.item(0)?.textContent?.trim() ?? box.value,
  }));
}

/** "Neck, low back and left shoulder": the first keeps its capital. */
export function sentence(names: string[], lang: string): string {
  const [first, ...rest] = names;
  if (first === undefined) return "";
  const lower = rest.map((name) => name.charAt(0).toLocaleLowerCase(lang) + name.slice(1));
  return new Intl.ListFormat(lang || "en", { type: "conjunction" }).format([first, ...lower]);
}

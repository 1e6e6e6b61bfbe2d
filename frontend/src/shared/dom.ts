/** The few page-building functions the islands share. No markup strings: the content-security policy is strict. */

const SVG = "http://www.w3.org/2000/svg";

type Attributes = Record<string, string | number | boolean | null>;
type Child = Node | string | null;

function dress(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  dress(element, attributes);
  element.append(...children.filter((child): child is Node | string => child !== null));
  return element;
}

export function s(tag: string, attributes: Attributes = {}, ...children: Element[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  dress(element, attributes);
  element.append(...children);
  return element;
}

const ICONS: Record<string, string> = {
  close: "M5 5L19 19M19 5L5 19",
  voice: "M4 9.5V14.5H8L12.5 18.5V5.5L8 9.5ZM16 9A4.5 4.5 0 0 1 16 15M18.7 6.3A8.5 8.5 0 0 1 18.7 17.7",
  mute: "M4 9.5V14.5H8L12.5 18.5V5.5L8 9.5ZM16 9.5L21 14.5M21 9.5L16 14.5",
  pause: "M8 4V20M16 4V20",
  play: "M7 4.5L19 12L7 19.5Z",
  next: "M5 5L15.5 12L5 19ZM19 5V19",
  hurt: "M2 15H6L9 5L13.5 19L16.5 10L19 15H22",
  again: "M5 12A7.5 7.5 0 1 0 8 6M8 2.5V6.5H12",
  slower: "M12 5A8 8 0 0 1 20 13M12 5A8 8 0 0 0 4 13M4 13V14M20 13V14M12 14L8.5 9.5",
  swap: "M4 8.5H18M14.5 5L18 8.5L14.5 12M20 16H6M9.5 12.5L6 16L9.5 19.5",
  help: "M8.5 9A3.5 3.5 0 1 1 13.6 12.1C12.4 12.8 12 13.5 12 15M12 19V19.01",
  print: "M7 9V4H17V9M7 17H4V9H20V17H17M7 14H17V20H7Z",
  skip: "M4 16C5 8 15 7 18 13M18.5 7.5V13.5H12.5",
};

export function icon(name: string): SVGElement {
  const path = s("path", { d: ICONS[name] ?? "" });
  return s("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" }, path);
}

export function button(label: string, kind: string, act: () => void, drawn?: string, after = false): HTMLButtonElement {
  const words = h("span", {}, label);
  const image = drawn ? icon(drawn) : null;
  const made = h("button", { type: "button", class: `p-button ${kind}` }, ...(after ? [words, image] : [image, words]));
  made.addEventListener("click", act);
  return made;
}

export const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;

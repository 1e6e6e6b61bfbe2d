/** The moving figure: fetched once, inlined, and moved only by us, so that it can never run ahead of the words. */
import { h } from "../shared/dom";
import type { Exercise, Side } from "./session";

export interface Stage {
  element: HTMLElement;
  show(exercise: Exercise, side: Side): void;
  /** Figure time in seconds inside its loop. */
  seek(seconds: number): void;
  preload(exercises: Exercise[]): void;
}

const texts = new Map<string, Promise<string>>();

function textOf(url: string): Promise<string> {
  const known = texts.get(url);
  if (known) return known;
  const loading = fetch(url, { credentials: "same-origin" }).then((response) => {
    if (!response.ok) throw new Error(`figure ${url}: ${response.status}`);
    return response.text();
  });
  loading.catch(() => texts.delete(url));
  texts.set(url, loading);
  return loading;
}

/** Style blocks inside a figure would be refused by the policy; adopted sheets are not. */
function adoptStyles(svg: Element): void {
  svg.querySelectorAll("style").forEach((block) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(block.textContent ?? "");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.slice(-3), sheet];
    block.remove();
  });
}

export function parseFigure(text: string): SVGSVGElement {
  const read = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  if (read.localName !== "svg") throw new Error("figure: not an SVG");
  read.querySelectorAll("script, foreignObject").forEach((element) => element.remove());
  adoptStyles(read);
  const svg = document.importNode(read, true) as unknown as SVGSVGElement;
  svg.removeAttribute("width");
  svg.removeAttribute("height");
  return svg;
}

/** One still pose for a list; decorative, the name stands beside it. */
export function smallFigure(exercise: Exercise): HTMLElement {
  const element = h("span", { class: "p-small", "aria-hidden": "true" });
  const url = exercise.small_svg_url;
  if (url) textOf(url).then((text) => element.replaceChildren(parseFigure(text)), () => undefined);
  return element;
}

export function openStage(): Stage {
  const element = h("div", { class: "p-figure" });
  let wanted = "";
  let svg: SVGSVGElement | null = null;
  let time = 0;
  const place = (): void => {
    svg?.pauseAnimations();
    svg?.setCurrentTime(time);
  };
  const put = (url: string, text: string): void => {
    if (url !== wanted) return;
    svg = parseFigure(text);
    svg.setAttribute("preserveAspectRatio", "xMidYMax meet");
    const { width, height } = svg.viewBox.baseVal;
    element.classList.toggle("tall", width < 0.8 * height);
    element.replaceChildren(svg);
    place();
  };
  return {
    element,
    show(exercise, side) {
      const mirrored = side === "left";
      const url = mirrored && exercise.mirrored_svg_url ? exercise.mirrored_svg_url : exercise.figure_svg_url;
      element.classList.toggle("flipped", mirrored && !exercise.mirrored_svg_url);
      if (url === wanted) return;
      wanted = url ?? "";
      svg = null;
      element.replaceChildren();
      if (!url) return; // not drawn: the words alone carry the exercise
      textOf(url).then((text) => put(url, text), () => (wanted = wanted === url ? "" : wanted));
    },
    seek(seconds) {
      if (seconds === time) return; // it stands still: nothing to draw
      time = seconds;
      place();
    },
    preload(exercises) {
      const urls = exercises.flatMap((e) => [e.figure_svg_url ?? "", e.sides === "each" ? e.mirrored_svg_url ?? "" : ""]);
      urls.filter(Boolean).forEach((url) => void textOf(url).catch(() => undefined));
    },
  };
}

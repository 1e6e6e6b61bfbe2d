/** For browsers that do not know `:has()`: paint by hand what the style sheet paints elsewhere. */

function shown(from: Element, selector: string, on: boolean): void {
  from.querySelectorAll<SVGElement>(selector).forEach((shape) => {
    shape.style.visibility = on ? "visible" : "hidden";
  });
}

function paintRegion(from: Element, region: string, on: boolean): void {
  from.querySelectorAll<SVGElement>(`.region-${region}`).forEach((shape) => {
    shape.style.fill = on ? "var(--thread)" : "none";
    shape.style.stroke = on ? "var(--ink)" : "none";
    shape.style.strokeWidth = "2";
  });
  shown(from, `.knot-${region}, .bent-${region}`, on);
  shown(from, `.straight-${region}`, !on);
}

export function paint(from: HTMLFormElement, chosen: string[]): void {
  const all = [...from.querySelectorAll<HTMLInputElement>("input[name=regions]")].map((box) => box.value);
  all.forEach((region) => paintRegion(from, region, chosen.includes(region)));
  const front = from.querySelector<HTMLInputElement>("#view-front")?.checked ?? false;
  from.querySelectorAll<HTMLElement>(".view-back, .only-back").forEach((part) => (part.style.display = front ? "none" : ""));
  from.querySelectorAll<HTMLElement>(".view-front, .only-front").forEach((part) => (part.style.display = front ? "block" : ""));
}

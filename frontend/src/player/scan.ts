/**
 * One-button control: the choices of the page light up one after the other, and one press takes the one that is lit.
 * While the session runs, the press pauses it.
 */

export interface Scan {
  /** Starts over with the choices now on the screen; nothing when it is off. */
  renew(): void;
  on(value: boolean): void;
  /** One press. */
  press(): void;
}

export interface Scanned {
  /** True while the session runs and there is nothing to choose. */
  running(): boolean;
  pause(): void;
  say(text: string): void;
}

const STEP_MS = 3000;
/** The first choice stays longer: the page itself is being said. */
const FIRST_MS = 5000;
const CHOICES = "button, summary, label.p-number, label.p-check, a[href]";

/** The next place in a row of `count`, round and round; 0 when nothing was lit yet. */
export function nextPlace(at: number, count: number): number {
  return count === 0 ? -1 : (at + 1) % count;
}

function visible(element: HTMLElement): boolean {
  return element.checkVisibility?.() ?? element.offsetParent !== null;
}

/** What can be chosen: on a scale that is answered, going on comes first. */
export function choicesOf(root: HTMLElement): HTMLElement[] {
  const all = [...root.querySelectorAll<HTMLElement>(CHOICES)].filter(visible);
  const inside = all.filter((one) => one.closest(".p-panel, .p-words, .p-actions, .p-hurt"));
  const main = inside.filter((one) => one.classList.contains("filled"));
  const hurt = inside.filter((one) => one.classList.contains("p-hurt"));
  const rest = inside.filter((one) => !main.includes(one) && !hurt.includes(one));
  return [...main, ...hurt, ...rest, ...all.filter((one) => !inside.includes(one))];
}

function nameOf(element: HTMLElement): string {
  return element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
}

export function openScan(root: HTMLElement, page: Scanned): Scan {
  let active = false;
  let choices: HTMLElement[] = [];
  let lit = -1;
  let timer = 0;
  const light = (at: number): void => {
    choices[lit]?.classList.remove("lit");
    lit = at;
    const one = choices[lit];
    if (!one) return;
    one.classList.add("lit");
    one.scrollIntoView({ block: "nearest" });
    page.say(nameOf(one));
  };
  const stop = (): void => {
    clearTimeout(timer);
    choices[lit]?.classList.remove("lit");
    choices = [];
    lit = -1;
  };
  const step = (): void => {
    choices = choices.filter((one) => one.isConnected && visible(one));
    light(nextPlace(lit, choices.length));
    timer = window.setTimeout(step, STEP_MS);
  };
  const renew = (): void => {
    stop();
    if (!active || page.running()) return;
    choices = choicesOf(root);
    light(nextPlace(-1, choices.length));
    timer = window.setTimeout(step, FIRST_MS);
  };
  return {
    renew,
    on(value) {
      active = value;
      renew();
    },
    press() {
      if (page.running()) return page.pause();
      const one = choices[lit];
      stop();
      one?.click();
      renew();
    },
  };
}

/** Keys of the player. Any other key pauses while the session runs: who lies on the floor does not look for one. */

export interface KeyActs {
  working(): boolean;
  running(): boolean;
  pause(): void;
  toggle(): void;
  next(): void;
  again(): void;
  slower(): void;
  skip(): void;
  swap(): void;
  hurt(): void;
  voice(): void;
  help(): void;
}

type Act = keyof Omit<KeyActs, "working" | "running">;

const ANYWHERE: Record<string, Act> = { h: "hurt", m: "voice", "?": "help" };
const AT_WORK: Record<string, Act> = { n: "next", ArrowRight: "next", r: "again", s: "slower", k: "skip", w: "swap" };
/** Keys that belong to moving about the page, and to the device. */
const SPARED = /^(Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|Escape|F\d+|Audio.*|Media.*|Volume.*|Power|Brightness.*)$/;

/** What a key does; null when it is none of ours. `onControl`: a button has the focus and takes space and enter itself. */
export function meaning(key: string, working: boolean, running: boolean, onControl: boolean): Act | null {
  const name = key.length === 1 ? key.toLowerCase() : key;
  const anywhere = ANYWHERE[name];
  if (anywhere) return anywhere;
  if (!working) return null;
  if (onControl && (name === " " || name === "Enter")) return null;
  if (name === " ") return "toggle";
  return AT_WORK[name] ?? (running && !SPARED.test(name) ? "pause" : null);
}

export function listenKeys(acts: KeyActs): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const target = event.target as HTMLElement;
    if (target.closest("input:not([type=checkbox])")) return;
    const act = meaning(event.key, acts.working(), acts.running(), target.closest("button, a, summary") !== null);
    if (!act) return;
    acts[act]();
    event.preventDefault();
  };
}

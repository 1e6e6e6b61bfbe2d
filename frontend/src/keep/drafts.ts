/** A form's answers as plain pairs, and back into the form. */

export interface Draft {
  /** Epoch milliseconds of the last change. */
  at: number;
  entries: [string, string][];
  /** Names of all fields the form had: what it did not ask is not touched. */
  fields: string[];
}

const HOUR_MS = 3_600_000;
const KEEP_HOURS = 30 * 24;
const TOKEN = "csrfmiddlewaretoken";

/** "None of these" is true of a moment. Hours after which these forms are asked again, neither filled in nor sent. */
const MOMENTS: [RegExp, number][] = [[/^(danger|gate|short)/, 1], [/^check-in/, 12]];

function hoursOf(form: string): number {
  return MOMENTS.find(([pattern]) => pattern.test(form))?.[1] ?? KEEP_HOURS;
}

/** `form`: its `data-keep` name. */
export function stale(form: string, draft: Draft | null, now: number): boolean {
  return draft === null || now - draft.at > hoursOf(form) * HOUR_MS;
}

/** When answers may no longer be sent by themselves; null when they always may, as every danger sign may. */
export function expiry(form: string, entries: [string, string][], now: number): number | null {
  const signs = entries.some(([name, value]) => name.startsWith("f-") && (value === "yes" || value === "unsure"));
  return signs || hoursOf(form) === KEEP_HOURS ? null : now + hoursOf(form) * HOUR_MS;
}

/** How the person came back to the form. */
export interface Visit {
  /** By a reload, or because the server did not answer. */
  reloaded: boolean;
  /** Its answers wait in the queue for the connection. */
  waits: boolean;
}

const RELOAD_MS = 5 * 60_000;
const NONE = "none-";

/** The gates before a session and in the check-in: "none of these" is ticked afresh, each time. */
function asksAfresh(form: string): boolean {
  return /^(gate|short|check-in)/.test(form);
}

/** May "none of these" be ticked again for the person? */
export function restoresNone(form: string, draft: Draft | null, visit: Visit, now: number): boolean {
  if (asksAfresh(form)) return false;
  if (hoursOf(form) === KEEP_HOURS) return true;
  return draft !== null && (visit.waits || (visit.reloaded && now - draft.at <= RELOAD_MS));
}

function withoutNone(draft: Draft): Draft {
  const entries = draft.entries.filter(([name]) => !name.startsWith(NONE));
  return { ...draft, entries, fields: draft.fields.filter((name) => !name.startsWith(NONE)) };
}

/** What of a draft goes back into its form; null when nothing does. */
export function comesBack(form: string, draft: Draft | null, visit: Visit, now: number): Draft | null {
  if (draft === null || stale(form, draft, now)) return null;
  return restoresNone(form, draft, visit, now) ? draft : withoutNone(draft);
}

/** Browsers tick boxes again by themselves: "none of these" goes back to what the server wrote. */
export function untickNone(form: HTMLFormElement): void {
  form.querySelectorAll<HTMLInputElement>(`input[type=checkbox][name^='${NONE}']`).forEach((box) => (box.checked = box.defaultChecked));
}

export function entriesOf(data: FormData, withToken = false): [string, string][] {
  const pairs: [string, string][] = [];
  data.forEach((value, name) => {
    if (typeof value === "string" && (withToken || name !== TOKEN)) pairs.push([name, value]);
  });
  return pairs;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const OURS = new Set(["hidden", "password", "file", "submit", "button", "reset", "image"]);

function fill(field: Field, values: string[]): boolean {
  if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) {
    const checked = values.includes(field.value);
    if (field.checked === checked) return false;
    field.checked = checked;
    return true;
  }
  const value = values[0];
  if (value === undefined || field.value === value) return false;
  field.value = value;
  return true;
}

function fieldsOf(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((e): e is Field => "name" in e && (e as Field).name !== "" && !OURS.has((e as Field).type));
}

export function draftOf(form: HTMLFormElement, now: number): Draft {
  const fields = [...new Set(fieldsOf(form).map((field) => field.name))];
  return { at: now, entries: entriesOf(new FormData(form)), fields };
}

/** Puts a draft back and tells the page of every field that changed. Hidden fields stay the server's. */
export function restore(form: HTMLFormElement, draft: Draft): void {
  const values = new Map<string, string[]>();
  draft.entries.forEach(([name, value]) => values.set(name, [...(values.get(name) ?? []), value]));
  const asked = new Set(draft.fields);
  const changed = fieldsOf(form).filter((field) => asked.has(field.name)).filter((field) => fill(field, values.get(field.name) ?? []));
  changed.forEach((field) => field.dispatchEvent(new Event("change", { bubbles: true })));
}

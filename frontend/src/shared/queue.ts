/** Answers on their way to the server. They leave the queue only when the server has taken them. */
import { keep, keptValue } from "./store";

export interface Parcel {
  id: string;
  url: string;
  kind: "json" | "form";
  body: string;
  csrf: string;
  /** True once the server has refused it; it is kept, not resent. */
  refused?: boolean;
  /** The draft these answers came from, dropped once they have arrived. */
  draft?: string;
  /** Epoch milliseconds after which they are no longer true by themselves, and are asked again instead. */
  expires?: number | null;
}

/**
 * `stuck`: the server is there and does not take this one as it is, such as from a page too old; others may go.
 * `reason`: the server's own word.
 */
export type Sent =
  | { state: "sent"; next: string | null }
  | { state: "waiting"; stuck?: boolean }
  | { state: "refused"; reason: string };

const QUEUE = "queue";

export function waiting(): Parcel[] {
  return keptValue<Parcel[]>(QUEUE) ?? [];
}

export function put(parcel: Parcel): boolean {
  return keep(QUEUE, [...waiting().filter((p) => p.id !== parcel.id), parcel]);
}

export function take(id: string): void {
  keep(QUEUE, waiting().filter((parcel) => parcel.id !== id));
}

function request(parcel: Parcel, csrf: string): RequestInit {
  const headers: Record<string, string> = { "X-CSRFToken": csrf, "X-Client-Id": parcel.id };
  if (parcel.kind === "json") {
    headers["Content-Type"] = "application/json";
    return { method: "POST", headers, body: parcel.body, credentials: "same-origin" };
  }
  const form = new URLSearchParams(parcel.body);
  if (form.has("csrfmiddlewaretoken")) form.set("csrfmiddlewaretoken", csrf);
  return { method: "POST", headers, body: form, credentials: "same-origin" };
}

const REFUSALS = [400, 409, 422];
/** Too slow, too early, too many: as good as no answer. */
const LATER = [408, 425, 429];

/** 403 may be an old token and 404 a moved page: kept. Only a plain "these answers are wrong" is a refusal. */
async function verdict(response: Response): Promise<Sent> {
  const { status } = response;
  if (status >= 500 || LATER.includes(status)) return { state: "waiting" };
  if (!REFUSALS.includes(status)) return { state: "waiting", stuck: true };
  const answer = (await response.json().catch(() => ({}))) as { error?: string };
  return { state: "refused", reason: answer.error ?? "" };
}

/** The token of a page fetched now: days without a line may have outlived the one in hand. */
async function freshToken(url: string): Promise<string | null> {
  const front = await fetch(/\/(en|fr)\//.exec(url)?.[0] ?? "/", { credentials: "same-origin", cache: "no-store" });
  return /name="csrfmiddlewaretoken" value="(\w+)"/.exec(front.ok ? await front.text() : "")?.[1] ?? null;
}

async function nextOf(parcel: Parcel, response: Response): Promise<string | null> {
  if (parcel.kind === "form") return response.url;
  const answer = (await response.json().catch(() => ({}))) as { next_url?: string };
  return answer.next_url ?? null;
}

async function post(parcel: Parcel, csrf: string): Promise<Response> {
  const response = await fetch(parcel.url, request(parcel, csrf));
  const fresh = response.status === 403 ? await freshToken(parcel.url) : null;
  return fresh ? fetch(parcel.url, request(parcel, fresh)) : response;
}

/** Sends one parcel; takes it out of the queue when the server has it. Never throws. */
export async function send(parcel: Parcel, csrf = parcel.csrf): Promise<Sent> {
  try {
    const response = await post(parcel, csrf);
    if (response.headers.has("X-Unknot-Offline")) return { state: "waiting" };
    if (!response.ok) return await verdict(response);
    const next = await nextOf(parcel, response);
    take(parcel.id);
    return { state: "sent", next };
  } catch {
    return { state: "waiting" };
  }
}

/** The token of the page we stand on; those kept with older parcels may have run out. The offline page has a borrowed one. */
export function tokenOf(root: Document): string | null {
  if (root.querySelector("[data-offline]")) return null;
  const field = root.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]");
  return field?.value ?? root.querySelector<HTMLElement>("[data-csrf]")?.dataset["csrf"] ?? null;
}

/** Sends all that waits, oldest first, and stops when the server cannot be reached. */
export async function flush(csrf: string | null): Promise<(Sent & { id: string })[]> {
  const done: (Sent & { id: string })[] = [];
  waiting().filter((p) => p.expires && p.expires < Date.now()).forEach((p) => take(p.id));
  for (const parcel of waiting().filter((p) => !p.refused)) {
    const sent = await send(parcel, csrf ?? parcel.csrf);
    if (sent.state === "refused") put({ ...parcel, refused: true });
    done.push({ ...sent, id: parcel.id });
    if (sent.state === "waiting" && !sent.stuck) break;
  }
  return done;
}

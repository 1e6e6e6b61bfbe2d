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

export type Sent = { state: "sent"; next: string | null } | { state: "waiting" } | { state: "refused" };

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

/** 403 may be an old token and 404 a moved page: kept. Only a plain "these answers are wrong" is a refusal. */
function verdict(status: number): Sent {
  return status === 400 || status === 409 || status === 422 ? { state: "refused" } : { state: "waiting" };
}

async function nextOf(parcel: Parcel, response: Response): Promise<string | null> {
  if (parcel.kind === "form") return response.url;
  const answer = (await response.json().catch(() => ({}))) as { next_url?: string };
  return answer.next_url ?? null;
}

/** Sends one parcel; takes it out of the queue when the server has it. Never throws. */
export async function send(parcel: Parcel, csrf = parcel.csrf): Promise<Sent> {
  try {
    const response = await fetch(parcel.url, request(parcel, csrf));
    if (!response.ok || response.headers.has("X-Unknot-Offline")) return verdict(response.status);
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

/** Sends all that waits, oldest first, and stops at the first that cannot go. */
export async function flush(csrf: string | null): Promise<Sent[]> {
  const done: Sent[] = [];
  waiting().filter((p) => p.expires && p.expires < Date.now()).forEach((p) => take(p.id));
  for (const parcel of waiting().filter((p) => !p.refused)) {
    const sent = await send(parcel, csrf ?? parcel.csrf);
    if (sent.state === "refused") put({ ...parcel, refused: true });
    done.push(sent);
    if (sent.state === "waiting") break;
  }
  return done;
}

/** On every page: answers are kept until the server has them, and sent again when the connection is back. */
import { flush, put, tokenOf, waiting, type Sent } from "./shared/queue";
import { drop, dropAll, keep, kept, keptValue, names, newId } from "./shared/store";
import { draftOf, entriesOf, restore, stale, type Draft } from "./keep/drafts";
import { onTick } from "./keep/none";
import { offlinePanel, wordsOf } from "./keep/panel";
import { reachable } from "./keep/reach";

const RETRY_MS = 15_000;
const LEAVING = "leaving";

const words = wordsOf(document);
const status = document.querySelector<HTMLElement>("[data-status]");

/** The form whose answers wait on this very page, so that the person is taken on once they are sent. */
let onThisPage: string | null = null;

const forms = (): HTMLFormElement[] => [...document.querySelectorAll<HTMLFormElement>("form[data-keep]")];

function nameOf(form: HTMLFormElement): string {
  return `draft.${form.dataset["keep"] || form.id}@${location.pathname}`;
}

function saveDraft(form: HTMLFormElement): void {
  keep(nameOf(form), draftOf(form, Date.now()));
}

/** Did the server answer the form that was sent? A reload, a way back or an error page is no such answer. */
function answered(): boolean {
  const [visit] = performance.getEntriesByType("navigation") as (PerformanceNavigationTiming & { responseStatus?: number })[];
  return visit?.type === "navigate" && (visit.responseStatus ?? 200) < 500 && document.querySelector(".problem, .error") === null;
}

/** A draft whose form has arrived has done its work. */
function forgetSent(): void {
  const left = keptValue<string>(LEAVING);
  if (left !== null && answered()) drop(left);
  drop(LEAVING);
  names().filter((name) => name.startsWith("draft.") && stale(keptValue<Draft>(name), Date.now())).forEach(drop);
}

function openForm(form: HTMLFormElement): void {
  const draft = keptValue<Draft>(nameOf(form));
  if (draft) restore(form, draft);
  form.addEventListener("input", () => saveDraft(form));
  form.addEventListener("change", () => saveDraft(form));
  form.addEventListener("submit", (event) => void onSubmit(event, form));
}

const passed = new WeakSet<HTMLFormElement>();

async function onSubmit(event: SubmitEvent, form: HTMLFormElement): Promise<void> {
  if (event.defaultPrevented || form.method.toLowerCase() !== "post") return;
  if (passed.has(form)) return markLeaving(form);
  event.preventDefault();
  saveDraft(form);
  const submitter = event.submitter as HTMLElement | null;
  if (await reachable()) {
    passed.add(form);
    form.requestSubmit(submitter);
    passed.delete(form);
  } else holdBack(form, submitter);
}

function markLeaving(form: HTMLFormElement): void {
  keep(LEAVING, nameOf(form));
}

function holdBack(form: HTMLFormElement, submitter: HTMLElement | null): void {
  const data = new FormData(form, submitter);
  const id = onThisPage ?? newId();
  const body = new URLSearchParams(entriesOf(data, true)).toString();
  onThisPage = id;
  const token = tokenOf(document) ?? "";
  put({ id, url: form.action || location.href, kind: "form", body, csrf: token, draft: nameOf(form) });
  offlinePanel(form, words);
}

async function sendWaiting(): Promise<void> {
  if (waiting().length === 0) return;
  const before = new Map(waiting().map((parcel) => [parcel.id, parcel]));
  const results = await flush(tokenOf(document));
  const left = new Set(waiting().map((parcel) => parcel.id));
  before.forEach((parcel, id) => {
    if (!left.has(id) && parcel.draft) drop(parcel.draft);
  });
  if (onThisPage && !left.has(onThisPage)) takeOn(results);
  else tell(left.size);
}

function takeOn(results: Sent[]): void {
  const sent = [...results].reverse().find((result) => result.state === "sent");
  const next = sent?.state === "sent" ? sent.next : null;
  location.assign(next ?? location.href);
}

function tell(left: number): void {
  if (status) status.textContent = left > 0 ? words.waiting : words.saved;
}

function erase(): void {
  dropAll();
  sessionStorage.clear();
  navigator.serviceWorker?.controller?.postMessage({ type: "erase" });
  if ("caches" in window) void caches.keys().then((all) => all.forEach((name) => void caches.delete(name)));
}

/** When the emergency number of this page is a new one, the stored emergency page is fetched afresh. */
function keepEmergency(worker: ServiceWorker | null): void {
  const link = document.querySelector<HTMLAnchorElement>(".call a[href]");
  const shown = link ? `${link.pathname} ${link.textContent ?? ""}` : null;
  if (!worker || !link || keptValue<string>("call") === shown) return;
  keep("call", shown);
  worker.postMessage({ type: "keep", path: link.pathname });
}

async function openWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { scope: "/" });
    keepEmergency((await navigator.serviceWorker.ready).active);
  } catch {
    // no worker: everything but the offline pages still works
  }
}

if (document.body.hasAttribute("data-erased")) erase();
else {
  forgetSent();
  document.addEventListener("change", onTick);
  forms().forEach(openForm);
  window.addEventListener("online", () => void sendWaiting());
  setInterval(() => void (onThisPage && sendWaiting()), RETRY_MS);
  if (kept("queue") !== null && document.getElementById("player") === null) void sendWaiting();
}
void openWorker();

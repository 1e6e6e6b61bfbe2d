/** On every page: answers are kept until the server has them, and sent again when the connection is back. */
import { flush, put, take, tokenOf, waiting, type Parcel, type Sent } from "./shared/queue";
import { drop, dropAll, keep, keptValue, names, newId } from "./shared/store";
import { comesBack, draftOf, entriesOf, expiry, restore, restoresNone, stale, untickNone, type Draft, type Visit } from "./keep/drafts";
import { onTick } from "./keep/none";
import { offlinePanel, wordsOf } from "./keep/panel";

const RETRY_MS = 15_000;
const LEAVING = "leaving";

const words = wordsOf(document);
const status = document.querySelector<HTMLElement>("[data-status]");

/** The form whose answers wait on this very page, so that the person is taken on once they are sent. */
let onThisPage: string | null = null;

/** The form that was sent last, when the server has not answered it. */
let unanswered: string | null = null;

const forms = (): HTMLFormElement[] => [...document.querySelectorAll<HTMLFormElement>("form[data-keep]")];

function nameOf(form: HTMLFormElement): string {
  return `draft.${form.dataset["keep"] || form.id}@${location.pathname}`;
}

function saveDraft(form: HTMLFormElement): void {
  keep(nameOf(form), draftOf(form, Date.now()));
}

/** Did the server answer this form? A reload, a way back, an error page or an address typed by hand is no such answer. */
function answered(parcel: Parcel): boolean {
  if (!document.referrer || !parcel.draft?.endsWith(`@${new URL(document.referrer).pathname}`)) return false;
  const [visit] = performance.getEntriesByType("navigation") as (PerformanceNavigationTiming & { responseStatus?: number })[];
  return visit?.type === "navigate" && (visit.responseStatus ?? 200) < 500 && document.querySelector(".problem, .error, [data-offline]") === null;
}

/** The form that was sent has arrived: its draft goes. It has not, and the worker says so: it waits in the queue. */
function welcome(): void {
  const left = keptValue<Parcel>(LEAVING);
  drop(LEAVING);
  if (left?.draft && answered(left)) drop(left.draft);
  else unanswered = left?.draft ?? null;
  if (unanswered && left && document.querySelector("[data-offline]")) {
    put(left);
    onThisPage = left.id;
  }
  names().filter((name) => name.startsWith("draft.") && stale(name.slice("draft.".length), keptValue<Draft>(name), Date.now())).forEach(drop);
}

function visitOf(form: HTMLFormElement): Visit {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const name = nameOf(form);
  const waits = waiting().some((parcel) => parcel.draft === name && !parcel.refused && !(parcel.expires && parcel.expires < Date.now()));
  return { reloaded: entry?.type === "reload" || unanswered === name, waits };
}

function forgetNone(form: HTMLFormElement): void {
  const draft = keptValue<Draft>(nameOf(form));
  if (!restoresNone(form.dataset["keep"] ?? "", draft, visitOf(form), Date.now())) untickNone(form);
}

/** On a slow phone a tap can come before this script. On a page freshly opened no browser ticks by itself: the tap stands. */
function touchedFirst(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry?.type === "navigate" && navigator.userActivation?.hasBeenActive === true;
}

/** On the way back the browser fills in its forms by itself, after every script has run. */
function onShow(event: PageTransitionEvent): void {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (event.persisted || entry?.type === "back_forward") forms().forEach(forgetNone);
}

function openForm(form: HTMLFormElement): void {
  const name = form.dataset["keep"] ?? "";
  const back = comesBack(name, keptValue<Draft>(nameOf(form)), visitOf(form), Date.now());
  if (!touchedFirst()) forgetNone(form);
  if (back) {
    restore(form, back);
    keep(nameOf(form), back); // what was forgotten stays so at the next reload
  }
  form.addEventListener("input", () => saveDraft(form));
  form.addEventListener("change", () => saveDraft(form));
  form.addEventListener("submit", (event) => onSubmit(event, form));
}

function parcelOf(form: HTMLFormElement, submitter: HTMLElement | null): Parcel {
  const entries = entriesOf(new FormData(form, submitter), true);
  const body = new URLSearchParams(entries).toString();
  const expires = expiry(form.dataset["keep"] ?? "", entries, Date.now());
  return { id: newId(), url: form.action, kind: "form", body, csrf: tokenOf(document) ?? "", draft: nameOf(form), expires };
}

/** Leaves with the answers in hand; without a line it does not leave at all. */
function onSubmit(event: SubmitEvent, form: HTMLFormElement): void {
  if (event.defaultPrevented || form.method.toLowerCase() !== "post") return;
  saveDraft(form);
  const parcel = parcelOf(form, event.submitter);
  waiting().filter((other) => other.draft === parcel.draft).forEach((other) => take(other.id));
  if (navigator.onLine) keep(LEAVING, parcel);
  else {
    event.preventDefault();
    put(parcel);
    onThisPage = parcel.id;
    offlinePanel(form, words);
  }
}

let sending = false;

async function sendWaiting(): Promise<void> {
  if (sending || waiting().every((parcel) => parcel.refused)) return;
  sending = true;
  await sendAll();
  sending = false;
}

async function sendAll(): Promise<void> {
  const before = new Map(waiting().map((parcel) => [parcel.id, parcel]));
  const results = await flush(tokenOf(document));
  const left = new Set(waiting().map((parcel) => parcel.id));
  before.forEach((parcel, id) => {
    if (!left.has(id) && parcel.draft) drop(parcel.draft);
  });
  if (onThisPage && !left.has(onThisPage)) takeOn(results);
  else tell(results);
}

/** The session sends its own answers. */
function openQueue(): void {
  window.addEventListener("online", () => void sendWaiting());
  setInterval(() => void (onThisPage && sendWaiting()), RETRY_MS);
  void sendWaiting();
}

function takeOn(results: Sent[]): void {
  const sent = [...results].reverse().find((result) => result.state === "sent");
  const next = sent?.state === "sent" ? sent.next : null;
  location.assign(next ?? location.href);
}

/** What became of what was sent just now; "saved" only when the server has all of it. */
function tell(results: Sent[]): void {
  const left = waiting().some((parcel) => !parcel.refused);
  const refused = results.some((result) => result.state === "refused");
  if (status) status.textContent = refused ? words.refused : left ? words.waiting : words.saved;
}

function erase(): void {
  dropAll();
  sessionStorage.clear();
  if ("caches" in window) void caches.keys().then((all) => all.filter((name) => name.includes("own")).forEach((name) => void caches.delete(name)));
}

/** Once a visit, and when the emergency number is a new one, the stored emergency page is fetched afresh. */
function keepEmergency(worker: ServiceWorker | null): void {
  const link = document.querySelector<HTMLAnchorElement>(".call a[href]");
  const shown = link ? `${link.pathname} ${link.textContent ?? ""}` : null;
  if (!worker || !link || shown === null || sessionStorage.getItem("call") === shown) return;
  sessionStorage.setItem("call", shown);
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

if (document.querySelector("[data-erased]")) erase();
else {
  welcome();
  document.addEventListener("change", onTick);
  forms().forEach(openForm);
  window.addEventListener("pageshow", onShow);
  if (document.getElementById("player") === null) openQueue();
}
void openWorker();

/** The service worker: emergency pages and today's plan open without a connection. Nothing else of a person is stored. */

const worker = self as unknown as ServiceWorkerGlobalScope;

const SHELL = "unknot-shell-1";
const OWN = "unknot-own-1";
const LANGUAGES = ["en", "fr"] as const;
const PATIENCE_MS = 6000;

/** The same for everybody: fetched once, at install. The first page lends its frame to the offline page. */
const emergency = (lang: string): string => `/${lang}/emergency/`;
const frame = (lang: string): string => `/${lang}/`;
const shellPages = LANGUAGES.flatMap((lang) => [emergency(lang), frame(lang)]);
/** The device owner's own plan, history, session and emergency words, as last seen; dropped when the data is erased. */
const OWN_PAGES = /^\/(en|fr)\/(plan|history|session|emergency)\b/;
/** Shown from the store when the line is merely slow; a session never is, its danger gate comes from the server. */
const QUICK_PAGES = /^\/(en|fr)\/(plan|history|emergency)\b/;

const STATIC = /(?:href|src)="(\/(?:static|figures)\/[^"]+)"/g;
const FIGURES = /"((?:\/[\w.-]+)+\.svg(?:\?[\w=&.-]*)?)"/g;
const LOOK = /^\/figures\/([\w-]+)/;
/** Drawings for print are fetched when a page is printed, never before. */
const PAPER = /-print-\w+\.svg/;

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ""))].filter(Boolean);
}

/** One version of a file at a time: the mark of its content stands in the query. */
async function putFile(cache: Cache, request: Request, response: Response): Promise<void> {
  const others = await cache.keys(request, { ignoreSearch: true });
  await Promise.all(others.filter((other) => other.url !== request.url).map((other) => cache.delete(other)));
  await cache.put(request, response);
}

async function keepFile(cache: Cache, url: string): Promise<void> {
  if (await cache.match(url)) return;
  const request = new Request(url);
  const response = await fetch(request).catch(() => null);
  if (response?.ok) await putFile(cache, request, response);
}

/** Stores a page with the files it is made of; figures stand in the session's data. */
async function keepPage(cache: Cache, url: string, response: Response): Promise<void> {
  const text = await response.clone().text();
  await cache.put(url, response);
  const files = [...matches(text, STATIC), ...matches(text, FIGURES)].filter((file) => !PAPER.test(file));
  const shell = await caches.open(SHELL);
  await Promise.all(files.map((file) => keepFile(shell, file)));
  await dropOldLooks(shell, files);
}

/** Drawings in the figure's colours of before are of no use once they were changed. */
async function dropOldLooks(shell: Cache, files: string[]): Promise<void> {
  const worn = new Set(files.map((file) => LOOK.exec(file)?.[1]).filter(Boolean));
  if (worn.size === 0) return;
  const kept = (await shell.keys()).map(({ url }) => new URL(url).pathname);
  const old = kept.filter((path) => LOOK.test(path) && !worn.has(LOOK.exec(path)?.[1]));
  await Promise.all(old.map((path) => shell.delete(path, { ignoreSearch: true })));
}

async function keepShell(): Promise<void> {
  const cache = await caches.open(SHELL);
  await Promise.all(shellPages.map(async (url) => {
    const response = await fetch(url, { credentials: "omit" }).catch(() => null);
    if (response?.ok && !response.redirected) await keepPage(cache, url, response);
  }));
}

/** Asked for by the page when the country has changed: the emergency page must show the new number. */
async function keepOwn(path: string): Promise<void> {
  const response = await fetch(path).catch(() => null);
  if (response?.ok && !response.redirected) await keepPage(await caches.open(OWN), path, response);
}

async function tidy(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name !== SHELL && name !== OWN);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

function withPatience(request: Request): Promise<Response> {
  return Promise.race([
    fetch(request),
    new Promise<never>((_, fail) => setTimeout(() => fail(new Error("slow")), PATIENCE_MS)),
  ]);
}

function languageOf(path: string): string {
  return LANGUAGES.find((lang) => path.startsWith(`/${lang}/`)) ?? (worker.navigator.language.startsWith("fr") ? "fr" : "en");
}

async function stored(path: string): Promise<Response | undefined> {
  for (const name of [OWN, SHELL]) {
    const found = await (await caches.open(name)).match(path, { ignoreSearch: true, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** The frame of the first page with the offline words in its middle; its links to plan and emergency stay. */
function offlineWords(html: string): string {
  const word = (name: string): string => new RegExp(`data-${name}="([^"]*)"`).exec(html)?.[1] ?? "";
  const middle = `<main id="main" tabindex="-1" class="page narrow" data-offline><h1>${word("title")}</h1><p class="lead">${word("text")}</p><p class="status" role="status" aria-live="polite" data-status></p></main>`;
  return html
    .replace(/<title>[^<]*/, `<title>${word("title")}`)
    .replace(/<main[\s\S]*<\/main>/, () => middle)
    .replace(/(<div class="bottom">)[\s\S]*?(<aside class="call")/, "$1$2");
}

/** The stored page, else the offline page of its language, marked so that it is not taken for an answer. */
async function without(path: string, method: string): Promise<Response> {
  const own = OWN_PAGES.test(path) && method === "GET" ? await stored(path) : undefined;
  if (own) return own;
  const page = await stored(frame(languageOf(path)));
  if (!page) return Response.error();
  const headers = new Headers({ "Content-Type": "text/html; charset=utf-8", "X-Unknot-Offline": "1" });
  headers.set("Content-Security-Policy", page.headers.get("Content-Security-Policy") ?? "default-src 'self'");
  return new Response(offlineWords(await page.text()), { headers });
}

async function page(request: Request, { pathname, search }: URL): Promise<Response> {
  const own = OWN_PAGES.test(pathname) && request.method === "GET";
  try {
    const response = await (own && QUICK_PAGES.test(pathname) ? withPatience(request) : fetch(request));
    const keeps = own && search === "" && response.ok && !response.redirected;
    if (keeps) void keepPage(await caches.open(OWN), pathname, response.clone());
    return response;
  } catch {
    return without(pathname, request.method);
  }
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(SHELL);
  const found = await cache.match(request, { ignoreVary: true });
  const url = new URL(request.url);
  if (found && url.search !== "") return found;
  try {
    const response = await fetch(request);
    // A look that is only tried on has no mark in its address, and is not kept.
    if (response.ok && !(LOOK.test(url.pathname) && url.search === "")) await putFile(cache, request, response.clone());
    return response;
  } catch {
    return found ?? (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? Response.error();
  }
}

worker.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => event.waitUntil(tidy()));

worker.addEventListener("message", (event) => {
  const { type, path } = (event.data ?? {}) as { type?: string; path?: string };
  if (type === "keep" && path && OWN_PAGES.test(path)) event.waitUntil(keepOwn(path));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== worker.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (request.headers.has("range")) return; // a piece of a sound cannot be stored
  else if (request.method === "GET" && (/^\/(static|figures)\//.test(url.pathname) || url.pathname.endsWith(".svg"))) {
    event.respondWith(file(request));
  }
});

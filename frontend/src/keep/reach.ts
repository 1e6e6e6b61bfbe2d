/** Can the server be reached? Asked before a form leaves the page, because a failed submit would take the page with it. */

const PATIENCE_MS = 4000;

export async function reachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    const response = await fetch("/alive", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) });
    return response.ok;
  } catch {
    return false;
  }
}

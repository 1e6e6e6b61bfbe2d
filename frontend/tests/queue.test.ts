import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { flush, put, send, waiting, type Parcel } from "../src/shared/queue";

const parcel = (id: string): Parcel => ({ id, url: "/done", kind: "json", body: "{}", csrf: "old" });

function answering(status: number, body = "{}"): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(async () => new Response(body, { status }));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
});

afterEach(() => vi.unstubAllGlobals());

it("lets answers go only when the server has them", async () => {
  put(parcel("a"));
  answering(200, '{"next_url": "/en/plan/"}');
  expect(await send(parcel("a"))).toEqual({ state: "sent", next: "/en/plan/" });
  expect(waiting()).toEqual([]);
});

it.each([403, 404, 429, 500, 503])("keeps them when the server says %i", async (status) => {
  put(parcel("a"));
  answering(status);
  expect((await send(parcel("a"))).state).toBe("waiting");
  expect(waiting()).toHaveLength(1);
});

it("keeps them without a connection, and stops there", async () => {
  put(parcel("a"));
  put(parcel("b"));
  const fetched = vi.fn(async () => Promise.reject(new TypeError("offline")));
  vi.stubGlobal("fetch", fetched);
  expect(await flush(null)).toEqual([{ state: "waiting", id: "a" }]);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(waiting().map((one) => one.id)).toEqual(["a", "b"]);
});

/** One answer after another; `null` is a broken line. */
function answeringInTurn(...answers: ([number, string] | null)[]): ReturnType<typeof vi.fn> {
  const left = [...answers];
  const fetched = vi.fn(async () => {
    const next = left.shift();
    if (!next) throw new TypeError("offline");
    return new Response(next[1], { status: next[0] });
  });
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

const FRONT = '<input type="hidden" name="csrfmiddlewaretoken" value="fresh1">';

it("fetches a fresh token when days have made its own too old, and sends once more", async () => {
  const late = { ...parcel("a"), url: "/fr/session/done/" };
  put(late);
  const fetched = answeringInTurn([403, ""], [200, FRONT], [200, '{"next_url": "/fr/plan/"}']);
  expect(await send(late)).toEqual({ state: "sent", next: "/fr/plan/" });
  expect(fetched.mock.calls.map(([url]) => url)).toEqual(["/fr/session/done/", "/fr/", "/fr/session/done/"]);
  const again = fetched.mock.calls[2]?.[1] as RequestInit;
  expect((again.headers as Record<string, string>)["X-CSRFToken"]).toBe("fresh1");
  expect(waiting()).toEqual([]);
});

it("tries a fresh token once only", async () => {
  const fetched = answeringInTurn([403, ""], [200, FRONT], [403, ""]);
  put(parcel("a"));
  expect(await send(parcel("a"))).toEqual({ state: "waiting", stuck: true });
  expect(fetched).toHaveBeenCalledTimes(3);
  expect(waiting()).toHaveLength(1);
});

it("hands on why the server refused", async () => {
  answering(409, '{"error": "nobody"}');
  expect(await send(parcel("a"))).toEqual({ state: "refused", reason: "nobody" });
  answering(400, "<html>");
  expect(await send(parcel("a"))).toEqual({ state: "refused", reason: "" });
});

it("sends two reports oldest first; one that is stuck or refused does not hold up the other", async () => {
  ["a", "b", "c"].forEach((id) => put(parcel(id)));
  answeringInTurn([404, ""], [422, "{}"], [200, "{}"]);
  expect((await flush(null)).map(({ id, state }) => [id, state])).toEqual([["a", "waiting"], ["b", "refused"], ["c", "sent"]]);
  expect(waiting().map((one) => one.id).sort()).toEqual(["a", "b"]);
});

it("stops at a server that is down, and keeps the order", async () => {
  put(parcel("a"));
  put(parcel("b"));
  const fetched = answering(503);
  await flush(null);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(waiting().map((one) => one.id)).toEqual(["a", "b"]);
});

it("does not resend what was refused, and does not throw it away", async () => {
  put(parcel("a"));
  answering(422);
  expect((await flush(null)).map((sent) => sent.state)).toEqual(["refused"]);
  const again = answering(200);
  await flush(null);
  expect(again).not.toHaveBeenCalled();
  expect(waiting()).toHaveLength(1);
});

it("puts the same answers in the queue once, and sends them with the token of the page", async () => {
  put(parcel("a"));
  put(parcel("a"));
  const fetched = answering(200);
  await flush("new");
  expect(fetched).toHaveBeenCalledTimes(1);
  const sent = fetched.mock.calls[0]?.[1] as RequestInit;
  expect((sent.headers as Record<string, string>)["X-CSRFToken"]).toBe("new");
});

it("asks again instead of sending an old none of these", async () => {
  put({ ...parcel("old"), expires: Date.now() - 1 });
  const fetched = answering(200);
  await flush(null);
  expect(fetched).not.toHaveBeenCalled();
  expect(waiting()).toEqual([]);
});

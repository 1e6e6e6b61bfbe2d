/** The screen and the sounds after what a real phone does to them: hidden, locked, called. */
import { beforeEach, expect, it, vi } from "vitest";
import { openSound } from "../src/player/sound";
import { openWake } from "../src/player/wake";

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

class Lock extends EventTarget {
  released = false;
  async release(): Promise<void> {
    if (this.released) return;
    this.released = true;
    this.dispatchEvent(new Event("release"));
  }
}

const locks: Lock[] = [];
let page: EventTarget & { visibilityState: string };

beforeEach(() => {
  locks.length = 0;
  page = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const request = async (): Promise<Lock> => {
    const lock = new Lock();
    locks.push(lock);
    return lock;
  };
  vi.stubGlobal("document", page);
  vi.stubGlobal("navigator", { wakeLock: { request } });
  return () => vi.unstubAllGlobals();
});

function becomes(state: string): void {
  page.visibilityState = state;
  page.dispatchEvent(new Event("visibilitychange"));
}

it("asks for the screen again when the page comes back, and only while the session runs", async () => {
  const wake = openWake();
  wake.hold();
  await settle();
  await locks[0]?.release(); // as the browser does when the page is hidden
  becomes("hidden");
  becomes("visible");
  await settle();
  expect(locks.map((lock) => lock.released)).toEqual([true, false]);
  wake.release();
  becomes("hidden");
  becomes("visible");
  await settle();
  expect(locks.map((lock) => lock.released)).toEqual([true, true]);
});

it("leaves no lock behind when pause and go come at once", async () => {
  const wake = openWake();
  wake.hold();
  wake.hold();
  wake.release();
  wake.hold();
  await settle();
  expect(locks.filter((lock) => !lock.released)).toHaveLength(1);
  wake.release();
  wake.hold();
  await settle();
  expect(locks.filter((lock) => !lock.released)).toHaveLength(1);
  wake.release();
  expect(locks.every((lock) => lock.released)).toBe(true);
});

it("makes the sounds anew after a call has taken them, at the next touch", () => {
  const made: { state: string; resume: ReturnType<typeof vi.fn>; close: ReturnType<typeof vi.fn> }[] = [];
  const AudioContext = vi.fn(function (this: object) {
    const one = { state: "suspended", resume: vi.fn(async () => undefined), close: vi.fn(async () => undefined) };
    made.push(one);
    return one;
  });
  vi.stubGlobal("AudioContext", AudioContext);
  vi.stubGlobal("window", { AudioContext });
  const sound = openSound();
  sound.unlock();
  expect(made[0]?.resume).toHaveBeenCalledTimes(1);
  made[0]!.state = "interrupted";
  sound.play("tick");
  expect(made[0]?.resume).toHaveBeenCalledTimes(1);
  sound.unlock();
  expect(made).toHaveLength(2);
  expect(made[0]?.close).toHaveBeenCalled();
  expect(made[1]?.resume).toHaveBeenCalled();
});

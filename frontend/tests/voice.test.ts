import { beforeEach, expect, it, vi } from "vitest";
import { openVoice, pick, pieces, type Voice } from "../src/player/voice";

interface Spoken {
  text: string;
  lang: string;
  onstart?: () => void;
  onend?: () => void;
}

/** A synthesiser that says nothing by itself: the test begins and ends each piece. */
const engine = {
  said: [] as Spoken[], voices: [] as { lang: string; localService?: boolean }[],
  speaking: false, pending: false, cancelled: 0,
  getVoices: () => engine.voices,
  speak: (one: Spoken) => void engine.said.push(one),
  cancel: () => void (engine.cancelled += 1),
};

const texts = (): string[] => engine.said.map((one) => one.text);
let voice: Voice;

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(engine, { said: [], voices: [], speaking: false, pending: false, cancelled: 0 });
  vi.stubGlobal("window", { speechSynthesis: engine });
  vi.stubGlobal("speechSynthesis", engine);
  vi.stubGlobal("SpeechSynthesisUtterance", class { constructor(readonly text: string) {} });
  voice = openVoice("fr", true, false);
  return () => void (vi.unstubAllGlobals(), vi.useRealTimers());
});

it("says a long text in pieces of whole sentences, so that no voice falls silent in the middle", () => {
  const sentence = "Slowly lift the right arm as far as it goes.";
  const long = Array(9).fill(sentence).join(" ");
  voice.say(long);
  expect(texts().length).toBeGreaterThan(1);
  expect(texts().every((text) => text.length <= 150 && text.endsWith("."))).toBe(true);
  expect(texts().join(" ")).toBe(long);
  expect(pieces("Hold 5 seconds")).toEqual(["Hold 5 seconds"]);
});

it("speaks while the voices are still being loaded, and stays silent when none is of the language", () => {
  voice.say("Tenez");
  engine.voices = [{ lang: "en-GB" }];
  voice.say("Tenez");
  engine.voices = [{ lang: "en-GB" }, { lang: "fr_FR" }];
  voice.say("Tenez");
  expect(engine.said).toHaveLength(2);
});

it("frees a voice that is stuck before it says what prepares", () => {
  voice.say("Un.", false);
  engine.speaking = true;
  engine.said[0]?.onstart?.();
  vi.advanceTimersByTime(10_000);
  voice.say("Deux.", false);
  expect(engine.cancelled).toBe(0);
  vi.advanceTimersByTime(10_000);
  voice.say("Trois.", false);
  expect(engine.cancelled).toBe(1);
  expect(texts()).toEqual(["Un.", "Deux.", "Trois."]);
});

it("does not take a pause for a voice that is stuck", () => {
  voice.say("Un.", false);
  engine.said[0]?.onstart?.();
  engine.said[0]?.onend?.();
  vi.advanceTimersByTime(60_000);
  engine.speaking = true;
  voice.say("Deux.", false);
  expect(engine.cancelled).toBe(0);
});

it("takes a voice of the device before one from the net", () => {
  const voices = [{ lang: "fr-CA", localService: false }, { lang: "fr-FR", localService: true }] as SpeechSynthesisVoice[];
  expect(pick(voices, "fr")).toBe(voices[1]);
});

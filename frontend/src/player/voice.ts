/** Spoken cues. Everything said is also on the screen, so silence is never a failure. */

export interface Voice {
  on: boolean;
  slow: boolean;
  /** False when the device has voices, but none of this language. */
  speaks(): boolean;
  say(text: string, cutIn?: boolean): void;
  hush(): void;
}

/** The best local voice of the language; a voice of another country still beats one of another language. */
export function pick(voices: SpeechSynthesisVoice[], lang: string): SpeechSynthesisVoice | null {
  const same = voices.filter((voice) => voice.lang.toLowerCase().startsWith(lang));
  const rank = (voice: SpeechSynthesisVoice): number => (voice.localService ? 2 : 0) + (voice.default ? 1 : 0);
  return [...same].sort((a, b) => rank(b) - rank(a))[0] ?? null;
}

const RATE = { usual: 0.95, slow: 0.75 };

function utterance(text: string, lang: string, slow: boolean): SpeechSynthesisUtterance {
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.lang = lang === "fr" ? "fr-FR" : "en-GB";
  spoken.rate = slow ? RATE.slow : RATE.usual;
  const voice = pick(speechSynthesis.getVoices(), lang);
  if (voice) spoken.voice = voice;
  return spoken;
}

/** Chrome's voices from the net fall silent for good after some 15 seconds: nothing is said in one breath for so long. */
const LONGEST = 150;
const STUCK_MS = 16_000;

/** A long text as pieces of whole sentences, each at most `LONGEST` signs where its sentences allow. */
export function pieces(text: string): string[] {
  const found: string[] = [];
  for (const one of text.match(/.+?[.!?](?=\s|$)|.+$/g) ?? []) {
    const sentence = one.trim();
    const last = found[found.length - 1];
    if (last !== undefined && last.length + sentence.length < LONGEST) found[found.length - 1] = `${last} ${sentence}`;
    else found.push(sentence);
  }
  return found;
}

export function openVoice(lang: string, on: boolean, slow: boolean): Voice {
  const able = "speechSynthesis" in window;
  let begun: number | null = null; // when the piece that is being said began
  const queued = new Set<SpeechSynthesisUtterance>(); // held here: some browsers forget what only they hold
  const hush = (): void => {
    queued.clear();
    begun = null;
    if (able && (speechSynthesis.speaking || speechSynthesis.pending)) speechSynthesis.cancel();
  };
  const stuck = (): boolean => begun !== null && Date.now() - begun > STUCK_MS;
  const speaks = (): boolean => able && (speechSynthesis.getVoices().length === 0 || pick(speechSynthesis.getVoices(), lang) !== null);
  const speak = (text: string): void => {
    const spoken = utterance(text, lang, voice.slow);
    queued.add(spoken);
    spoken.onstart = () => (begun = queued.has(spoken) ? Date.now() : begun);
    spoken.onend = spoken.onerror = () => {
      if (queued.delete(spoken)) begun = null;
    };
    speechSynthesis.speak(spoken);
  };
  const voice: Voice = {
    speaks,
    on,
    slow,
    say(text, cutIn = true) {
      if (!voice.on || !speaks() || text.trim() === "") return;
      if (cutIn || stuck()) hush();
      pieces(text).forEach(speak);
    },
    hush,
  };
  return voice;
}

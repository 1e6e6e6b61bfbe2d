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

export function openVoice(lang: string, on: boolean, slow: boolean): Voice {
  const able = "speechSynthesis" in window;
  const hush = (): void => {
    if (able && (speechSynthesis.speaking || speechSynthesis.pending)) speechSynthesis.cancel();
  };
  const speaks = (): boolean => able && (speechSynthesis.getVoices().length === 0 || pick(speechSynthesis.getVoices(), lang) !== null);
  const voice: Voice = {
    speaks,
    on,
    slow,
    say(text, cutIn = true) {
      if (!voice.on || !speaks() || text.trim() === "") return;
      if (cutIn) hush();
      speechSynthesis.speak(utterance(text, lang, voice.slow));
    },
    hush,
  };
  return voice;
}

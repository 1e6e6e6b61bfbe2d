/** Sounds and vibrations that can be told apart without looking: hold, change, end, tick. The buzz stays when sounds are off. */

export type Signal = "hold" | "change" | "end" | "tick";

/** [hertz, start in seconds, length in seconds] */
type Note = [number, number, number];

const TUNES: Record<Signal, Note[]> = {
  hold: [[392, 0, 0.5]],
  change: [[523, 0, 0.14], [659, 0.17, 0.2]],
  end: [[659, 0, 0.22], [523, 0.25, 0.22], [392, 0.5, 0.6]],
  tick: [[523, 0, 0.07]],
};

const BUZZ: Record<Signal, number[]> = { hold: [250], change: [70, 70, 70], end: [300, 120, 300], tick: [30] };

export interface Sound {
  on: boolean;
  /** Must be called inside a tap or key press: browsers keep sound locked until then. */
  unlock(): void;
  play(signal: Signal): void;
}

function note(audio: AudioContext, [hertz, start, length]: Note): void {
  const tone = audio.createOscillator();
  const level = audio.createGain();
  const from = audio.currentTime + start;
  tone.frequency.value = hertz;
  level.gain.setValueAtTime(0, from);
  level.gain.linearRampToValueAtTime(0.22, from + 0.02);
  level.gain.exponentialRampToValueAtTime(0.001, from + length);
  tone.connect(level).connect(audio.destination);
  tone.start(from);
  tone.stop(from + length + 0.05);
}

/** After a call or a locked screen iPhones leave a context that never sounds again, even when resumed. */
function lost(audio: AudioContext): boolean {
  return (audio.state as string) === "interrupted" || audio.state === "closed";
}

function wakeUp(audio: AudioContext): void {
  if (audio.state === "suspended") void audio.resume().catch(() => undefined);
}

export function openSound(on = true): Sound {
  let audio: AudioContext | null = null;
  const sound: Sound = {
    on,
    unlock() {
      if (!("AudioContext" in window)) return;
      if (audio && lost(audio)) {
        void audio.close().catch(() => undefined);
        audio = null;
      }
      audio ??= new AudioContext();
      wakeUp(audio);
    },
    play(signal) {
      const ready = audio;
      if (ready) wakeUp(ready);
      if (sound.on && ready && ready.state === "running") TUNES[signal].forEach((one) => note(ready, one));
      if ("vibrate" in navigator && navigator.userActivation?.hasBeenActive !== false) navigator.vibrate(BUZZ[signal]);
    },
  };
  return sound;
}

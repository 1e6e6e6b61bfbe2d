/** What a person chose about voice, sounds and control; kept on the device. */
import { keep, keptValue } from "../shared/store";
import type { Manner } from "./telling";

export interface Settings {
  voice: boolean;
  sounds: boolean;
  /** A slower voice. */
  slow: boolean;
  /** Say the steps of known exercises too. */
  full: boolean;
  oneButton: boolean;
}

export type Setting = keyof Settings;

const NAME = "player";
const USUAL: Settings = { voice: true, sounds: true, slow: false, full: false, oneButton: false };
/** A slower voice needs this much more time. */
const SLOW_TALK = 1.3;

export function readSettings(): Settings {
  const voice = keptValue<boolean>("voice"); // where earlier versions kept it
  return { ...USUAL, ...(voice === null ? {} : { voice }), ...keptValue<Partial<Settings>>(NAME) };
}

export function keepSettings(settings: Settings): void {
  keep(NAME, settings);
}

export function mannerOf(settings: Settings, pace: number): Manner {
  return { pace, talk: settings.slow ? SLOW_TALK : 1, full: settings.full, oneButton: settings.oneButton };
}

/** What the parts of the player share: the session, its state, and the way from one page to the next. */
import type { Exercise, SessionData } from "./session";
import type { Media } from "./media";
import type { Run } from "./run";
import type { Screen } from "./screen";
import type { Settings } from "./settings";
import type { Sound } from "./sound";
import type { Stage as Figure } from "./figure";
import type { Result, Stage, State } from "./state";
import type { Telling } from "./telling";
import type { Transcript } from "./transcript";
import type { Voice } from "./voice";
import type { Wake } from "./wake";

export interface Desk {
  data: SessionData;
  settings: Settings;
  voice: Voice;
  sound: Sound;
  wake: Wake;
  media: Media;
  figure: Figure;
  screen: Screen;
  run: Run;
  say(id: string, values?: Record<string, string | number>): string;
  state(): State;
  update(to: State): void;
  exercises(): Exercise[];
  here(): Exercise | undefined;
  /** The telling of one exercise among `order`. */
  telling(order: Exercise[], at: number): Telling;
  transcript(order: Exercise[]): Transcript;
  /** Writes down what became of the exercise under way. */
  outcome(result: Partial<Result>): void;
  go(to: Stage): void;
  /** Back to where we were: the exercise, paused, or the page that was open. */
  resume(): void;
  load(): void;
  play(): void;
  onward(): void;
  hurt(): void;
  swaps(): Exercise[];
  swapTo(exercise: Exercise, reason: Result["reason"]): void;
  help(): void;
}

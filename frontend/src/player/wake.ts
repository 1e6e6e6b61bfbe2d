/** Keeps the screen lit while the exercise runs; given back on pause. Silently absent where not supported. */

export interface Wake {
  hold(): void;
  release(): void;
}

export function openWake(): Wake {
  let wanted = false;
  let asking = false;
  let lock: WakeLockSentinel | null = null;
  const give = (): void => {
    const held = lock;
    lock = null;
    void held?.release();
  };
  const ask = async (): Promise<void> => {
    if (!wanted || lock || asking || !("wakeLock" in navigator) || document.visibilityState !== "visible") return;
    asking = true;
    try {
      const got = await navigator.wakeLock.request("screen");
      got.addEventListener("release", () => (lock = lock === got ? null : lock));
      lock = got;
    } catch {
      lock = null; // low battery or refused: the session's state survives the lock anyway
    }
    asking = false;
    if (!wanted) give();
  };
  document.addEventListener("visibilitychange", () => void ask());
  return {
    hold() {
      wanted = true;
      void ask();
    },
    release() {
      wanted = false;
      give();
    },
  };
}

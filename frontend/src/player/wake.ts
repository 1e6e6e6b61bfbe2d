/** Keeps the screen lit while the exercise runs; given back on pause. Silently absent where not supported. */

export interface Wake {
  hold(): void;
  release(): void;
}

export function openWake(): Wake {
  let wanted = false;
  let lock: WakeLockSentinel | null = null;
  const ask = async (): Promise<void> => {
    if (!wanted || lock || !("wakeLock" in navigator) || document.visibilityState !== "visible") return;
    try {
      lock = await navigator.wakeLock.request("screen");
      lock.addEventListener("release", () => (lock = null));
      if (!wanted) void lock.release();
    } catch {
      lock = null; // low battery or refused: the session's state survives the lock anyway
    }
  };
  document.addEventListener("visibilitychange", () => void ask());
  return {
    hold() {
      wanted = true;
      void ask();
    },
    release() {
      wanted = false;
      void lock?.release();
    },
  };
}

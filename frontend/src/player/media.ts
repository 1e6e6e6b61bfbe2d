/**
 * Headset buttons and the lock screen. A silent file plays while the session runs, so that the device takes the page
 * for a player and lets its clock go on with the screen off. Silently absent where not supported.
 */

export interface Acts {
  play(): void;
  pause(): void;
  next(): void;
  again(): void;
}

export interface Media {
  /** Inside a tap or key press. */
  play(title: string, album: string): void;
  pause(): void;
  stop(): void;
}

const none: Media = { play: () => undefined, pause: () => undefined, stop: () => undefined };

function listen(session: MediaSession, acts: Acts): void {
  const handlers: [MediaSessionAction, () => void][] = [
    ["play", acts.play], ["pause", acts.pause], ["stop", acts.pause], ["nexttrack", acts.next], ["previoustrack", acts.again],
  ];
  for (const [action, act] of handlers) {
    try {
      session.setActionHandler(action, act);
    } catch {
      // an action this browser does not know
    }
  }
}

export function openMedia(url: string | null | undefined, acts: Acts): Media {
  if (!url || !("mediaSession" in navigator) || !("MediaMetadata" in window)) return none;
  const session = navigator.mediaSession;
  const silence = new Audio();
  silence.loop = true;
  silence.preload = "none";
  listen(session, acts);
  silence.addEventListener("pause", () => {
    if (silence.paused && session.playbackState === "playing") acts.pause(); // a call, or the headset was pulled out
  });
  return {
    play(title, album) {
      silence.src ||= url;
      session.metadata = new MediaMetadata({ title, album, artist: "Unknot" });
      session.playbackState = "playing";
      void silence.play().catch(() => undefined); // no sound allowed yet, or no connection
    },
    pause() {
      session.playbackState = "paused";
      silence.pause();
    },
    stop() {
      session.playbackState = "none";
      silence.pause();
      session.metadata = null;
    },
  };
}

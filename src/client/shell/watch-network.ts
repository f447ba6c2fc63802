/** How long the network must be gone before the reader is told, in ms: short gaps don't matter. */
const patienceMs = 5000;

/** Calls `onLost` once the network has been gone for a while, and `onBack` when it returns. */
export function watchNetwork(onLost: () => void, onBack: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const startTimer = () => {
    clearTimeout(timer);
    timer = setTimeout(onLost, patienceMs);
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  if (!navigator.onLine) startTimer();
  addEventListener("offline", startTimer, { signal });
  addEventListener(
    "online",
    () => {
      clearTimeout(timer);
      onBack();
    },
    { signal },
  );
}

/** How long the network must be gone before anything is said, in ms: short gaps are no news. */
const patienceMs = 5000;

/** Calls `onLost` once the network has been gone for a while, and `onBack` when it returns. */
export function watchNetwork(onLost: () => void, onBack: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lose = () => {
    clearTimeout(timer);
    timer = setTimeout(onLost, patienceMs);
  };
  if (!navigator.onLine) lose();
  addEventListener("offline", lose, { signal });
  addEventListener(
    "online",
    () => {
      clearTimeout(timer);
      onBack();
    },
    { signal },
  );
}

/** Where progress is shown: a part of `process.stderr`. */
interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const barLength = 24;

function formatMinutes(seconds: number): string {
  return seconds < 60 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

/**
 * Shows how far a long work is: a bar with the time left on a terminal, a line for each tenth
 * elsewhere.
 *
 * @returns a function that is told the share done, from 0 to 1
 */
export function showProgress(name: string, output: Output, now = () => performance.now()) {
  const began = now();
  let shown = -1;
  return (share: number): void => {
    const left = share > 0 ? ((now() - began) / 1000) * (1 / share - 1) : 0;
    const percent = Math.floor(share * 100);
    const rest = share < 1 ? `${formatMinutes(left)} left` : formatMinutes((now() - began) / 1000);
    if (output.isTTY) {
      const full = Math.round(share * barLength);
      const bar = "█".repeat(full) + "░".repeat(barLength - full);
      output.write(`\r${name} ${bar} ${percent} %, ${rest}\u001B[K${share < 1 ? "" : "\n"}`);
    } else if (Math.floor(percent / 10) > shown) {
      shown = Math.floor(percent / 10);
      output.write(`${name}: ${percent} %, ${rest}\n`);
    }
  };
}

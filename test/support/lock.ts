import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** How long to wait between two attempts to get a lock, in ms. */
const retryMs = 200;

/** Whether the process that wrote a lock file has ended without removing it. */
function isAbandoned(file: string): boolean {
  let owner: number;
  try {
    owner = Number(readFileSync(file, "utf8"));
  } catch {
    // Released in the meantime.
    return false;
  }
  // Created, but its number not yet written.
  if (!owner) return false;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/**
 * Runs `act` while no other process on this machine holds the lock `file`; waits until then,
 * without yielding. A lock that was left by a process that no longer runs is taken over.
 */
export function withLock<Result>(file: string, act: () => Result): Result {
  mkdirSync(dirname(file), { recursive: true });
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      if (isAbandoned(file)) rmSync(file, { force: true });
      else Atomics.wait(pause, 0, 0, retryMs);
    }
  }
  try {
    return act();
  } finally {
    rmSync(file, { force: true });
  }
}

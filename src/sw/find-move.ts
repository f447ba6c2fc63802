import type { Move } from "../core/moved.ts";

/**
 * Whether the host redirects the address of the service worker to another place. The browser
 * refuses such a worker, so that the one it has would serve its copy for ever. The worker asks, not
 * the page, in whose console each try without a network would be an error.
 *
 * @param worker the address of the worker
 */
export async function findMove(worker: string): Promise<Move | undefined> {
  const options = { method: "HEAD", cache: "no-store" } as const;
  const answer = await fetch(worker, { ...options, redirect: "manual" }).catch(() => undefined);
  if (answer?.type !== "opaqueredirect") return undefined;
  // The policy allows it to follow within this origin only.
  const followed = await fetch(worker, options).catch(() => undefined);
  if (!followed) return { to: undefined };
  const to = new URL(".", followed.url).href;
  if (to === new URL(".", worker).href) return undefined;
  // What asks for a name and a password is no reader.
  const version = await fetch(`${to}version.json`, { cache: "no-store" })
    .then((response) => response.json())
    .catch(() => undefined);
  return Object(version).texts && { to };
}

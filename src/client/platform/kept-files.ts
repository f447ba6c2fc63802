/** Why a file was not kept: no network, no room, not the whole of it, or no storage at all. */
export type KeepFailure = "network" | "full" | "incomplete" | "refused";

/** How keeping a file ended. */
export type KeepResult = "kept" | "stopped" | KeepFailure;

const partOf = (address: string) => `${address}?part`;

async function open(cache: string): Promise<Cache | undefined> {
  try {
    return await caches.open(cache);
  } catch {
    // Private windows and old engines: nothing can be kept, and nothing is.
    return undefined;
  }
}

/** Whether a file is kept as a whole. */
export async function isKept(cache: string, address: string): Promise<boolean> {
  return Boolean(await (await open(cache))?.match(address));
}

/** Forgets a file, and what has come of it so far. */
export async function forget(cache: string, address: string): Promise<void> {
  const kept = await open(cache);
  await Promise.all([kept?.delete(address), kept?.delete(partOf(address))]);
}

/** Forgets what an older version left: files whose addresses begin alike, but for those named. */
export async function forgetOlder(
  cache: string,
  beginning: string,
  addresses: readonly string[],
): Promise<void> {
  const kept = await open(cache);
  const own = addresses.flatMap((address) => [address, partOf(address)]);
  const hrefOf = (address: string) => new URL(address, location.href).href;
  const wanted = new Set(own.map(hrefOf));
  for (const request of (await kept?.keys()) ?? [])
    if (request.url.startsWith(hrefOf(beginning)) && !wanted.has(request.url))
      await kept?.delete(request);
}

/**
 * Fetches an MP3 and keeps it for when there is no network. Goes on where an earlier try was cut off; tells, in bytes,
 * how far it is. Keeps the whole file, or the beginning for the next try, or, where there is no room, nothing.
 */
export async function keepAudio(
  cache: string,
  address: string,
  bytes: number,
  tell: (received: number) => void,
  signal: AbortSignal,
): Promise<KeepResult> {
  const kept = await open(cache);
  if (!kept) return "refused";
  const parts: BlobPart[] = [];
  let received = 0;
  const add = (part: Blob | Uint8Array<ArrayBuffer>, length: number) => {
    parts.push(part);
    received += length;
    tell(received);
  };
  const finish = async (result: KeepResult): Promise<KeepResult> => {
    const isWhole = result === "kept";
    const type = "audio/mpeg";
    try {
      const body = new Blob(parts, { type });
      const headers = { "Content-Type": type, "Content-Length": String(body.size) };
      if (body.size > 0 && result !== "incomplete")
        await kept.put(isWhole ? address : partOf(address), new Response(body, { headers }));
      if (isWhole || result === "incomplete") await kept.delete(partOf(address));
      return result;
    } catch {
      // The disk is full: what could not be kept whole is not kept.
      await forget(cache, address);
      return "full";
    }
  };
  try {
    const before = await (await kept.match(partOf(address)))?.blob();
    const isGoingOn = before !== undefined && before.size < bytes;
    const response = await fetch(address, {
      signal,
      headers: isGoingOn ? { Range: `bytes=${before.size}-` } : {},
    });
    if (!response.ok || !response.body) return "network";
    if (isGoingOn && response.status === 206) add(before, before.size);
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      add(value, value.length);
    }
    return await finish(received === bytes ? "kept" : "incomplete");
  } catch {
    // Cut off, by the reader or by the network: the beginning is kept for the next try.
    return finish(signal.aborted ? "stopped" : "network");
  }
}

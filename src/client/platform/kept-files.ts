/**
 * Why a file was not stored: no network, no room, a length other than expected, or no Cache API.
 */
export type KeepFailure = "network" | "full" | "incomplete" | "refused";

/** How storing a file ended. */
export type KeepResult = "kept" | "stopped" | KeepFailure;

const partOf = (address: string) => `${address}?part`;

async function open(cache: string): Promise<Cache | undefined> {
  try {
    return await caches.open(cache);
  } catch {
    // A private window or an old engine.
    return undefined;
  }
}

/** Whether a whole file is stored. */
export async function isKept(cache: string, address: string): Promise<boolean> {
  return Boolean(await (await open(cache))?.match(address));
}

/** Deletes a file, and what an unfinished download has stored of it. */
export async function forget(cache: string, address: string): Promise<void> {
  const kept = await open(cache);
  await Promise.all([kept?.delete(address), kept?.delete(partOf(address))]);
}

/**
 * Deletes the files of older versions: those whose addresses have a common prefix, except those
 * given.
 */
export async function forgetOlder(
  cache: string,
  prefix: string,
  addresses: readonly string[],
): Promise<void> {
  const kept = await open(cache);
  const own = addresses.flatMap((address) => [address, partOf(address)]);
  const hrefOf = (address: string) => new URL(address, location.href).href;
  const wanted = new Set(own.map(hrefOf));
  for (const request of (await kept?.keys()) ?? [])
    if (request.url.startsWith(hrefOf(prefix)) && !wanted.has(request.url))
      await kept?.delete(request);
}

/**
 * Downloads an MP3 into a cache. Resumes an earlier download by a range request, and reports the
 * bytes received. Stores the whole file, or what has come of it for the next try, or, where there
 * is no room, nothing.
 *
 * @param bytes the expected size
 */
export async function keepAudio(
  cache: string,
  address: string,
  bytes: number,
  report: (received: number) => void,
  signal: AbortSignal,
): Promise<KeepResult> {
  const kept = await open(cache);
  if (!kept) return "refused";
  const parts: BlobPart[] = [];
  let received = 0;
  const add = (part: Blob | Uint8Array<ArrayBuffer>, length: number) => {
    parts.push(part);
    received += length;
    report(received);
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
      // The disk is full: a part of the file would only take more of it.
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
    // Cut off, by the reader or by the network.
    return finish(signal.aborted ? "stopped" : "network");
  }
}

/**
 * Why a file was not stored: no network, no room, a length other than expected, an answer that is
 * none of the file's, or no Cache API.
 */
export type KeepFailure = "network" | "full" | "incomplete" | "foreign" | "refused";

/** How storing a file ended. */
export type KeepResult = "kept" | "stopped" | KeepFailure;

/** Names of caches: the first is written to; the others hold what earlier versions have stored. */
export type CacheNames = readonly [own: string, ...earlier: string[]];

const partOf = (address: string) => `${address}?part`;
const hrefOf = (address: string) => new URL(address, location.href).href;
const audioType = "audio/mpeg";

/** The caches that there are; none in a private window or an old engine. */
async function openAll([own, ...earlier]: CacheNames): Promise<Cache[]> {
  try {
    const opened = [await caches.open(own)];
    for (const name of earlier) if (await caches.has(name)) opened.push(await caches.open(name));
    return opened;
  } catch {
    return [];
  }
}

/** What is stored of a file or of its part. */
async function find(opened: readonly Cache[], address: string): Promise<Response | undefined> {
  for (const cache of opened) {
    const found = await cache.match(address, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** The stored answer for a whole file, if there is one. */
export async function findKept(names: CacheNames, address: string): Promise<Response | undefined> {
  return find(await openAll(names), address);
}

/** Whether anything is stored whose address has a prefix: a file, or a part of one. */
export async function isAnyKept(names: CacheNames, prefix: string): Promise<boolean> {
  for (const cache of await openAll(names))
    for (const { url } of await cache.keys()) if (url.startsWith(hrefOf(prefix))) return true;
  return false;
}

/** Deletes the files, and parts, whose addresses have a prefix, except those of some files. */
export async function forget(
  names: CacheNames,
  prefix: string,
  except: readonly string[] = [],
): Promise<void> {
  const wanted = new Set(except.flatMap((each) => [hrefOf(each), hrefOf(partOf(each))]));
  for (const cache of await openAll(names))
    for (const request of await cache.keys())
      if (request.url.startsWith(hrefOf(prefix)) && !wanted.has(request.url))
        await cache.delete(request);
}

/** Stores a text as a file. Returns whether it is stored. */
export async function keepText(
  names: CacheNames,
  address: string,
  text: string,
  type: string,
): Promise<boolean> {
  try {
    const [cache] = await openAll(names);
    await cache?.put(address, new Response(text, { headers: { "Content-Type": type } }));
    return cache !== undefined;
  } catch {
    // The disk is full.
    return false;
  }
}

const isAudio = ({ headers }: Response) =>
  /^(audio\/|application\/octet-stream)/.test(headers.get("Content-Type") ?? "");

/**
 * Fetches a file from one of its bytes on, or as a whole where the server answers so. Throws where
 * it can't be had; an answer that is no sound comes from the network, not from the server.
 */
async function fetchAudio(
  address: string,
  from: number,
  bytes: number,
  signal: AbortSignal,
): Promise<Response | "foreign"> {
  const headers: HeadersInit = from > 0 ? { Range: `bytes=${from}-` } : {};
  const response = await fetch(address, { signal, headers });
  const { status } = response;
  const isRest = response.headers.get("Content-Range") === `bytes ${from}-${bytes - 1}/${bytes}`;
  // Another part than was asked for, or none: the file is fetched anew.
  if (from > 0 && (status === 416 || (status === 206 && !isRest)))
    return fetchAudio(address, 0, bytes, signal);
  if (status !== 200 && !(status === 206 && from > 0)) throw new TypeError(String(status));
  return isAudio(response) ? response : "foreign";
}

/**
 * Downloads an MP3 into a cache. Resumes an earlier download by a range request, and reports the
 * bytes received. Stores the whole file, or what has come of it for the next try if that is more
 * than there was, or, where there is no room, nothing.
 *
 * @param bytes the expected size
 */
export async function keepAudio(
  names: CacheNames,
  address: string,
  bytes: number,
  report: (received: number) => void,
  signal: AbortSignal,
): Promise<KeepResult> {
  const opened = await openAll(names);
  const [cache] = opened;
  if (!cache) return "refused";
  const parts: BlobPart[] = [];
  let before = 0;
  let received = 0;
  const add = (part: Blob | Uint8Array<ArrayBuffer>, length: number) => {
    parts.push(part);
    received += length;
    report(received);
  };
  const finish = async (result: KeepResult): Promise<KeepResult> => {
    const isWhole = result === "kept";
    const body = new Blob(parts, { type: audioType });
    const headers = { "Content-Type": audioType, "Content-Length": String(body.size) };
    try {
      if (isWhole || (result !== "incomplete" && body.size > before))
        await cache.put(isWhole ? address : partOf(address), new Response(body, { headers }));
      if (isWhole || received > bytes)
        await Promise.all(opened.map((each) => each.delete(partOf(address))));
      return result;
    } catch {
      // The disk is full: a part of the file would only take more of it.
      await forget(names, address);
      return "full";
    }
  };
  try {
    const part = await (await find(opened, partOf(address)))?.blob();
    before = part?.size ?? 0;
    const response = await fetchAudio(address, before < bytes ? before : 0, bytes, signal);
    if (response === "foreign") return "foreign";
    const goesOn = response.status === 206;
    if (goesOn && part) add(part, before);
    const reader = response.body?.getReader();
    if (!reader) return "network";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      add(value, value.length);
    }
    if (received === bytes) return await finish("kept");
    // A rest that ends too soon was cut off by what stands between.
    return await finish(goesOn && received < bytes ? "network" : "incomplete");
  } catch {
    // Cut off, by the reader or by the network.
    return finish(signal.aborted ? "stopped" : "network");
  }
}

import { Blob as NodeBlob } from "node:buffer";
import { vi } from "vitest";

/** An in-memory implementation of the browser's caches. */
export interface FakeCaches {
  /** The paths in a cache, in order. */
  paths(cache: string): string[];
  /** The bytes held under a path. */
  bytes(cache: string, path: string): number;
  /** Rejects writes from now on, as a full disk does. */
  fill(): void;
}

interface Stored {
  readonly blob: Blob;
  readonly init: { readonly status: number; readonly headers: Headers };
}

/** Gives jsdom the Cache API. */
export function fakeCaches(): FakeCaches {
  const all = new Map<string, Map<string, Stored>>();
  let isFull = false;
  const hrefOf = (address: string | Request) =>
    new URL(typeof address === "string" ? address : address.url, location.href).href;
  const open = async (name: string) => {
    const held = all.get(name) ?? new Map<string, Stored>();
    all.set(name, held);
    const put = async (address: string, response: Response) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      if (response.status === 206) throw new TypeError("a part of a file");
      if (response.headers.get("Vary") === "*") throw new TypeError("Vary: *");
      const { status, headers } = response;
      held.set(hrefOf(address), { blob: await response.blob(), init: { status, headers } });
    };
    return {
      put,
      async match(address: string) {
        const found = held.get(hrefOf(address));
        return found && new Response(found.init.status === 204 ? null : found.blob, found.init);
      },
      delete: async (address: string | Request) => held.delete(hrefOf(address)),
      keys: async () => [...held.keys()].map((url) => ({ url })),
    };
  };
  vi.stubGlobal("caches", { open, has: async (name: string) => all.has(name) });
  // jsdom's class is not accepted by Node's `Response`.
  vi.stubGlobal("Blob", NodeBlob);
  const pathOf = (href: string) => href.slice(location.origin.length);
  return {
    paths: (cache) => [...(all.get(cache)?.keys() ?? [])].map(pathOf),
    bytes: (cache, path) => all.get(cache)?.get(hrefOf(path))?.blob.size ?? 0,
    fill() {
      isFull = true;
    },
  };
}

/**
 * A host's answer for a file: how many bytes of which type, as which stretch of the file, by default
 * the one that was asked for of a thousand bytes, and what happens to the connection then.
 */
export interface Sent {
  readonly status?: number;
  readonly type?: string;
  readonly range?: string;
  readonly bytes?: number;
  readonly line?: "closed" | "cut" | "open";
}

/**
 * Answers requests in the given order, then with 404; returns the requests made so far, as path and
 * requested range.
 */
export function fakeHost(...answers: Sent[]): string[] {
  const requests: string[] = [];
  vi.stubGlobal("fetch", async (address: string, { signal, headers }: RequestInit = {}) => {
    const range = new Headers(headers).get("Range");
    requests.push(range ? `${address} ${range}` : address);
    const answer = answers.shift();
    if (!answer) return new Response(null, { status: 404 });
    const { status = 200, bytes = 0, line = "closed", type = "audio/mpeg" } = answer;
    const stretch = answer.range ?? `bytes ${/\d+/.exec(range ?? "")}-999/1000`;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        if (bytes > 0) controller.enqueue(new Uint8Array(bytes));
        signal?.addEventListener("abort", () => controller.error(signal.reason));
        if (line === "closed") controller.close();
        // Bytes already sent arrive before the connection is cut.
        if (line === "cut") setTimeout(() => controller.error(new TypeError("network")));
      },
    });
    return new Response(status === 204 ? null : body, {
      status,
      headers: { "Content-Type": type, ...(status === 206 && { "Content-Range": stretch }) },
    });
  });
  return requests;
}

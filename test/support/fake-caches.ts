import { Blob as NodeBlob } from "node:buffer";
import { vi } from "vitest";

/** An in-memory implementation of the browser's caches. */
export interface FakeCaches {
  /** The paths in a cache, in order. */
  paths(cache: string): string[];
  /** The bytes held under a path. */
  bytes(cache: string, path: string): Promise<number>;
  /** Rejects writes from now on, as a full disk does. */
  fill(): void;
}

/** Gives jsdom the Cache API. */
export function fakeCaches(): FakeCaches {
  const all = new Map<string, Map<string, Blob>>();
  let isFull = false;
  const hrefOf = (address: string | Request) =>
    new URL(typeof address === "string" ? address : address.url, location.href).href;
  const open = async (name: string) => {
    const held = all.get(name) ?? new Map<string, Blob>();
    all.set(name, held);
    const put = async (address: string, response: Response) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      held.set(hrefOf(address), await response.blob());
    };
    return {
      put,
      async add(address: string) {
        const response = await fetch(address);
        if (!response.ok) throw new TypeError(`${address}: ${response.status}`);
        await put(address, response);
      },
      async match(address: string) {
        const blob = held.get(hrefOf(address));
        return blob && new Response(blob);
      },
      delete: async (address: string | Request) => held.delete(hrefOf(address)),
      keys: async () => [...held.keys()].map((url) => ({ url })),
    };
  };
  vi.stubGlobal("caches", { open });
  // jsdom's class is not accepted by Node's `Response`.
  vi.stubGlobal("Blob", NodeBlob);
  const pathOf = (href: string) => href.slice(location.origin.length);
  return {
    paths: (cache) => [...(all.get(cache)?.keys() ?? [])].map(pathOf),
    bytes: async (cache, path) =>
      (await all.get(cache)?.get(hrefOf(path))?.arrayBuffer())?.byteLength ?? 0,
    fill() {
      isFull = true;
    },
  };
}

/**
 * A host's answer for a file: how many bytes, from which offset, and what happens to the connection
 * then.
 */
export interface Sent {
  readonly status?: number;
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
    const { status = 200, bytes = 0, line = "closed" } = answer;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        if (bytes > 0) controller.enqueue(new Uint8Array(bytes));
        signal?.addEventListener("abort", () => controller.error(signal.reason));
        if (line === "closed") controller.close();
        // Bytes already sent arrive before the connection is cut.
        if (line === "cut") setTimeout(() => controller.error(new TypeError("network")));
      },
    });
    return new Response(body, { status });
  });
  return requests;
}

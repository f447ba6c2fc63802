import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".mp3": "audio/mpeg",
  ".vtt": "text/vtt",
  ".txt": "text/plain; charset=utf-8",
};

/** Handles a request instead of the file server; returns false to leave it to the server. */
export type Intercept = (request: IncomingMessage, response: ServerResponse) => boolean;

/** A local HTTP server for a build, as a small host might run one. */
export interface TestServer {
  /** The site's URL with base path and trailing slash. */
  readonly url: string;
  readonly port: number;
  /** The requested paths so far, in order. */
  readonly requests: string[];
  /** Serves another build from now on, as after a deployment; of several readers, of the one there. */
  deploy(folder: string, at?: string): void;
  /** Sets a handler that runs before the file server; undefined removes it. */
  intercept(intercept: Intercept | undefined): void;
  /** Closes every open connection, as a proxy does with idle ones. */
  dropConnections(): void;
  /** Stops listening and cuts every open connection. */
  stop(): Promise<void>;
}

/** Serves a build at `base`. Page URLs end with a slash; missing files get a plain 404. */
export async function startServer(
  folder: string,
  options: {
    readonly base?: string;
    readonly port?: number;
    /** Other builds on the same host, by their base paths. */
    readonly beside?: Readonly<Record<string, string>>;
  } = {},
): Promise<TestServer> {
  const base = options.base ?? "/";
  const requests: string[] = [];
  const roots = new Map([...Object.entries(options.beside ?? {}), [base, folder]]);
  let between: Intercept | undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    requests.push(pathname);
    if (between?.(request, response)) return;
    const path = normalize(decodeURIComponent(pathname)).replace(/^\/+/, "/");
    const [mount = "", root = ""] =
      [...roots]
        .filter(([each]) => path.startsWith(each))
        .sort(([a], [b]) => b.length - a.length)[0] ?? [];
    const inside = path.slice(mount.length);
    const file =
      root &&
      join(root, inside.endsWith("/") || inside === "" ? join(inside, "index.html") : inside);
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      const isFolder = file && existsSync(join(file, "index.html"));
      response.writeHead(isFolder ? 301 : 404, isFolder ? { Location: `${pathname}/` } : {});
      response.end();
      return;
    }
    const type = types[extname(file)] ?? "application/octet-stream";
    const headers: Record<string, string> = {
      "Content-Type": type,
      "Cache-Control": file.includes("/assets/")
        ? "public, max-age=31536000, immutable"
        : "no-cache",
    };
    // Compressed by the build.
    const compressed = `${file}.br`;
    const isCompressed =
      /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && existsSync(compressed);
    if (isCompressed) headers["Content-Encoding"] = "br";
    const body = readFileSync(isCompressed ? compressed : file);
    const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
    if (from !== undefined && !isCompressed) {
      const last = Math.min(Number(to || body.length - 1), body.length - 1);
      headers["Content-Range"] = `bytes ${from}-${last}/${body.length}`;
      response.writeHead(206, headers);
      response.end(body.subarray(Number(from), last + 1));
      return;
    }
    response.writeHead(200, headers);
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${base}`,
    port,
    requests,
    deploy(next, at = base) {
      roots.set(at, next);
    },
    intercept(next) {
      between = next;
    },
    dropConnections() {
      server.closeAllConnections();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

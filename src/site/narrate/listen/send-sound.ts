import { createReadStream, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";

/** The bytes that a range names (RFC 9110, 14.1.2), inclusive; undefined if there are none such. */
function readRange(range: string, size: number): { from: number; to: number } | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (first === "" && last === "") return undefined;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(size - 1, Number(last));
  return from <= to ? { from, to } : undefined;
}

/** Sends an MP3, or the part of it that is asked for: without parts browsers can't seek. */
export function sendSound(file: string, request: IncomingMessage, response: ServerResponse): void {
  const { size } = statSync(file);
  const headers = {
    "Content-Type": "audio/mpeg",
    "Accept-Ranges": "bytes",
    "Cache-Control": "no-store",
  };
  const asked = request.headers.range;
  const range = asked === undefined ? { from: 0, to: size - 1 } : readRange(asked, size);
  if (!range) {
    response.writeHead(416, { ...headers, "Content-Range": `bytes */${size}` }).end();
    return;
  }
  const { from, to } = range;
  const part = asked === undefined ? {} : { "Content-Range": `bytes ${from}-${to}/${size}` };
  response.writeHead(asked === undefined ? 200 : 206, {
    ...headers,
    ...part,
    "Content-Length": to - from + 1,
  });
  createReadStream(file, { start: from, end: to })
    .on("error", () => response.destroy())
    .pipe(response);
}

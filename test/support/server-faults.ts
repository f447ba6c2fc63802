import type { IncomingMessage, ServerResponse } from "node:http";
import type { Intercept } from "./server.ts";

/** Damages one response of the server; returns whether it has sent the response itself. */
export type ServerFault = Intercept;

/** Lets the server create an uncompressed response, and passes it to `send`. */
function instead(
  request: IncomingMessage,
  response: ServerResponse,
  send: (body: Buffer, end: (body: Uint8Array) => void) => void,
): false {
  delete request.headers["accept-encoding"];
  const end = response.end.bind(response);
  response.end = ((body?: Uint8Array) => {
    send(Buffer.from(body ?? []), (changed) => end(changed));
    return response;
  }) as typeof response.end;
  return false;
}

const half = (body: Buffer) => body.subarray(0, Math.ceil(body.length / 2));

/** Delayed responses, to be sent in the wrong order. */
let held: (() => void)[] = [];

/** The faults of a response, by name. */
export const serverFaults = {
  "the connection is cut": (_, response) => {
    response.socket?.destroy();
    return true;
  },
  "the connection is cut half-way": (request, response) => {
    const { writeHead } = response;
    let head: Parameters<typeof writeHead> | undefined;
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      head = args;
      return response;
    }) as typeof writeHead;
    return instead(request, response, (body) => {
      const [status = 200, headers] = (head ?? []) as [number?, Record<string, string>?];
      writeHead.call(response, status, { ...headers, "Content-Length": String(body.length) });
      response.write(half(body), () => response.socket?.destroy());
    });
  },
  "the answer never comes": () => true,
  "the answer comes late": (request, response) =>
    instead(request, response, (body, end) => setTimeout(() => end(body), 1500)),
  "the answer is only its first half": (request, response) =>
    instead(request, response, (body, end) => end(half(body))),
  "the answer is garbled": (request, response) =>
    instead(request, response, (body, end) => end(body.map((byte, n) => (n % 7 ? byte : 0x60)))),
  "the answer is empty": (request, response) =>
    instead(request, response, (_, end) => end(new Uint8Array())),
  "the server is overloaded": (_, response) => {
    response.writeHead(503).end("busy");
    return true;
  },
  "the file is missing": (_, response) => {
    response.writeHead(404, { "Content-Type": "text/html" }).end("<h1>404</h1>");
    return true;
  },
  "a hotel's page answers instead": (_, response) => {
    const headers = { "Content-Type": "text/html", "Cache-Control": "no-store" };
    response.writeHead(200, headers).end("<!doctype html><title>Wi-Fi</title><h1>Log in</h1>");
    return true;
  },
  "answers come in the wrong order": (request, response) =>
    instead(request, response, (body, end) => {
      held.push(() => end(body));
      if (held.length > 1) return;
      setTimeout(() => {
        const all = held.reverse();
        held = [];
        for (const release of all) release();
      }, 300);
    }),
} as const satisfies Readonly<Record<string, ServerFault>>;

/** The name of a fault. */
export type ServerFaultName = keyof typeof serverFaults;

/** Whether the correct response arrives in the end. */
export const isHarmless = (name: ServerFaultName) =>
  name === "the answer comes late" || name === "answers come in the wrong order";

/**
 * Applies a fault to the requests that `isMeant` selects by path and by their number from now on.
 */
export function faultAt(
  fault: ServerFault,
  isMeant: (path: string, number: number) => boolean,
): Intercept {
  let number = 0;
  return (request, response) => {
    number += 1;
    const path = (request.url ?? "").split("?")[0] ?? "";
    return isMeant(path, number) ? fault(request, response) : false;
  };
}

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { isRecorded, prefixOf } from "../../narration-record.ts";
import { compileListening, readStyles } from "./assets.ts";
import { createCorrections } from "./corrections.ts";
import { type Desk, respond, type SpokenPage } from "./desk.ts";
import { type Session, settle } from "./listening.ts";
import { problems } from "./problems.ts";

/** What is listened to, and where. */
export interface ListeningOptions {
  /** `content/reports`. */
  readonly reportsFolder: string;
  /** The pages whose recordings can be chosen; the first is shown first. */
  readonly pages: readonly SpokenPage[];
  /** The first port to try, {@link listeningPort} by default; 0 takes any. */
  readonly port?: number | undefined;
}

/** A server that runs. */
export interface ListeningServer {
  /** `http://localhost:4175/`. */
  readonly url: string;
  /** The lexicons that were changed as it followed from the ticks, and how many entries of each. */
  readonly settled: readonly { readonly report: string; readonly entries: number }[];
  close(): Promise<void>;
}

/** Beside 4173, where `npm start` serves the reader. */
export const listeningPort = 4175;

/** How many ports are tried where one is in use. */
const portsTried = 20;

/** Listens on this machine only, on a port or the next that is free. */
async function open(server: Server, port: number, left = portsTried): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  } catch (error) {
    const isBusy = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
    if (!isBusy || left === 0) throw error;
    return open(server, port + 1, left - 1);
  }
  return (server.address() as AddressInfo).port;
}

/** Brings each lexicon in line with the ticks: a recording made anew has fewer. */
function settleAll(session: Session, reports: readonly string[]) {
  return [...new Set(reports)]
    .map((report) => ({ report, entries: settle(session, report) }))
    .filter(({ entries }) => entries > 0);
}

/**
 * Starts the server of the page on which a native speaker listens to recordings. It can be reached
 * from this machine only, and runs until it is closed. Throws a `ListeningProblem`, whose message is
 * in both languages, if nothing is recorded or a lexicon can't be used.
 */
export async function startListening(options: ListeningOptions): Promise<ListeningServer> {
  const { reportsFolder, pages, port = listeningPort } = options;
  const session: Session = { reportsFolder, corrections: createCorrections() };
  const recordings = pages
    .filter(({ slug, language }) => isRecorded(prefixOf(join(reportsFolder, slug), language)))
    .map(({ slug, language }) => ({ report: slug, language }));
  if (recordings.length === 0) throw problems.noRecording();
  const settled = settleAll(
    session,
    recordings.map(({ report }) => report),
  );
  const script = await compileListening();
  const desk: Desk = { session, pages, recordings, script, styles: readStyles() };
  const server = createServer((request, response) => {
    respond(desk, request, response).catch((error: Error) => {
      if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain" });
      response.end(error.message);
    });
  });
  const used = await open(server, port);
  return {
    url: `http://localhost:${used}/`,
    settled,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

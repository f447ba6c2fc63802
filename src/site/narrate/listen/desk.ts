import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { Language } from "../../../core/document/report.ts";
import { isRecordingOf } from "../../../core/speech/recording.ts";
import type { SpokenSentence } from "../../../core/speech/script.ts";
import { prefixOf } from "../../narration-record.ts";
import { readState, type Session, saveCorrection, saveTick } from "./listening.ts";
import { readMessage } from "./messages.ts";
import { printListeningPage, type RecordingLink, soundOf } from "./page.ts";
import { ListeningProblem, problems } from "./problems.ts";
import type { Answer, CorrectionMessage, TickMessage } from "./protocol.ts";
import { openRecording } from "./recordings.ts";
import { sendSound } from "./send-sound.ts";
import { words } from "./words.ts";

/** A page of a report, as the narration reads it. */
export interface SpokenPage {
  /** The report's name. */
  readonly slug: string;
  readonly language: Language;
  readonly sentences: readonly SpokenSentence[];
}

/** What answers requests. */
export interface Desk {
  readonly session: Session;
  readonly pages: readonly SpokenPage[];
  readonly recordings: readonly RecordingLink[];
  readonly script: string;
  readonly styles: string;
}

/** The page runs its own script only, and nothing reaches it from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; media-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    "Content-Type": `${type}; charset=utf-8`,
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
  });
  response.end(body);
}

/**
 * Whether a request comes from a page of this server: no other name leads here, as where a site
 * gives its own name this address (DNS rebinding), and no other page sends messages.
 */
function isOwn({ headers, method }: IncomingMessage): boolean {
  const { host = "", origin } = headers;
  if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(host)) return false;
  return method === "GET" || origin === undefined || origin === `http://${host}`;
}

function contentOf({ session, pages }: Desk, { report, language }: RecordingLink) {
  try {
    const recording = openRecording(
      prefixOf(join(session.reportsFolder, report), language),
      language,
    );
    const page = pages.find((each) => each.slug === report && each.language === language);
    return {
      sentences: recording.sentences,
      state: readState(session, report, language),
      version: recording.recordedAt,
      isCurrent: isRecordingOf(recording.sentences, page?.sentences ?? []),
    };
  } catch (error) {
    if (error instanceof ListeningProblem) return error;
    throw error;
  }
}

/** The recording that an address or a message names, if it can be chosen. */
function findRecording({ recordings }: Desk, report: unknown, language: unknown) {
  return recordings.find((each) => each.report === report && each.language === language);
}

function sendPage(desk: Desk, search: URLSearchParams, response: ServerResponse): void {
  const current = search.has("report")
    ? findRecording(desk, search.get("report"), search.get("language"))
    : desk.recordings[0];
  if (!current) {
    send(response, 404, "text/plain", problems.noRecording().message);
    return;
  }
  const content = contentOf(desk, current);
  const page = printListeningPage({ current, recordings: desk.recordings, content });
  send(response, 200, "text/html", page);
}

/** Saves what a message says, and returns what to tell. */
function save({ session }: Desk, message: TickMessage | CorrectionMessage, language: Language) {
  const text = words[language];
  if ("isRight" in message) {
    const number = saveTick(session, language, message);
    return message.isRight ? text.ticked(number) : text.unticked(number);
  }
  const { written, pinyin, isToBeRecorded } = saveCorrection(session, language, message);
  return isToBeRecorded
    ? text.correctedToBeRecorded(written, pinyin)
    : text.corrected(written, pinyin);
}

/** Does what a message asks; answers in the language of the page. */
function answer(desk: Desk, path: string, body: string): Answer | undefined {
  const message = readMessage(path, body);
  const recording = message && findRecording(desk, message.report, message.language);
  if (!recording) return undefined;
  const { report, language } = recording;
  try {
    const saved = save(desk, message, language);
    return { saved, state: readState(desk.session, report, language) };
  } catch (error) {
    const isKnown = error instanceof ListeningProblem;
    const problem = isKnown ? error : problems.unexpected((error as Error).message);
    return { problem: problem.texts[language] };
  }
}

/** More than any message has, in bytes. */
const longestBody = 10_000;

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += part.length;
    if (length > longestBody) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

async function receive(
  desk: Desk,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const answered = body === undefined ? undefined : answer(desk, path, body);
  if (!answered) return send(response, 400, "text/plain", "no such message");
  send(response, 200, "application/json", JSON.stringify(answered));
}

/** Answers a request. */
export async function respond(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOwn(request)) return send(response, 403, "text/plain", "not from here");
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
  if (request.method === "POST") return receive(desk, pathname, request, response);
  if (request.method !== "GET") return send(response, 405, "text/plain", "no such method");
  if (pathname === "/") return sendPage(desk, searchParams, response);
  if (pathname === "/listen.js") return send(response, 200, "text/javascript", desk.script);
  if (pathname === "/listen.css") return send(response, 200, "text/css", desk.styles);
  const recording = desk.recordings.find((each) => soundOf(each) === pathname);
  if (!recording) return send(response, 404, "text/plain", "nothing here");
  const { reportsFolder } = desk.session;
  sendSound(
    `${prefixOf(join(reportsFolder, recording.report), recording.language)}.mp3`,
    request,
    response,
  );
}

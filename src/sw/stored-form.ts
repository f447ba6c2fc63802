import { fileTypes } from "../core/file-types.ts";

/**
 * The form in which an answer for a file is stored; undefined for one that must not be: an error, a
 * part of a file, or an answer that can't be read. Its bytes are checked by their hash elsewhere.
 */
export async function storedForm(path: string, response: Response): Promise<Response | undefined> {
  if (response.status !== 200) return undefined;
  const headers = new Headers(response.headers);
  // The file is the same for every request. With this header, one from a page would not be answered
  // with what the worker has fetched, and `Vary: *` could not be stored at all.
  headers.delete("Vary");
  const type = fileTypes[path.split(".").pop() ?? ""];
  if (type) headers.set("Content-Type", type);
  // Some hosts send no headers of ours. What they do say of frames counts.
  if (!headers.has("X-Frame-Options")) headers.set("X-Frame-Options", "DENY");
  // A copy has not been redirected: browsers reject what has been for a navigation.
  return new Response(await response.blob(), { headers });
}

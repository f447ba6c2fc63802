import type { Answer } from "../protocol.ts";
import { attachListening } from "./attach-listening.ts";

attachListening(
  document,
  async (path, message): Promise<Answer> => {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(message),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  },
  new AbortController().signal,
);

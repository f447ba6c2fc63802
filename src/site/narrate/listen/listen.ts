import { type ListeningOptions, startListening } from "./server.ts";

/**
 * The command `npm run narrate -- --listen`: tells the address, and serves the page until the
 * process is ended. Throws as {@link startListening} does.
 */
export async function listen(options: ListeningOptions): Promise<void> {
  const { url, settled } = await startListening(options);
  for (const { report, entries } of settled) {
    process.stdout.write(`${report}/lexicon.yaml: ${entries} entries as the ticks have it\n`);
  }
  process.stdout.write(`听录音 / Listen: ${url} (Ctrl+C 结束 / ends)\n`);
}

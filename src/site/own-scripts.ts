import { build } from "rolldown";
import { scriptTargets } from "./targets.ts";

/** Bundles a script of ours and its imports into one file. */
export async function compileScript(input: string): Promise<string> {
  const { output } = await build({
    input,
    write: false,
    logLevel: "warn",
    transform: { target: scriptTargets },
    output: { format: "iife", minify: true },
  });
  return output[0].code.trim();
}

/** The script that runs before first paint, for inlining. */
export const compileEarlyScript = () => compileScript("src/client/shell/early.ts");

/** The worker that uninstalls the service worker; a host serves it in place of `sw.js`. */
export const compileRecall = () => compileScript("src/sw/recall.ts");

import { build } from "rolldown";
import { scriptTargets } from "./targets.ts";

/** The source of a script that needs no other file, compiled in one piece. */
async function compileScript(input: string): Promise<string> {
  const { output } = await build({
    input,
    write: false,
    logLevel: "warn",
    transform: { target: scriptTargets },
    output: { format: "iife", minify: true },
  });
  return output[0].code.trim();
}

/** The script that runs before first paint, to stand inline in the page. */
export const compileEarlyScript = () => compileScript("src/client/shell/early.ts");

/** The worker that a host puts in place of `sw.js` to take all workers back. */
export const compileRecall = () => compileScript("src/sw/recall.ts");

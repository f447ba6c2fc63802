import { build } from "rolldown";
import { scriptTargets } from "./targets.ts";

/** The source of the script that runs before first paint, in one piece, to stand inline in the page. */
export async function compileEarlyScript(): Promise<string> {
  const { output } = await build({
    input: "src/client/early.ts",
    write: false,
    logLevel: "warn",
    transform: { target: scriptTargets },
    output: { format: "iife", minify: true },
  });
  return output[0].code.trim();
}

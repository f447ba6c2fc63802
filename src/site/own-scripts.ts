import { build } from "rolldown";
import { scriptTargets } from "./targets.ts";

/** Bundles a script of ours and its imports into one file. */
export async function compileScript(
  input: string,
  define: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { output } = await build({
    input,
    write: false,
    logLevel: "warn",
    transform: { target: scriptTargets, define },
    output: { format: "iife", minify: true },
  });
  return output[0].code.trim();
}

/** The script that runs before first paint, for inlining. It reads what is kept of its base path. */
export const compileEarlyScript = (base: string) =>
  compileScript("src/client/shell/early.ts", {
    "import.meta.env.BASE_URL": JSON.stringify(base),
  });

/** The worker that uninstalls the service worker; a host serves it in place of `sw.js`. */
export const compileRecall = () => compileScript("src/sw/recall.ts");

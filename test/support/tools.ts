import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/**
 * The script of a command that a package brings, to be run by `process.execPath`: `npx` is a batch
 * file on Windows, which Node starts only through a shell. Throws where the package is not
 * installed.
 */
export function scriptOf(command: "vite" | "tsx" | "playwright"): string {
  const manifest = require.resolve(
    `${command === "playwright" ? "@playwright/test" : command}/package.json`,
  );
  const { bin } = require(manifest) as {
    bin: string | Readonly<Record<string, string>>;
  };
  return join(dirname(manifest), (typeof bin === "string" ? bin : bin[command]) ?? "");
}

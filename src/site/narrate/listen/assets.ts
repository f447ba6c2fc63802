import { readFileSync } from "node:fs";
import { type Theme, themes } from "../../../styles/themes.ts";
import { compileScript } from "../../own-scripts.ts";

function colours(theme: Theme): string {
  const { paper, raised, ink, soft, rule, edge, accent, onAccent, mark } = theme;
  const properties = { paper, raised, ink, soft, rule, edge, accent, "on-accent": onAccent, mark };
  const lines = Object.entries(properties).map(([name, value]) => `--${name}:${value}`);
  return `:root{${lines.join(";")}}`;
}

/** The style sheet of the page, in the colours of the reader's themes. */
export function readStyles(): string {
  const dark = `@media (prefers-color-scheme:dark){:root{color-scheme:dark}${colours(themes.dark)}}`;
  const rules = readFileSync(new URL("./listen.css", import.meta.url), "utf8");
  return `${colours(themes.paper)}\n${dark}\n${rules}`;
}

/** The script of the page. */
export const compileListening = (): Promise<string> =>
  compileScript("src/site/narrate/listen/browser/listen.ts");

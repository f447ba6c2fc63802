import { bundle, Features, transform } from "lightningcss";
import type { Language } from "../core/document/report.ts";
import { settings } from "../core/settings/schema.ts";
import { type Theme, themes } from "../styles/themes.ts";
import { styleTargets } from "./targets.ts";

const stylesheet = "src/styles/index.css";
const laterStylesheet = "src/styles/later.css";
const fileStylesheet = "src/styles/file.css";
const bookStylesheet = "src/styles/book.css";

const options = {
  filename: stylesheet,
  minify: true,
  targets: styleTargets,
  // All targets support logical properties except for details whose fallbacks cost bytes (a rule
  // for each direction), and the themes set `color-scheme` themselves.
  exclude: Features.LogicalProperties | Features.LightDark,
};

function tokens(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, colour]) => `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${colour};`)
    .join("");
}

/**
 * Custom properties for the default settings of a language, so that CSS and scripts share one
 * source.
 */
function listDefaults(language: Language): string[] {
  return Object.values(settings).flatMap((setting) =>
    setting.kind === "range"
      ? [`${setting.property}:${setting.fallback[language] * setting.scale};`]
      : [],
  );
}

/**
 * Custom properties for the themes and the default settings; for English only those that differ.
 */
function printTokens(): string {
  const system = ":root:not([data-theme])";
  const defaults = listDefaults("zh-CN");
  const english = listDefaults("en").filter((each) => !defaults.includes(each));
  return `
:root{color-scheme:light;${defaults.join("")}${tokens(themes.paper)}}
:root:lang(en){${english.join("")}}
@media (prefers-color-scheme:dark){${system}{color-scheme:dark;${tokens(themes.dark)}}}
@media (prefers-contrast:more){${system}{color-scheme:dark;${tokens(themes.contrast)}}}
[data-theme=sepia]{${tokens(themes.sepia)}}
[data-theme=dark]{color-scheme:dark;${tokens(themes.dark)}}
[data-theme=contrast]{color-scheme:dark;${tokens(themes.contrast)}}`;
}

/**
 * The style sheet that every page loads after its content: panels and reference pages. Throws on
 * invalid CSS.
 */
export function compileLaterStyles(): string {
  return bundle({ ...options, filename: laterStylesheet }).code.toString();
}

/**
 * Compiles a style sheet with the custom properties prepended, for the oldest supported browsers.
 * Throws on invalid CSS.
 */
function compileWithTokens(filename: string): string {
  const sheet = bundle({ ...options, filename }).code.toString();
  return transform({ ...options, code: Buffer.from(printTokens() + sheet) }).code.toString();
}

/**
 * The style sheet that is inlined in reports and shared by reference pages. Throws on invalid CSS.
 */
export const compileStyles = () => compileWithTokens(stylesheet);

/** The style sheet of a downloaded HTML file. Throws on invalid CSS. */
export const compileFileStyles = () => compileWithTokens(fileStylesheet);

/** The style sheet of an EPUB. Throws on invalid CSS. */
export function compileBookStyles(): string {
  return bundle({ ...options, filename: bookStylesheet }).code.toString();
}

import { bundle, Features, transform } from "lightningcss";
import { type Language, languages } from "../core/report/report.ts";
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
  // All the targets know logical properties but for details that cost bytes (a rule for each direction),
  // and the themes say themselves what is dark.
  exclude: Features.LogicalProperties | Features.LightDark,
};

function tokens(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, colour]) => `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${colour};`)
    .join("");
}

/** Custom properties of the settings' defaults in a language, so that CSS and script cannot disagree. */
function printDefaults(language: Language): string {
  return Object.values(settings)
    .flatMap((setting) =>
      setting.kind === "range"
        ? `${setting.property}:${setting.fallback[language] * setting.scale};`
        : [],
    )
    .join("");
}

/** Custom properties of the themes and of the settings' defaults. */
function printTokens(language: Language): string {
  const system = ":root:not([data-theme])";
  return `
:root{color-scheme:light;${printDefaults(language)}${tokens(themes.paper)}}
@media (prefers-color-scheme:dark){${system}{color-scheme:dark;${tokens(themes.dark)}}}
@media (prefers-contrast:more){${system}{color-scheme:dark;${tokens(themes.contrast)}}}
[data-theme=sepia]{${tokens(themes.sepia)}}
[data-theme=dark]{color-scheme:dark;${tokens(themes.dark)}}
[data-theme=contrast]{color-scheme:dark;${tokens(themes.contrast)}}`;
}

/** The style sheet that every page loads after its content: panels, and the pages beside the report. Throws on bad CSS. */
export function compileLaterStyles(): string {
  return bundle({ ...options, filename: laterStylesheet }).code.toString();
}

/** The style sheet that the pages beside the reports share, in both languages. Throws on bad CSS. */
export function compileSharedStyles(): string {
  const english = `:root:lang(en){${printDefaults("en")}}`;
  const sheet = printTokens("zh-CN") + english + bundle(options).code.toString();
  return transform({ ...options, code: Buffer.from(sheet) }).code.toString();
}

/** A style sheet with each language's custom properties, minified for the oldest browsers. Throws on bad CSS. */
function compileInEach(filename: string): Readonly<Record<Language, string>> {
  const sheet = bundle({ ...options, filename }).code.toString();
  const compile = (language: Language) =>
    transform({ ...options, code: Buffer.from(printTokens(language) + sheet) }).code.toString();
  return Object.fromEntries(languages.map((each) => [each, compile(each)])) as Record<
    Language,
    string
  >;
}

/** The style sheet that a language's pages carry. Throws on bad CSS. */
export const compileStyles = () => compileInEach(options.filename);

/** The style sheet of a report as a file to take along. Throws on bad CSS. */
export const compileFileStyles = () => compileInEach(fileStylesheet);

/** The style sheet of a report as a book. Throws on bad CSS. */
export function compileBookStyles(): string {
  return bundle({ ...options, filename: bookStylesheet }).code.toString();
}

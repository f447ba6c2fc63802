import { type Language, languages } from "../core/document/report.ts";
import type { Words } from "./page.ts";

interface NotFoundPageProps {
  readonly base: string;
  /** The Content Security Policy. */
  readonly policy: string;
  /** The URLs of the style sheet and early script that reference pages share. */
  readonly shared: { readonly styles: string; readonly earlyScript: string } | undefined;
  readonly words: Readonly<Record<Language, Words>>;
  /** The path of the report in each language, relative to the base path. */
  readonly homePaths: Readonly<Record<Language, string>>;
}

/** The 404 page: one page in both languages, since the reader's language is unknown. */
export function NotFoundPage(props: NotFoundPageProps) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="content-security-policy" content={props.policy} />
        <meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover" />
        <title>
          {languages.map((language) => props.words[language]("notFound.title")).join(" ")}
        </title>
        <script src={props.shared?.earlyScript} />
        <link rel="stylesheet" href={props.shared?.styles} />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href={`${props.base}icon.svg`} type="image/svg+xml" />
      </head>
      <body>
        <main>
          {languages.map((language) => {
            const words = props.words[language];
            return (
              <section lang={language}>
                <h1>{words("notFound.title")}</h1>
                <p>{words("notFound.text")}</p>
                <p>
                  <a href={props.base + props.homePaths[language]}>{words("notFound.toReport")}</a>
                </p>
              </section>
            );
          })}
        </main>
      </body>
    </html>
  );
}

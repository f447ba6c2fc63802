import type { Language } from "../core/document/report.ts";
import type { Narrator } from "../core/speech/narrator.ts";
import { tellNarrator } from "./narrator.ts";
import type { PageContext } from "./page.ts";

/** The recordings of a report of which is known who speaks. */
export interface NarratedReport {
  /** The name of the report. */
  readonly name: string;
  readonly recordings: readonly {
    readonly language: Language;
    readonly seconds: number;
    readonly narrator: Narrator;
  }[];
}

/** The id of the section. */
export const narrationId = "narration";

/** Who speaks in the recordings: a section of the about page. */
export function Narration(props: {
  readonly page: PageContext;
  readonly reports: readonly NarratedReport[];
}) {
  const { page, reports } = props;
  const { words } = page;
  return (
    <section id={narrationId} aria-labelledby="narration-h">
      <h2 id="narration-h">{words("narration.title")}</h2>
      {reports.map(({ name, recordings }) => (
        <>
          {reports.length > 1 && <h3>{name}</h3>}
          <dl class="fields">
            {recordings.map(({ language, seconds, narrator }) => (
              <div>
                <dt>
                  {words("narration.of", {
                    spoken: words(`narrator.spoken.${language}`),
                    minutes: Math.max(1, Math.round(seconds / 60)),
                  })}
                </dt>
                <dd>{tellNarrator(words, narrator, language, true)}</dd>
              </div>
            ))}
          </dl>
        </>
      ))}
    </section>
  );
}

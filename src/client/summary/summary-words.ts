import {
  figureFormat,
  formatFigure,
  namedFigures,
  parseRichText,
  type RichText,
  type SummaryResource,
} from "../../core/document/rich-text.ts";
import { i18n } from "../panels/words.ts";

/** The summary and the gists of a report in one language, with their figures filled in. */
export interface TranslatedSummary {
  readonly sentences: readonly RichText[];
  /** One gist a pillar, by the pillar's id. */
  readonly gists: Readonly<Record<string, readonly RichText[]>>;
}

/** Loads a language into the i18next namespace `summary` and translates the summary. */
export async function translateSummary(
  language: string,
  { summary, figures }: SummaryResource,
): Promise<TranslatedSummary> {
  i18n.services.formatter?.add(figureFormat, formatFigure);
  i18n.addResourceBundle(language, "summary", summary);
  await i18n.changeLanguage(language);
  const translate = (path: string, from: readonly string[]): RichText =>
    parseRichText(i18n.t(`summary:${path}.text`, { replace: namedFigures({ from }, figures) }));
  return {
    sentences: summary.summary.map(({ from }, at) => translate(`summary.${at}`, from)),
    gists: Object.fromEntries(
      Object.entries(summary.gists).map(([id, gist]) => [
        id,
        gist.map(({ from }, at) => translate(`gists.${id}.${at}`, from)),
      ]),
    ),
  };
}

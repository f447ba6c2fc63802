import {
  figureFormat,
  formatFigure,
  namedFigures,
  parseRichText,
  type RichText,
  type SummaryResource,
} from "../../core/document/rich-text.ts";
import { i18n } from "../panels/words.ts";

/** What we say of a report, in one language. */
export interface ToldSummary {
  readonly sentences: readonly RichText[];
  /** One gist a pillar, by the pillar's id. */
  readonly gists: Readonly<Record<string, readonly RichText[]>>;
}

/** Turns the namespace `summary` to a language and tells it. */
export async function tellSummary(
  language: string,
  { summary, figures }: SummaryResource,
): Promise<ToldSummary> {
  i18n.services.formatter?.add(figureFormat, formatFigure);
  i18n.addResourceBundle(language, "summary", summary);
  await i18n.changeLanguage(language);
  const tell = (path: string, from: readonly string[]): RichText =>
    parseRichText(i18n.t(`summary:${path}.text`, { replace: namedFigures({ from }, figures) }));
  return {
    sentences: summary.summary.map(({ from }, at) => tell(`summary.${at}`, from)),
    gists: Object.fromEntries(
      Object.entries(summary.gists).map(([id, gist]) => [
        id,
        gist.map(({ from }, at) => tell(`gists.${id}.${at}`, from)),
      ]),
    ),
  };
}

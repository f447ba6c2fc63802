import i18next from "i18next";
import type { Claim, SummaryFigure } from "../core/document/report.ts";
import {
  figureFormat,
  formatFigure,
  namedFigures,
  parseRichText,
  plainText,
} from "../core/document/rich-text.ts";

const instance = i18next.createInstance();
instance.init({
  interpolation: { escapeValue: false },
  missingInterpolationHandler: () => "",
  initAsync: false,
});
instance.services.formatter?.add(figureFormat, formatFigure);

/**
 * The text of a claim with its figures interpolated. A figure that is not in the ledger becomes an
 * empty string.
 */
export function finishText(
  claim: Claim,
  language: string,
  figures: readonly SummaryFigure[],
): string {
  const values = namedFigures(claim, figures);
  const { interpolator } = instance.services;
  return plainText(parseRichText(interpolator.interpolate(claim.text, values, language, {})));
}

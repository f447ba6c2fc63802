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

/** A sentence of a summary with its figures filled in. A figure that the ledger lacks is left out. */
export function finishText(
  claim: Claim,
  language: string,
  figures: readonly SummaryFigure[],
): string {
  const values = namedFigures(claim, figures);
  const { interpolator } = instance.services;
  return plainText(parseRichText(interpolator.interpolate(claim.text, values, language, {})));
}

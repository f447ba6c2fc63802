import { toPageForm } from "../core/document/display.ts";
import { type Language, type Report, wordsIn } from "../core/document/report.ts";

/**
 * Describes a report in schema.org terms (https://schema.org/Report), as JSON that is safe inside a
 * script element.
 */
export function printStructuredData(
  report: Report,
  language: Language,
  url: string,
  description: string,
): string {
  const organization = (name: string) => ({ "@type": "GovernmentOrganization", name });
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "Report",
    name: toPageForm(wordsIn(report, language).title.text),
    description,
    inLanguage: language === "zh-CN" ? "zh-CN" : ["en", "zh-CN"],
    ...(report.identifier && { reportNumber: report.identifier }),
    datePublished: report.published,
    author: organization(report.bodies.signer[language]),
    publisher: organization(report.bodies.publisher[language]),
    ...(report.bodies.addressee && {
      audience: { "@type": "Audience", name: report.bodies.addressee[language] },
    }),
    about: { "@type": "City", name: report.bodies.subject[language] },
    ...(report.url && { isBasedOn: report.url }),
    ...(/^https?:/.test(url) && { url }),
  }).replaceAll("<", "\\u003c");
}

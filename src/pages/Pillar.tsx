import { readingMinutes } from "../core/report/pace.ts";
import { type Language, type Measure, otherLanguage, type Section } from "../core/report/report.ts";
import { sectionHeading } from "./Contents.tsx";
import { Heading } from "./Heading.tsx";
import type { PageContext } from "./page.ts";
import { ClaimText, Paragraphs, SentenceText } from "./SentenceText.tsx";

/** The minutes that a pillar takes to read. */
function minutesOf(section: Section, language: Language): number {
  const text = section.measures
    .flatMap((measure) => measure.paragraphs.flat())
    .map((sentence) => sentence.text)
    .join(" ");
  return Math.ceil(readingMinutes(text, language));
}

/** The way to the publisher's own words, on a page that shows a translation. */
export function OriginalLink(props: { readonly page: PageContext; readonly id: string }) {
  const { page } = props;
  if (page.language === "zh-CN") return undefined;
  const other = otherLanguage(page.language);
  return (
    <p class="original-link">
      <a href={`${page.base}${page.otherPath}#${props.id}`} hreflang={other}>
        {page.words("original")}
      </a>
    </p>
  );
}

function MeasureText(props: { readonly page: PageContext; readonly measure: Measure }) {
  const { page, measure } = props;
  return (
    <section class="measure" id={measure.id}>
      <h3>
        <SentenceText page={page} sentence={measure.title} />
      </h3>
      <Paragraphs page={page} paragraphs={measure.paragraphs} />
      <OriginalLink page={page} id={measure.id} />
    </section>
  );
}

/** One pillar: numeral, title and gist always in sight, and its full text in a disclosure. */
export function Pillar(props: { readonly page: PageContext; readonly section: Section }) {
  const { page, section } = props;
  const gist = page.report.summaries[page.language].gists[section.id] ?? [];
  return (
    <section class="pillar" id={section.id} aria-labelledby={section.title?.id}>
      <h2 class="s" id={section.title?.id}>
        <Heading text={sectionHeading(page, section)} />
      </h2>
      <p class="gist" id={`${section.id}-gist`} data-say="">
        {gist.map((claim, at) => (
          <>
            {at > 0 && page.language === "en" && " "}
            <ClaimText page={page} claim={claim} />
          </>
        ))}
      </p>
      <details class="full" id={`${section.id}-full`}>
        <summary>
          <b>{page.words("fullText")}</b>{" "}
          <span>
            {page.words("extent", {
              count: section.measures.length,
              minutes: minutesOf(section, page.language),
            })}
          </span>
        </summary>
        <div>
          <Paragraphs page={page} paragraphs={section.paragraphs} />
          {section.measures.map((measure) => (
            <MeasureText page={page} measure={measure} />
          ))}
        </div>
      </details>
    </section>
  );
}

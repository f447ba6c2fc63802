import { readingMinutes } from "../core/document/pace.ts";
import {
  type Language,
  type Measure,
  otherLanguage,
  type Section,
} from "../core/document/report.ts";
import { betweenSentences } from "../core/document/rich-text.ts";
import {
  disclosureClass,
  disclosureSuffix,
  gistClass,
  pillarClass,
  sentenceClass,
} from "../core/page/contract.ts";
import { Beside, BesideRichText } from "./Beside.tsx";
import { Disclosure } from "./Disclosure.tsx";
import { Heading } from "./Heading.tsx";
import type { PageContext } from "./page.ts";
import { Paragraphs, RichTextSpans, SentenceText } from "./SentenceText.tsx";
import { foreignSummaryLanguage } from "./Summary.tsx";
import { sectionHeading } from "./section-headings.ts";

/** The reading time of a section, in minutes. */
function minutesOf(section: Section, language: Language): number {
  const text = [section, ...section.measures]
    .flatMap(({ paragraphs }) => paragraphs.flat())
    .map((sentence) => sentence.text)
    .join(" ");
  return Math.ceil(readingMinutes(text, language));
}

/** On a translated page, the link to the original text. */
export function OriginalLink(props: { readonly page: PageContext; readonly id: string }) {
  const { page } = props;
  if (page.language === "zh-CN" || page.edition === "file") return undefined;
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

/** The label of a pillar's disclosure, with the extent of its text. */
function FullText(props: { readonly page: PageContext; readonly section: Section }) {
  const { page, section } = props;
  return (
    <>
      <b>{page.words("fullText")}</b>{" "}
      <span>
        {page.words("extent", {
          count: section.measures.length,
          minutes: minutesOf(section, page.language),
        })}
      </span>
    </>
  );
}

/** A pillar: numeral, title and gist are always visible; the full text is in a disclosure. */
export function Pillar(props: { readonly page: PageContext; readonly section: Section }) {
  const { page, section } = props;
  const { language, gists } = page.summary;
  return (
    <section class={pillarClass} id={section.id} aria-labelledby={section.title?.id}>
      <h2 class={sentenceClass} id={section.title?.id}>
        <Heading text={sectionHeading(page, section)} />
      </h2>
      <Beside page={page} id={section.title?.id} />
      <p
        class={gistClass}
        lang={foreignSummaryLanguage(page)}
        dir={foreignSummaryLanguage(page) ? "auto" : undefined}
      >
        <span id={`${section.id}-gist`} data-say="">
          {gists[section.id]?.map((text, at) => (
            <>
              {at > 0 && betweenSentences(language)}
              <RichTextSpans page={page} text={text} />
            </>
          ))}
        </span>
      </p>
      <BesideRichText page={page} pick={(summary) => summary.gists[section.id] ?? []} joined />
      <Disclosure
        page={page}
        class={disclosureClass}
        id={section.id + disclosureSuffix}
        name={<FullText {...props} />}
        opensInFile
      >
        {/* In a `div` the text of a pillar is no text to programs that make reader views. */}
        <section>
          <Paragraphs page={page} paragraphs={section.paragraphs} />
          {section.measures.map((measure) => (
            <MeasureText page={page} measure={measure} />
          ))}
        </section>
      </Disclosure>
    </section>
  );
}

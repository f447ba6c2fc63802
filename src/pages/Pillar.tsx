import { toPageForm } from "../core/report/display.ts";
import type { Measure, Section } from "../core/report/report.ts";
import { sectionHeading } from "./Contents.tsx";
import { Heading } from "./Heading.tsx";
import type { PageContext } from "./page.ts";
import { Verbatim, VerbatimParagraphs } from "./VerbatimText.tsx";

/** Chinese characters read in a minute, for the reading time that is shown. */
const charactersAMinute = 300;

function MeasureText(props: { readonly measure: Measure }) {
  return (
    <section class="measure" id={props.measure.id}>
      <h3>
        <Verbatim sentence={props.measure.title} />
      </h3>
      <VerbatimParagraphs paragraphs={props.measure.paragraphs} />
    </section>
  );
}

/** One pillar: numeral, title and gist always in sight, and its full text in a disclosure. */
export function Pillar(props: { readonly page: PageContext; readonly section: Section }) {
  const { page, section } = props;
  const isOriginal = page.language === "zh-CN";
  const chinese = isOriginal ? undefined : "zh-CN";
  const title = section.title ?? { id: "", text: "" };
  const characters = section.measures
    .flatMap((measure) => measure.paragraphs.flat())
    .reduce((sum, sentence) => sum + sentence.text.length, 0);
  return (
    <section
      class="pillar"
      id={section.id}
      aria-labelledby={isOriginal ? title.id : `${section.id}-h`}
    >
      {isOriginal ? (
        <h2 class="s" id={title.id}>
          <Heading text={toPageForm(title.text)} />
        </h2>
      ) : (
        <h2 id={`${section.id}-h`} data-say="">
          <Heading text={sectionHeading(page, section)} />
        </h2>
      )}
      <p class="gist" id={`${section.id}-gist`} data-say="">
        {page.report.summaries[page.language].gists[section.id]
          ?.map((claim) => claim.text)
          .join(isOriginal ? "" : " ")}
      </p>
      <details class="full" id={`${section.id}-full`}>
        <summary>
          <b>{page.words("fullText")}</b>{" "}
          <span>
            {page.words("extent", {
              count: section.measures.length,
              minutes: Math.ceil(characters / charactersAMinute),
            })}
          </span>
        </summary>
        <div lang={chinese}>
          {!isOriginal && (
            <p class="original-title">
              <Verbatim sentence={title} />
            </p>
          )}
          <VerbatimParagraphs paragraphs={section.paragraphs} />
          {section.measures.map((measure) => (
            <MeasureText measure={measure} />
          ))}
        </div>
      </details>
    </section>
  );
}

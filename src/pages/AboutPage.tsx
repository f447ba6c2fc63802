import { withoutWhiteSpace } from "../core/document/display.ts";
import { allSentences } from "../core/document/report.ts";
import { mainId } from "../core/page/contract.ts";
import { Document } from "./Document.tsx";
import { type NarratedReport, Narration, narrationId } from "./Narration.tsx";
import { PageFooter } from "./PageFooter.tsx";
import { type Head, type Library, licencesFile, type PageContext, type Taken } from "./page.ts";
import { TakeList } from "./TakeList.tsx";

/** A section of the about page, for its table of contents. */
interface AboutSection {
  readonly id: string;
  readonly title: string;
}

/** A text of several sections. */
interface AboutText {
  readonly html: string;
  readonly sections: readonly AboutSection[];
}

/** What the about page is printed from. */
export interface AboutPageProps {
  readonly page: PageContext;
  readonly head: Head;
  /** The text of `content/about.<language>.md`: up to the section about listening, and the rest. */
  readonly prose: readonly [AboutText, AboutText];
  readonly narrated: readonly NarratedReport[];
  readonly libraries: readonly Library[];
  readonly taken: readonly Taken[];
}

/** The sections in the order of the page. */
function listSections({ page, taken, narrated, prose }: AboutPageProps): AboutSection[] {
  const { words } = page;
  return [
    ...(taken.length > 0 ? [{ id: "take", title: words("take.title") }] : []),
    ...prose[0].sections,
    ...(narrated.length > 0 ? [{ id: narrationId, title: words("narration.title") }] : []),
    ...prose[1].sections,
    { id: "facts", title: words("facts.title") },
  ];
}

/** The about page: origin of the text, how to verify it, privacy, installation, licences. */
export function AboutPage(props: AboutPageProps) {
  const { page } = props;
  const { report, words } = page;
  const sentences = allSentences(report);
  const characters = sentences.reduce(
    (sum, sentence) => sum + withoutWhiteSpace(sentence.text).length,
    0,
  );
  const number = new Intl.NumberFormat(page.language);
  return (
    <Document
      page={page}
      head={props.head}
      isReference
      contents={
        <ol class="contents">
          {listSections(props).map((section) => (
            <li>
              <a href={`#${section.id}`}>{section.title}</a>
            </li>
          ))}
        </ol>
      }
    >
      <main id={mainId} tabindex="-1" class="about">
        <h1>{words("aboutTitle")}</h1>
        {props.taken.length > 0 && <TakeList page={page} files={props.taken} />}
        <div innerHTML={props.prose[0].html} />
        {props.narrated.length > 0 && <Narration page={page} reports={props.narrated} />}
        <div innerHTML={props.prose[1].html} />
        <section id="facts" aria-labelledby="facts-h">
          <h2 id="facts-h">{words("facts.title")}</h2>
          <dl class="fields">
            <div>
              <dt>{words("facts.sha256")}</dt>
              <dd>
                <code>{report.sourceSha256}</code>
              </dd>
            </div>
            <div>
              <dt>{words("facts.characters")}</dt>
              <dd>{number.format(characters)}</dd>
            </div>
            <div>
              <dt>{words("facts.sentences")}</dt>
              <dd>{number.format(sentences.length)}</dd>
            </div>
            <div>
              <dt>{words("facts.libraries")}</dt>
              <dd>
                <ul>
                  {props.libraries.map((library) => (
                    <li>
                      {library.name} {library.version} ({library.licence})
                    </li>
                  ))}
                </ul>
                <p>
                  <a href={page.base + licencesFile}>{words("facts.licences")}</a>
                </p>
              </dd>
            </div>
          </dl>
        </section>
      </main>
      <PageFooter page={page} />
    </Document>
  );
}

import { withoutWhiteSpace } from "../core/document/display.ts";
import { allSentences } from "../core/document/report.ts";
import { mainId } from "../core/page/contract.ts";
import { Document } from "./Document.tsx";
import { PageFooter } from "./PageFooter.tsx";
import { type Head, type Library, licencesFile, type PageContext, type Taken } from "./page.ts";
import { TakeList } from "./TakeList.tsx";

/** A section of the about page, for its table of contents. */
export interface AboutSection {
  readonly id: string;
  readonly title: string;
}

interface AboutPageProps {
  readonly page: PageContext;
  readonly head: Head;
  /** The text of `content/about.<language>.md` as HTML. */
  readonly prose: string;
  readonly sections: readonly AboutSection[];
  readonly libraries: readonly Library[];
  readonly taken: readonly Taken[];
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
          {[
            ...(props.taken.length > 0 ? [{ id: "take", title: words("take.title") }] : []),
            ...props.sections,
            { id: "facts", title: words("facts.title") },
          ].map((section) => (
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
        <div innerHTML={props.prose} />
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

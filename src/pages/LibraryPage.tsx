import { mainId } from "../core/page/contract.ts";
import { Document } from "./Document.tsx";
import { PageFooter } from "./PageFooter.tsx";
import type { Head, PageContext } from "./page.ts";

/** An entry of the library: the report's name and its path relative to the base path. */
export interface LibraryEntry {
  readonly name: string;
  readonly path: string;
}

/** The list of all reports, newest first. */
export function LibraryPage(props: {
  readonly page: PageContext;
  readonly head: Head;
  readonly entries: readonly LibraryEntry[];
}) {
  const { page } = props;
  const list = () => (
    <ol class="contents">
      {props.entries.map(({ name, path }) => (
        <li>
          <a href={`${page.base}${path}`}>{name}</a>
        </li>
      ))}
    </ol>
  );
  return (
    <Document page={page} head={props.head} isReference contents={list()}>
      <main id={mainId} tabindex="-1">
        <h1>{page.words("library")}</h1>
        {list()}
      </main>
      <PageFooter page={page} />
    </Document>
  );
}

import { formatSize } from "../core/document/size.ts";
import { takeId } from "../core/page/contract.ts";
import type { PageContext, Taken } from "./page.ts";

/**
 * The list of downloads in the page's language, with file sizes. Plain links that need no script.
 */
export function TakeList(props: { readonly page: PageContext; readonly files: readonly Taken[] }) {
  const { page } = props;
  const { language, words } = page;
  const files = props.files.filter((file) => file.language === language);
  const slugs = [...new Set(files.map(({ slug }) => slug))];
  return (
    <section id={takeId} aria-labelledby="take-h" data-offline={words("take.offline")}>
      <h2 id="take-h">{words("take.title")}</h2>
      <p>{words("take.about")}</p>
      {slugs.map((each) => (
        <ul class="files">
          {files
            .filter(({ slug }) => slug === each)
            .map(({ file, kind, bytes, name }) => (
              <li>
                <a href={page.base + file} download={name}>
                  {words(`take.kinds.${kind}`)}
                </a>{" "}
                <span class="size">{formatSize(bytes, language)}</span>
                {slugs.length > 1 && <small>{name}</small>}
              </li>
            ))}
        </ul>
      ))}
      <p role="status" />
    </section>
  );
}

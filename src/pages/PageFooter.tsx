import type { JSX } from "solid-js";
import type { PageKey } from "../words/keys.ts";
import type { PageContext } from "./page.ts";

/** The page footer: content of the page, and links to the other pages. */
export function PageFooter(props: { readonly page: PageContext; readonly children?: JSX.Element }) {
  const { page } = props;
  const links: readonly { readonly path: string | undefined; readonly name: PageKey }[] = [
    { path: page.reportPath, name: "backToReport" },
    { path: page.figuresPath, name: "figuresTitle" },
    { path: page.glossaryPath, name: "glossaryTitle" },
    { path: page.libraryPath, name: "library" },
    { path: page.takePath, name: "take.link" },
    { path: page.aboutPath, name: "about" },
  ];
  return (
    <footer>
      {props.children}
      {links
        .filter(({ path }) => path !== undefined && path !== page.path)
        .map(({ path, name }) => (
          <p>
            <a href={`${page.base}${path}`}>{page.words(name)}</a>
          </p>
        ))}
    </footer>
  );
}

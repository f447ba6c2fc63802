import type { JSX } from "solid-js";
import type { PageContext } from "./page";

/** The foot of a page: what the page puts there, and the way to what is said about the text. */
export function PageFooter(props: { readonly page: PageContext; readonly children?: JSX.Element }) {
  const { page } = props;
  const isAbout = page.path === page.aboutPath;
  return (
    <footer>
      {props.children}
      <p>
        <a href={`${page.base}${isAbout ? page.reportPath : page.aboutPath}`}>
          {page.words(isAbout ? "backToReport" : "about")}
        </a>
      </p>
    </footer>
  );
}

import type { JSX } from "solid-js";
import type { PageContext } from "./page.ts";

/**
 * A disclosure, closed on the site. In a file, disclosures that are link targets are open, since no
 * script could open them; in a book the content is printed plainly, since many reading systems do
 * not support `details`.
 */
export function Disclosure(props: {
  readonly page: PageContext;
  readonly class: string;
  readonly id?: string;
  readonly name: JSX.Element;
  readonly opensInFile?: boolean;
  readonly children: JSX.Element;
}) {
  if (props.page.edition === "book") {
    return (
      <div class={props.class} id={props.id}>
        {props.children}
      </div>
    );
  }
  return (
    <details
      class={props.class}
      id={props.id}
      open={Boolean(props.opensInFile && props.page.edition === "file")}
    >
      <summary>{props.name}</summary>
      {props.children}
    </details>
  );
}

import type { JSX } from "solid-js";
import type { PageContext } from "./page.ts";

/**
 * A part that can be folded away, closed on the site. In a file a part to which links lead is open, for no script opens
 * it; in a book, whose programs often can't fold, it is just there.
 */
export function Folded(props: {
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

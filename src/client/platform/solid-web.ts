// Solid's compiled templates set innerHTML, which Trusted Types refuse, and Solid 1.9 has no policy
// of its own (https://github.com/ryansolid/dom-expressions/issues/517). Compiled code imports this
// module in place of solid-js/web. It can be deleted when `template()` of solid-js/web makes
// trusted HTML itself.
import { untrack } from "solid-js";
import { insert as insertNodes } from "solid-js/web";
import { createPolicy } from "./trusted-types.ts";

export * from "solid-js/web";

/** What is inserted, with a new text node in place of a text. */
function withNewText(value: unknown): unknown {
  if (typeof value === "function") return () => withNewText(value());
  const isText = typeof value === "string" || typeof value === "number";
  return isText ? document.createTextNode(String(value)) : value;
}

/**
 * As `insert` of solid-js/web, but a text that changes becomes a new node: Solid goes on writing to
 * the node that it has made, which page translators replace by their own. Such a text must be all
 * that its element contains: beside others it could not be told what stands in its place.
 */
export const insert: typeof insertNodes = (parent, accessor, marker, initial) =>
  insertNodes(parent, withNewText(accessor) as typeof accessor, marker, initial);

/** Only strings of compiled code reach this policy. */
const policy = createPolicy("solid-templates", { createHTML: (html) => html });

/**
 * As `template` of solid-js/web, with its HTML made trusted. SVG and MathML fragments are not
 * supported.
 */
export function template(html: string, isImportNode?: boolean): () => Node {
  let node: Node | undefined;
  const create = (): Node => {
    const element = document.createElement("template");
    // Typed for browsers without Trusted Types.
    element.innerHTML = (policy?.createHTML(html) as unknown as string | undefined) ?? html;
    return element.content.firstChild as Node;
  };
  const get = (): Node => {
    node ??= create();
    return node;
  };
  const clone = isImportNode
    ? () => untrack(() => document.importNode(get(), true))
    : () => get().cloneNode(true);
  return Object.assign(clone, { cloneNode: clone });
}

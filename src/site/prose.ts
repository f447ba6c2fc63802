import type { Element, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** Rendered Markdown, and its sections by id. */
export interface Prose {
  readonly html: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

/** Cuts rendered Markdown in two after a section; after everything if there is no such section. */
export function cutAfter({ html, sections }: Prose, id: string): readonly [Prose, Prose] {
  const last = sections.findIndex((section) => section.id === id);
  const end = last < 0 ? sections.length : last + 1;
  const next = sections[end];
  const at = next ? html.indexOf(`<h2 id="${next.id}">`) : html.length;
  return [
    { html: html.slice(0, at), sections: sections.slice(0, end) },
    { html: html.slice(at), sections: sections.slice(end) },
  ];
}

/**
 * Throws if a link is anything but a web, mail or telephone address: `javascript:` and `data:` are
 * refused.
 */
function refuseUnsafeLinks(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const address = String(child.properties.href ?? child.properties.src ?? "");
    if (/^\s*(?!https?:|mailto:|tel:)[a-z][a-z\d+.-]*:/i.test(address)) {
      throw new Error(
        `expected a link to a page, a mail address or a telephone; found \`${address}\``,
      );
    }
    refuseUnsafeLinks(child);
  }
}

/**
 * Renders our own Markdown to HTML. `##` headings end with their id: `## … {#privacy}`. Throws for
 * a link with an unsafe scheme.
 */
export function renderProse(markdown: string): Prose {
  const sections: { id: string; title: string }[] = [];
  const takeIds = () => (tree: Root) => {
    for (const node of tree.children) {
      if (node.type !== "element" || node.tagName !== "h2") continue;
      const text = (node as Element).children.at(-1);
      if (text?.type !== "text") continue;
      const match = /^(.*?)\s*\{#([a-z-]+)\}$/u.exec(text.value);
      if (!match) continue;
      const [, title = "", id = ""] = match;
      text.value = title;
      node.properties.id = id;
      sections.push({ id, title });
    }
  };
  const html = unified()
    .use(remarkParse)
    .use(remarkRehype)
    .use(takeIds)
    .use(() => refuseUnsafeLinks)
    .use(rehypeStringify)
    .processSync(markdown)
    .toString();
  return { html, sections };
}

import type { Element, Root } from "hast";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

/** Prose of ours as HTML, and its sections by id. */
export interface Prose {
  readonly html: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

/** Throws where a link of the prose is anything but an address: a program, or data. */
function refusePrograms(node: Root | Element): void {
  for (const child of node.children) {
    if (child.type !== "element") continue;
    const address = String(child.properties.href ?? child.properties.src ?? "");
    if (/^\s*(?!https?:|mailto:|tel:)[a-z][a-z\d+.-]*:/i.test(address)) {
      throw new Error(
        `expected a link to a page, a mail address or a telephone; found \`${address}\``,
      );
    }
    refusePrograms(child);
  }
}

/** Turns Markdown of ours into HTML; throws for a link that is a program. Its `##` headings end with their id: `## … {#privacy}`. */
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
    .use(() => refusePrograms)
    .use(rehypeStringify)
    .processSync(markdown)
    .toString();
  return { html, sections };
}

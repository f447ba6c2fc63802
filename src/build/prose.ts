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

/** Turns Markdown of ours into HTML. Its `##` headings end with their id: `## … {#privacy}`. */
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
    .use(rehypeStringify)
    .processSync(markdown)
    .toString();
  return { html, sections };
}

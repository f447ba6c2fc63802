// What programs in a reader's browser do to a page that is shown. Each function is self-contained,
// so that it can be injected into a page.

/**
 * As Chrome's page translator: each text is put into two `font` elements, in another language,
 * which the root element then says it is in.
 */
export function translate(root: ParentNode = document): void {
  const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!text.data.trim() || text.parentElement?.closest("script, style, [translate=no]")) continue;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = `traduit ${text.length}`;
    outer.append(inner);
    text.replaceWith(outer);
  }
  document.documentElement.lang = "fr";
}

/** As Safari and Firefox: texts are replaced in their nodes. */
export function translateInPlace(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() && !text.parentElement?.closest("script, style"))
      text.data = `traduit ${text.length}`;
  }
  document.documentElement.lang = "fr";
}

/** As extensions for learners: each Chinese character gets its reading. */
export function addPinyin(root: Node = document.body): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (!/\p{Script=Han}/u.test(text.data) || text.parentElement?.closest("script, style"))
      continue;
    const nodes = [...text.data].map((char) => {
      if (!/\p{Script=Han}/u.test(char)) return char;
      const ruby = document.createElement("ruby");
      const reading = document.createElement("rt");
      reading.textContent = "pīn";
      ruby.append(char, reading);
      return ruby;
    });
    text.replaceWith(...nodes);
  }
}

/** As dictionaries and annotators: remarks are put into the sentences, before and within a text. */
export function addRemarks(): void {
  for (const sentence of document.querySelectorAll("main .s, main [data-say]")) {
    const remark = (text: string) =>
      Object.assign(document.createElement("span"), { className: "remark", textContent: text });
    const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT);
    const first = walker.nextNode() as Text | null;
    if (!first || first.length < 2) continue;
    first.splitText(1).before(remark("[note]"));
    sentence.prepend(remark("注"));
  }
}

/** As converters between simplified and traditional characters: one character for another. */
export function toTraditional(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (!text.parentElement?.closest("script, style"))
      text.data = text.data.replaceAll("复", "復").replaceAll("议", "議").replaceAll("调", "調");
  }
}

/** The text of a node without the pinyin above its characters. */
function textOf(node: Node): string {
  if (node.nodeName === "RT") return "";
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? "";
  return [...node.childNodes].map(textOf).join("");
}

/** What is selected within an element, without pinyin; "" if the selection is elsewhere. */
export function selectedWord(selection: Selection | null, within: Element): string {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return "";
  const range = selection.getRangeAt(0);
  if (!within.contains(range.commonAncestorContainer)) return "";
  return textOf(range.cloneContents()).trim();
}

/** The pinyin above a word in an element, with spaces; "" if it is not there. */
export function shownPinyin(within: Element, word: string): string {
  const rubies = [...within.querySelectorAll("ruby")];
  const characters = rubies.map(textOf);
  const length = [...word].length;
  const at = characters.findIndex(
    (_, from) => characters.slice(from, from + length).join("") === word,
  );
  if (at === -1 || length === 0) return "";
  return rubies
    .slice(at, at + length)
    .map((ruby) => ruby.querySelector("rt")?.textContent ?? "")
    .join(" ");
}

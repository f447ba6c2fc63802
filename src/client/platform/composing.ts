/**
 * Whether a key is for an input method: it composes, or the key has just ended its composition.
 * Safari tells the latter by `keyCode` 229 alone (https://bugs.webkit.org/show_bug.cgi?id=165004).
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

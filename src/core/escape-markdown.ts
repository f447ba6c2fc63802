/**
 * Escapes text for Markdown (https://spec.commonmark.org), so that it is displayed literally. With
 * `keepsAsterisks` asterisks are left alone and go on marking emphasis.
 */
export function escapeMarkdown(text: string, keepsAsterisks = false): string {
  return (
    text
      .replace(keepsAsterisks ? /[\\`_{}[\]<>#|~&=]/g : /[\\`*_{}[\]<>#|~&=]/g, "\\$&")
      .replace(/^(\s*)([-+])/gm, "$1\\$2")
      .replace(/^(\s*\d+)([.)])/gm, "$1\\$2")
      // A line that is set in by four columns is code.
      .replace(/^(?= {4}| {0,3}\t)\s/gm, (space) => `&#${space.charCodeAt(0)};`)
  );
}

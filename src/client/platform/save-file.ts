/** Hands the reader a file of text to keep. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Engines read the address after the press; half a minute is a guess that none has needed.
  setTimeout(() => URL.revokeObjectURL(address), 30_000);
}

/** Downloads a file of text, which is given in parts. */
export function saveFile(name: string, type: string, parts: string[]): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read the address some time after the click; half a minute has always been enough.
  setTimeout(() => URL.revokeObjectURL(address), 30_000);
}

/** Downloads a file of text. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Browsers read the address some time after the click; half a minute has always been enough.
  setTimeout(() => URL.revokeObjectURL(address), 30_000);
}

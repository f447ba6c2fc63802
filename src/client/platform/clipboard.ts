/** Puts text on the clipboard; returns whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or a page without HTTPS, which has no clipboard: the old way asks for nothing, and leaves selection and focus
    // where they are.
    let isCopied = false;
    const give = (event: ClipboardEvent) => {
      event.clipboardData?.setData("text/plain", text);
      event.preventDefault();
      isCopied = true;
    };
    document.addEventListener("copy", give);
    const isDone = document.execCommand("copy");
    document.removeEventListener("copy", give);
    return isDone && isCopied;
  }
}

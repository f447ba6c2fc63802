/** Puts text on the clipboard; returns whether it is there. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Permission denied, or no HTTPS and so no Clipboard API: `execCommand` needs neither, and with
    // a listener for the event it leaves selection and focus alone.
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

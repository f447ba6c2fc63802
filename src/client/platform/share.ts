/**
 * Opens the device's share sheet (Web Share API). Returns whether nothing else need be tried: false
 * where there is none or it failed, true also where the reader closed it.
 */
export async function shareWithDevice(data: ShareData): Promise<boolean> {
  if (!navigator.canShare?.(data)) return false;
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}

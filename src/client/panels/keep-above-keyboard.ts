/**
 * Tells the style sheet how much of the window's foot a keyboard covers, as `--keyboard` on the
 * root element, and the height that is left, as `--shown`, where the window itself does not become
 * lower (Safari).
 */
export function keepAboveKeyboard(signal: AbortSignal): void {
  const seen = window.visualViewport;
  const { style } = document.documentElement;
  const follow = () => {
    if (!seen) return;
    const covered = Math.round(window.innerHeight - seen.height - seen.offsetTop);
    // A page that is pinched larger shows less of itself, too.
    const isCovered = seen.scale <= 1.01 && covered >= 100;
    style.setProperty("--keyboard", isCovered ? `${covered}px` : "");
    style.setProperty("--shown", isCovered ? `${seen.height}px` : "");
  };
  seen?.addEventListener("resize", follow, { signal });
  seen?.addEventListener("scroll", follow, { signal });
}

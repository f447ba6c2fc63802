/** Shows how much of the page has been read as a line on the bar's edge. */
export function attachProgress(line: HTMLElement, signal: AbortSignal): void {
  let isAsked = false;
  const draw = () => {
    isAsked = false;
    const length = document.documentElement.scrollHeight - window.innerHeight;
    const read = length > 0 ? Math.min(1, window.scrollY / length) : 1;
    line.style.setProperty("--progress", read.toFixed(4));
  };
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    requestAnimationFrame(draw);
  };
  ask();
  addEventListener("scroll", ask, { passive: true, signal });
  addEventListener("resize", ask, { signal });
}

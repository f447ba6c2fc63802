import type { Stretch } from "../document/emphasis.ts";

/** A stretch of text with what lies on it. */
export interface Layer<Value> extends Stretch {
  readonly value: Value;
}

/**
 * What is seen of stretches of a text, a later one above an earlier: stretches in order that don't
 * overlap, however many lie on each other.
 */
export function flattenLayers<Value>(layers: readonly Layer<Value>[]): Layer<Value>[] {
  const top: (Layer<Value> | undefined)[] = [];
  for (const layer of layers) for (let at = layer.from; at < layer.to; at++) top[at] = layer;
  const seen: Layer<Value>[] = [];
  let from = 0;
  for (let at = 0; at < top.length; at++) {
    const layer = top[at];
    if (layer === top[at + 1]) continue;
    if (layer) seen.push({ from, to: at + 1, value: layer.value });
    from = at + 1;
  }
  return seen;
}

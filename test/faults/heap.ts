import type { CDPSession } from "@playwright/test";

interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
}

/**
 * What an engine keeps for itself, by the snapshot's node types: code that it has compiled more
 * often used, and what the browser writes down of a page (paints, inputs, steps to undo). It grows
 * to a bound that the engine sets.
 */
const engineTypes = new Set(["code", "native", "hidden", "synthetic"]);

/**
 * What the page's own objects, functions, lists and strings take, in bytes, after all that can be
 * let go of has been. Read from a heap snapshot of the Chrome DevTools Protocol (`HeapProfiler`).
 */
export async function measureObjects(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const collect = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  session.on("HeapProfiler.addHeapSnapshotChunk", collect);
  // A snapshot collects garbage before it is taken.
  await session.send("HeapProfiler.takeHeapSnapshot");
  session.off("HeapProfiler.addHeapSnapshotChunk", collect);
  const { snapshot, nodes } = JSON.parse(chunks.join("")) as HeapSnapshot;
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const typeAt = fields.indexOf("type");
  const sizeAt = fields.indexOf("self_size");
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    const type = types[0][nodes[node + typeAt] ?? 0] ?? "";
    if (!engineTypes.has(type)) bytes += nodes[node + sizeAt] ?? 0;
  }
  return bytes;
}

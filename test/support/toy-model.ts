// A model in the form of Kokoro-82M that gives each phoneme a tone of its own, and voices for it:
// the real one is 92 MB. Written as ONNX (https://onnx.ai/onnx/repo-docs/IR.html), which is a
// protocol buffer: numbered fields, one after the other.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { kokoroSampleRate } from "../../src/site/narrate/kokoro/model.ts";

/** Seconds of a tone at speed 1: a syllable, of two to six phonemes, is as long as a spoken one. */
export const toneSeconds = 0.045;

/** The marks, the space, and the zero at both ends. */
const silentTokens: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 16]);
/** One more than the greatest number of a phoneme. */
const tokenCount = 178;

/** In hertz: another one for each token, far above the rate at which silence is looked for. */
export const frequencyOf = (token: number) => 200 + 10 * token;

/** A message's field: its number, and what it holds. */
type Field = readonly [number: number, value: Uint8Array | string | number];

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

/** Writes a message. Numbers are written as varints, everything else with its length before it. */
function message(...fields: readonly Field[]): Uint8Array {
  const parts = fields.map(([number, value]) => {
    if (typeof value === "number") return Uint8Array.of(...varint(number * 8), ...varint(value));
    const bytes = typeof value === "string" ? Buffer.from(value) : value;
    return Buffer.concat([
      Uint8Array.of(...varint(number * 8 + 2), ...varint(bytes.length)),
      bytes,
    ]);
  });
  return Buffer.concat(parts);
}

const types = { float: 1, int64: 7 } as const;

/** An input or an output: a number for a known size, a name for one that varies. */
function valueInfo(name: string, type: keyof typeof types, shape: readonly (number | string)[]) {
  const sizes = shape.map((size): Field => [1, message([typeof size === "number" ? 1 : 2, size])]);
  return message([1, name], [2, message([1, message([1, types[type]], [2, message(...sizes)])])]);
}

/** A constant: a scalar, or a row of numbers. */
function initializer(name: string, data: Float32Array | BigInt64Array, isScalar = false) {
  const type = data instanceof Float32Array ? types.float : types.int64;
  const dimensions: Field[] = isScalar ? [] : [[1, data.length]];
  const bytes = new Uint8Array(data.buffer);
  return message(...dimensions, [2, type], [8, name], [9, bytes]);
}

/** A step of the calculation; `attribute` is an integer with its name. */
function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  attribute?: readonly [string, number],
) {
  const attributes: Field[] = attribute
    ? [[5, message([1, attribute[0]], [3, attribute[1]], [20, 2])]]
    : [];
  return message(
    ...inputs.map((input): Field => [1, input]),
    [2, output],
    [4, operator],
    ...attributes,
  );
}

/** A number for each token. */
const forEachToken = (numberFor: (token: number) => number) =>
  Float32Array.from({ length: tokenCount }, (_, token) => numberFor(token));

const int = (value: number) => BigInt64Array.of(BigInt(value));
const int64 = (type: number) => ["to", type] as const;

/** A sine for each token, as long as the speed says, and as loud as the first number of the style. */
const steps = (style: string) => [
  node("Div", ["tone", "speed"], "spoken"),
  node("Cast", ["spoken"], "length", int64(types.int64)),
  node("Squeeze", ["length"], "whole"),
  node("Range", ["zero", "whole", "one"], "places"),
  node("Cast", ["places"], "times", int64(types.float)),
  node("Reshape", ["tokens", "column"], "rows"),
  node("Gather", ["frequencies", "rows"], "steps"),
  node("Gather", ["levels", "rows"], "loud"),
  node("Mul", ["steps", "times"], "phases"),
  node("Sin", ["phases"], "tones"),
  node("Mul", ["tones", "loud"], "heard"),
  node("Gather", [style, "zero"], "level", ["axis", 1]),
  node("Mul", ["heard", "level"], "scaled"),
  node("Reshape", ["scaled", "flat"], "audio"),
];

const constants = [
  initializer("tone", Float32Array.of(toneSeconds * kokoroSampleRate)),
  initializer("zero", int(0), true),
  initializer("one", int(1), true),
  initializer("column", BigInt64Array.of(-1n, 1n)),
  initializer("flat", int(-1)),
  initializer(
    "frequencies",
    forEachToken((token) => (2 * Math.PI * frequencyOf(token)) / kokoroSampleRate),
  ),
  initializer(
    "levels",
    forEachToken((token) => Number(!silentTokens.has(token))),
  ),
];

/**
 * The model as a file of ONNX.
 *
 * @param style the name of the input that is the voice's style; another one makes another model
 */
export function toyModel(style = "style"): Uint8Array {
  const graph = message(
    ...steps(style).map((each): Field => [1, each]),
    [2, "tones"],
    ...constants.map((each): Field => [5, each]),
    [11, valueInfo("tokens", "int64", [1, "count"])],
    [11, valueInfo(style, "float", [1, 256])],
    [11, valueInfo("speed", "float", [1])],
    [12, valueInfo("audio", "float", ["samples"])],
  );
  // The version of the format, the graph, and the version of its operators.
  return message([1, 8], [7, graph], [8, message([1, ""], [2, 17])]);
}

/** A voice that speaks at a level for a number of phonemes; 0.3 of full scale by default. */
export function toyVoice(levelFor: (phonemes: number) => number = () => 0.3): Uint8Array {
  const styles = new Float32Array(510 * 256);
  for (let row = 0; row < 510; row++) styles[row * 256] = levelFor(row);
  return new Uint8Array(styles.buffer);
}

/** Writes the model with a voice for each language to a folder; returns the path of the model. */
export function writeToyKokoro(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "zm_yunxi.bin"), toyVoice());
  writeFileSync(
    join(folder, "bf_emma.bin"),
    toyVoice(() => 0.25),
  );
  const model = join(folder, "toy.onnx");
  writeFileSync(model, toyModel());
  return model;
}

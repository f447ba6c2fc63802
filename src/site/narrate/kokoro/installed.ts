import { createRequire } from "node:module";
import { resolve } from "node:path";

/** The folder of `package.json`, and of `node_modules`, for the engine alone: few people need it. */
export const kokoroFolder = "tools/kokoro";

/** The part of `onnxruntime-node` that is used. */
export interface OnnxRuntime {
  readonly InferenceSession: {
    create(file: string, options: object): Promise<Session>;
  };
  readonly Tensor: new (
    type: "int64" | "float32",
    data: BigInt64Array | Float32Array,
    shape: readonly number[],
  ) => Tensor;
}

export interface Tensor {
  readonly data: Float32Array;
}

/** A model that was loaded. */
export interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, Tensor>>>;
}

/** The part of `jieba-wasm` that is used: cuts a Chinese text into words. */
export interface Jieba {
  cut(text: string, guessesUnknownWords: boolean): string[];
}

/** The part of `opencc-js` that is used: a function that writes traditional characters simplified. */
interface OpenCc {
  Converter(options: { readonly from: "t"; readonly to: "cn" }): (text: string) => string;
}

/** What the engine needs of its packages. */
export interface KokoroPackages {
  readonly runtime: OnnxRuntime;
  readonly jieba: Jieba;
  /** Writes traditional characters simplified. */
  readonly simplify: (text: string) => string;
}

/**
 * The packages as installed in a folder. Throws a sentence that says how to install them where they
 * are not.
 */
export function loadPackages(folder = kokoroFolder): KokoroPackages {
  const require = createRequire(resolve(folder, "package.json"));
  try {
    const openCc: OpenCc = require("opencc-js");
    return {
      runtime: require("onnxruntime-node"),
      jieba: require("jieba-wasm"),
      simplify: openCc.Converter({ from: "t", to: "cn" }),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new Error(
      `The engine kokoro is not installed: run \`npm ci --prefix ${kokoroFolder}\` once.`,
    );
  }
}

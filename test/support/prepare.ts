// Gets what `npm test` needs and this machine has not, or says in a sentence how to: `pretest` of
// package.json.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { kokoroFolder } from "../../src/site/narrate/kokoro/installed.ts";
import { sherpaOnnxFolder } from "../../src/site/narrate/sherpa-onnx.ts";
import { hasChromium } from "./browser.ts";
import { planPreparation } from "./preparation.ts";
import { scriptOf } from "./tools.ts";

const isOnPath = (program: string) =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .some((folder) =>
      ["", ".exe", ".cmd", ".bat"].some((end) => existsSync(join(folder, program + end))),
    );

/**
 * The JavaScript of a command that is run by this Node, if it is one. npm says where its own is.
 */
function scriptFor(program: string): string | undefined {
  if (program === "npm") return process.env.npm_execpath;
  return program === "playwright" ? scriptOf(program) : undefined;
}

/** Runs a command of a plan, and returns whether it succeeded. */
function run([program = "", ...args]: readonly string[]): boolean {
  const script = scriptFor(program);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status } = script
    ? spawnSync(process.execPath, [script, ...args], { env, stdio: "inherit" })
    : spawnSync(program, args, { env, stdio: "inherit" });
  return status === 0;
}

const { commands, missing } = planPreparation({
  hasChromium: hasChromium(),
  hasPdfToText: isOnPath("pdftotext"),
  hasEpubCheck: isOnPath("epubcheck"),
  hasSherpaOnnx: existsSync(join(sherpaOnnxFolder, "node_modules", "sherpa-onnx")),
  hasKokoro: ["onnxruntime-node", "jieba-wasm"].every((name) =>
    existsSync(join(kokoroFolder, "node_modules", name)),
  ),
  canInstallDebian: process.getuid?.() === 0 && isOnPath("apt-get"),
});
const failed = commands.find((command) => !run(command));
const problems = [
  ...(failed
    ? [`\`${failed.join(" ")}\` failed; run it by hand, or install by other means what it names.`]
    : []),
  ...missing,
];
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import type { Library } from "../pages/page.ts";

/** A shipped library with its full licence text. */
export interface ShippedLibrary extends Library {
  readonly licenceText: string;
}

/** The package folders of modules, from their paths. Modules of this project belong to none. */
function packagesOf(modules: Iterable<string>): string[] {
  const folders = [...modules].flatMap(
    (module) =>
      /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module.replaceAll("\\", "/")) ?? [],
  );
  return [...new Set(folders)].sort();
}

/**
 * The modules of the service worker. It is bundled here because its build runs after the pages,
 * which list the libraries.
 */
async function modulesOfWorker(): Promise<string[]> {
  const bundle = await rolldown({ input: "src/sw/sw.ts", logLevel: "silent" });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  return output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
}

/** The packages of which data is shipped, in tables that the build makes. */
const dataFolders = ["pinyin-pro", "opencc-js"].map((name) => join("node_modules", name));

/** The text of a package's licence, and of those of what it has taken in. */
function readLicence(folder: string, file: string): string {
  const others = join(folder, "LICENSES");
  const files = existsSync(others) ? readdirSync(others).map((name) => join(others, name)) : [];
  return [join(folder, file), ...files]
    .map((each) => readFileSync(each, "utf8").trim())
    .join("\n\n");
}

function describe(folder: string): ShippedLibrary {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  const { name, version, license } = about as Readonly<Record<string, unknown>>;
  if (typeof license !== "string" || !file) {
    throw new Error(
      `${folder}: expected a licence in package.json and its text in a file; found none`,
    );
  }
  const licenceText = readLicence(folder, file);
  return { name: String(name), version: String(version), licence: license, licenceText };
}

/**
 * The libraries that are shipped to readers: those of the given modules and of the service worker,
 * and those of which there is data. Throws if a package does not state its licence.
 */
export async function shippedLibraries(modules: Iterable<string>): Promise<ShippedLibrary[]> {
  const folders = packagesOf([...modules, ...(await modulesOfWorker())]);
  return [...folders, ...dataFolders]
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map(describe);
}

/** All licences as one text, without repetitions. */
export function printLicences(libraries: readonly ShippedLibrary[]): string {
  const texts = new Map<string, string[]>();
  for (const { name, version, licence, licenceText } of libraries) {
    texts.set(licenceText, [...(texts.get(licenceText) ?? []), `${name} ${version} (${licence})`]);
  }
  return [...texts]
    .map(([text, names]) => `${names.join("\n")}\n\n${text}\n`)
    .join(`\n${"-".repeat(72)}\n\n`);
}

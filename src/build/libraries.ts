import { readFileSync } from "node:fs";
import type { Library } from "../pages/page.ts";

function readPackage(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
}

/** The libraries that are shipped to readers: the project's dependencies, with what they say of themselves. */
export function shippedLibraries(): Library[] {
  const names = Object.keys(readPackage("package.json").dependencies as object);
  return [...names, "workbox-precaching"].map((name) => {
    const { version, license } = readPackage(`node_modules/${name}/package.json`);
    return { name, version: String(version), licence: String(license) };
  });
}

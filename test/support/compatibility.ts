import { createRequire } from "node:module";
import type { CompatData, Identifier, VersionValue } from "@mdn/browser-compat-data";
import browserslist from "browserslist";
import { parseAst } from "rolldown/parseAst";

const data: CompatData = createRequire(import.meta.url)("@mdn/browser-compat-data");

/** The oldest supported version of each browser, by MDN's browser names. */
const oldest = new Map<string, number>();
for (const browser of browserslist()) {
  const [name = "", version = ""] = browser.split(" ");
  const key = name === "ios_saf" ? "safari_ios" : name;
  oldest.set(key, Math.min(oldest.get(key) ?? Infinity, Number.parseFloat(version)));
}

function isSince(added: VersionValue | undefined, version: number): boolean {
  return typeof added === "string" && Number.parseFloat(added.replace("≤", "")) <= version;
}

/** Whether all the oldest browsers support a feature, unprefixed and without a flag. */
function isEverywhere(feature: Identifier): boolean {
  const support = feature.__compat?.support;
  if (!support) return true;
  return [...oldest].every(([browser, version]) =>
    [support[browser as keyof typeof support] ?? []]
      .flat()
      .some(
        ({ version_added, flags, prefix, alternative_name }) =>
          !flags && !prefix && !alternative_name && isSince(version_added, version),
      ),
  );
}

const { builtins } = data.javascript;
if (!builtins) throw new Error("MDN's data has no builtins.");

type Interfaces = Readonly<Record<string, Identifier>>;

/** Member names, with whether any interface has had a member of that name for long enough. */
function membersOf(interfaces: Interfaces): Map<string, boolean> {
  const members = new Map<string, boolean>();
  for (const feature of Object.values(interfaces))
    for (const [written, part] of Object.entries(feature)) {
      if (written === "__compat") continue;
      const name = written.replace(/_static$|_event$/, "");
      const isOld = isEverywhere(feature) && isEverywhere(part as Identifier);
      members.set(name, members.get(name) || isOld);
    }
  return members;
}

/** Members of the language itself, which any object may have. */
const builtinMembers = membersOf(
  Object.fromEntries(
    ["Array", "String", "Object", "Promise", "Map", "Set", "RegExp", "Number", "Math", "TypedArray"]
      .concat(
        "ArrayBuffer",
        "Error",
        "Function",
        "Generator",
        "Intl",
        "JSON",
        "Date",
        "Symbol",
        "WeakMap",
        "Reflect",
      )
      .flatMap((name): [string, Identifier][] => (builtins[name] ? [[name, builtins[name]]] : [])),
  ),
);
const apiMembers = membersOf(data.api);
const globals: Interfaces = { ...data.api, ...builtins };

interface SyntaxNode {
  readonly type: string;
  readonly name?: string;
  readonly computed?: boolean;
  readonly property?: SyntaxNode;
  readonly key?: SyntaxNode;
  readonly left?: SyntaxNode;
  readonly regex?: { readonly pattern: string; readonly flags: string };
}

/**
 * The features in scripts that the oldest browsers lack: globals, members that no interface of
 * theirs has, and regular expression syntax. Members that the scripts define themselves are left
 * out unless a builtin has the same name. Members that exist on some old interface and options of
 * calls are not detected.
 */
export function newerThanTargets(scripts: readonly string[]): string[] {
  const found = new Set<string>();
  const read = new Set<string>();
  const own = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each);
      return;
    }
    if (typeof node !== "object" || node === null) return;
    const { type, name = "", computed, property, key, left, regex } = node as SyntaxNode;
    const global = type === "Identifier" && Object.hasOwn(globals, name) && globals[name];
    if (global && !isEverywhere(global)) found.add(name);
    if (type === "MemberExpression" && !computed && property?.name) read.add(property.name);
    if (/^(Property|MethodDefinition|PropertyDefinition)$/.test(type) && !computed && key?.name)
      own.add(key.name);
    if (type === "AssignmentExpression" && left?.type === "MemberExpression" && left.property?.name)
      own.add(left.property.name);
    if (regex && /\(\?<[=!]/.test(regex.pattern)) found.add("lookbehind");
    if (regex && /[dv]/.test(regex.flags)) found.add(`flag ${regex.flags}`);
    for (const child of Object.values(node)) visit(child);
  };
  for (const script of scripts) visit(parseAst(script));
  for (const name of read) {
    const isOld = builtinMembers.get(name) ?? (own.has(name) || apiMembers.get(name));
    if (isOld === false) found.add(name);
  }
  return [...found].sort();
}

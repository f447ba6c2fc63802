/** The headers that a rule of a `_headers` file sets, and the path it is for. */
interface Rule {
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads a `_headers` file as Netlify and Cloudflare Pages both document it: a line that begins with
 * a slash names a path, which may end in `*`; the indented lines below it, its headers. Throws
 * where one of the two hosts would not take it.
 */
export function readHeadersFile(text: string): Rule[] {
  const rules: { path: string; headers: [string, string][] }[] = [];
  for (const line of text.split("\n")) {
    // Cloudflare: "Each line in the _headers file has a 2,000 character limit."
    if (line.length > 2000) throw new Error(`longer than Cloudflare takes: ${line.slice(0, 80)}…`);
    if (line.trim() === "" || line.startsWith("#")) continue;
    if (/^\s/.test(line)) {
      const [, name = "", value = ""] = /^\s+([A-Za-z-]+): (.+)$/.exec(line) ?? [];
      if (!name) throw new Error(`no header: ${line}`);
      const rule = rules.at(-1);
      if (!rule) throw new Error(`a header before any path: ${line}`);
      rule.headers.push([name, value]);
    } else {
      if (!/^\/[^*:\s]*\*?$/.test(line)) throw new Error(`a path only one of them takes: ${line}`);
      rules.push({ path: line, headers: [] });
    }
  }
  // Cloudflare: "A project is limited to 100 header rules."
  if (rules.length > 100) throw new Error(`${rules.length} rules are more than Cloudflare takes`);
  return rules;
}

/**
 * The headers of a path. Throws where two rules set one: Cloudflare joins such values, others
 * replace them.
 */
export function headersOf(rules: readonly Rule[], path: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const rule of rules) {
    const isFit = rule.path.endsWith("*")
      ? path.startsWith(rule.path.slice(0, -1))
      : path === rule.path;
    if (!isFit) continue;
    for (const [name, value] of rule.headers) {
      const key = name.toLowerCase();
      if (found.has(key)) throw new Error(`${path}: two rules set ${name}`);
      found.set(key, value);
    }
  }
  return found;
}

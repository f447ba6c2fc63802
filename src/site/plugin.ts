import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import {
  normalizePath,
  type Plugin,
  type Rolldown,
  type RunnableDevEnvironment,
  type ViteBuilder,
  type ViteDevServer,
} from "vite";
import { licencesFile } from "../pages/page.ts";
import { printCaddyfile } from "./hosting/caddy.ts";
import { compressFiles } from "./hosting/compress.ts";
import { printHeadersFile } from "./hosting/headers-file.ts";
import { printNginx } from "./hosting/nginx.ts";
import { type Hosting, notFoundPage } from "./hosting/rules.ts";
import { drawIcons, iconSource } from "./icons.ts";
import { printLicences, shippedLibraries } from "./libraries.ts";
import { compileEarlyScript, compileRecall } from "./own-scripts.ts";
import { contentSecurityPolicy } from "./policy.ts";
import { readReports } from "./read-reports.ts";
import { findRecordings } from "./recordings.ts";
import {
  bareSite,
  type Printer,
  pathOfReport,
  renderNotFoundPage,
  renderPages,
  type Site,
} from "./render.ts";
import { compileFileStyles, compileLaterStyles, compileStyles } from "./styles.ts";
import { makeFilesToTake } from "./take/take.ts";

/** The Vite environment that compiles pages for printing. */
export const pagesEnvironment = "pages";

const mainModule = "src/client/shell/main.ts";
export const printModule = "src/pages/print.tsx";
/**
 * The output folder of the printing code. It contains the process id, since several builds may run
 * at once.
 */
const printerFolder = `node_modules/.cache/zhanjuan/${process.pid}`;

/** The content folder: `content`, or another folder with the same structure. */
export const contentFolder = process.env.CONTENT_DIR ?? "content";
const reportsFolder = join(contentFolder, "reports");

/** The site's URL from `SITE_URL`, without a trailing slash; "" if unknown. */
function siteUrl(): string {
  return (process.env.SITE_URL ?? "").replace(/\/+$/, "");
}

/** Builds the printing code, then the client, then compresses the files of both. */
async function buildApp(builder: ViteBuilder): Promise<void> {
  // Stops on mistakes in the content before anything is built.
  readReports(reportsFolder);
  for (const name of [pagesEnvironment, "client"]) {
    const environment = builder.environments[name];
    if (environment) await builder.build(environment);
  }
  // Last, so that the service worker's script is included.
  compressFiles(resolve(builder.config.root, builder.config.build.outDir));
}

/** Loads the printing code that has just been built, and deletes its file. */
async function loadPrinter(root: string): Promise<Printer> {
  const file = pathToFileURL(resolve(root, printerFolder, "print.mjs"));
  const printer: Printer = await import(file.href);
  rmSync(resolve(root, printerFolder), { recursive: true });
  return printer;
}

/** Adds a file to the bundle. */
type Emit = (fileName: string, source: string | Uint8Array) => void;

/** Adds a file under a name that contains a hash of its content; returns its URL. */
function emitHashed(emit: Emit, base: string, name: string, type: string, source: string): string {
  const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
  const file = `assets/${name}-${hash}.${type}`;
  emit(file, source);
  return base + file;
}

/** Adds the pages, the files to download and the recordings of all reports. */
async function emitReports(
  emit: Emit,
  base: string,
  printer: Printer,
  bundle: Rolldown.OutputBundle,
  main: Rolldown.OutputChunk,
): Promise<void> {
  const reports = readReports(reportsFolder);
  const recordings = findRecordings(reportsFolder, reports);
  const earlyScript = await compileEarlyScript(base);
  const styles = compileStyles();
  const fileStyles = compileFileStyles();
  const origin = siteUrl();
  const taken = reports.flatMap((report) =>
    makeFilesToTake(report, {
      printer,
      recordings,
      fileStyles,
      addressOf: (of, language) =>
        origin ? origin + base + pathOfReport(reports, of, language) : undefined,
    }),
  );
  const modules = Object.values(bundle).flatMap((file) =>
    file.type === "chunk" ? file.moduleIds : [],
  );
  const libraries = await shippedLibraries(modules);
  const site: Site = {
    base,
    laterStyles: emitHashed(emit, base, "later", "css", compileLaterStyles()),
    shared: {
      styles: emitHashed(emit, base, "shared", "css", styles),
      earlyScript: emitHashed(emit, base, "early", "js", earlyScript),
    },
    recordings: new Map(recordings.map(({ key, recording }) => [key, recording])),
    contentFolder,
    site: origin,
    taken,
    styles,
    earlyScript,
    mainScript: base + main.fileName,
    preloads: main.imports.map((file) => base + file),
    libraries,
    hasPolicy: true,
  };
  for (const { file, data } of recordings.flatMap(({ files }) => files)) emit(file, data);
  // The map drops duplicates: a book without a recording is the same for both languages.
  for (const [file, data] of new Map(taken.map((each) => [each.file, each.data]))) {
    emit(file, data);
  }
  for (const { path, html } of renderPages(printer, reports, site)) emit(`${path}index.html`, html);
  emit(notFoundPage, renderNotFoundPage(printer, site));
  emit(licencesFile, printLicences(libraries));
  // The header applies to downloaded files as well, and browsers enforce both it and their own
  // policy: it has to allow the styles of both.
  emitHosting(emit, { base, policy: contentSecurityPolicy(earlyScript, [styles, fileStyles]) });
  for (const { slug, recipe } of reports) emit(`${slug}.source.json`, JSON.stringify(recipe));
  const texts = Object.fromEntries(reports.map((report) => [report.slug, report.textHash]));
  emit("version.json", JSON.stringify({ texts }));
}

/** Adds the configuration files for hosts. */
function emitHosting(emit: Emit, hosting: Hosting): void {
  emit("_headers", printHeadersFile(hosting));
  emit("hosting/nginx.conf", printNginx(hosting));
  emit("hosting/Caddyfile", printCaddyfile(hosting));
}

/** Adds the icons and the script that uninstalls the service worker. */
async function emitShell(emit: Emit): Promise<void> {
  for (const { file, data } of await drawIcons()) emit(file, data);
  emit("icon.svg", readFileSync(iconSource, "utf8").trim());
  emit("sw-recall.js", await compileRecall());
}

/** Serves pages from the development server, and reloads the browser after any change. */
function servePages(server: ViteDevServer, base: string, root: string): void {
  server.watcher.add([resolve(root, contentFolder), resolve(root, "src")]);
  server.watcher.on("change", () => server.environments.client?.hot.send({ type: "full-reload" }));
  server.middlewares.use((request, response, next) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname.replace(base, "");
    printOne(server, base, path)
      .then((html) => {
        if (html === undefined) return next();
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.end(html);
      })
      .catch(next);
  });
}

/**
 * Prints the site's pages as HTML and adds them to the client's bundle, together with icons,
 * downloads and `version.json`. The development server prints each page on request.
 */
export function printPages(): Plugin {
  let base = "/";
  let root = "";
  return {
    name: "zhanjuan:print-pages",
    config: (_, { isPreview }) => ({
      // The development server prints pages on request; a build has them in folders.
      appType: isPreview ? "mpa" : "custom",
      environments: {
        client: { build: { rolldownOptions: { input: mainModule } } },
        [pagesEnvironment]: {
          consumer: "server",
          resolve: { noExternal: true },
          build: {
            ssr: true,
            outDir: printerFolder,
            emptyOutDir: true,
            copyPublicDir: false,
            rolldownOptions: { input: printModule, output: { entryFileNames: "print.mjs" } },
          },
        },
      },
      builder: { buildApp },
    }),
    configResolved(config) {
      ({ base, root } = config);
    },
    buildStart() {
      this.addWatchFile(resolve(root, contentFolder));
    },
    async generateBundle(_options, bundle) {
      if (this.environment.name !== "client") return;
      // Module ids have forward slashes on every system.
      const mainId = normalizePath(resolve(root, mainModule));
      const main = Object.values(bundle).find(
        (file) => file.type === "chunk" && file.facadeModuleId === mainId,
      );
      if (main?.type !== "chunk") this.error(`${mainModule} is not in the bundle`);
      const emit: Emit = (fileName, source) =>
        void this.emitFile({ type: "asset", fileName, source });
      await emitReports(emit, base, await loadPrinter(root), bundle, main);
      await emitShell(emit);
    },
    configureServer(server) {
      servePages(server, base, root);
    },
  };
}

/**
 * A page as the development server serves it, with Vite's client; undefined if there is none at the
 * path.
 */
async function printOne(
  server: ViteDevServer,
  base: string,
  path: string,
): Promise<string | undefined> {
  if (path !== "" && !path.endsWith("/")) return undefined;
  const pages = server.environments[pagesEnvironment] as RunnableDevEnvironment;
  const printer = await pages.runner.import<Printer>(`/${printModule}`);
  const page = renderPages(printer, readReports(reportsFolder), {
    ...bareSite(base, contentFolder),
    laterStyles: `${base}src/styles/later.css`,
    styles: compileStyles(),
    earlyScript: await compileEarlyScript(base),
    mainScript: `${base}${mainModule}`,
  }).find((each) => each.path === path);
  return page && server.transformIndexHtml(`${base}${path}`, page.html);
}

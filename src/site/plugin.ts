import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin, RunnableDevEnvironment, ViteDevServer } from "vite";
import { licencesFile } from "../pages/page.ts";
import { printCaddyfile } from "./hosting/caddy.ts";
import { compressFiles } from "./hosting/compress.ts";
import { printHeadersFile } from "./hosting/headers-file.ts";
import { printNginx } from "./hosting/nginx.ts";
import { notFoundPage } from "./hosting/rules.ts";
import { drawIcons, iconSource } from "./icons.ts";
import { printLicences, shippedLibraries } from "./libraries.ts";
import { compileEarlyScript, compileRecall } from "./own-scripts.ts";
import { contentSecurityPolicy } from "./policy.ts";
import { readReports } from "./read-reports.ts";
import { findRecordings } from "./recordings.ts";
import {
  type Printer,
  pathOfReport,
  renderNotFoundPage,
  renderPages,
  type Site,
} from "./render.ts";
import { compileFileStyles, compileLaterStyles, compileStyles } from "./styles.ts";
import { makeFilesToTake } from "./take/take.ts";

/** The environment in which pages are compiled for printing. */
export const pagesEnvironment = "pages";

const mainModule = "src/client/shell/main.ts";
const printModule = "src/pages/print.tsx";
/** Where the printing code is put while one build runs; builds that run side by side must not meet. */
const printerFolder = `node_modules/.cache/zhanjuan/${process.pid}`;

/** Where the content stands: `content`, or another folder of the same shape. */
export const contentFolder = process.env.CONTENT_DIR ?? "content";

/** Where the site will be published, from `SITE_URL`, without a slash at its end; "" where unknown. */
function siteUrl(): string {
  return (process.env.SITE_URL ?? "").replace(/\/+$/, "");
}

/**
 * Prints the reader's pages as HTML that is part of the client's bundle, with icons and `version.json`
 * beside them; while developing, prints each page anew when it is asked for.
 */
export function printPages(): Plugin {
  let base = "/";
  let root = "";
  return {
    name: "zhanjuan:print-pages",
    config: (_, { isPreview }) => ({
      // While developing, pages are printed when they are asked for; what is built has them in folders.
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
      builder: {
        async buildApp(builder) {
          // A mistake in the content stops the build before anything is made.
          readReports(join(contentFolder, "reports"));
          for (const name of [pagesEnvironment, "client"]) {
            const environment = builder.environments[name];
            if (environment) await builder.build(environment);
          }
          // At the very end, with the worker's script in it.
          compressFiles(resolve(root, builder.config.build.outDir));
        },
      },
    }),
    configResolved(config) {
      ({ base, root } = config);
    },
    buildStart() {
      this.addWatchFile(resolve(root, contentFolder));
    },
    async generateBundle(_options, bundle) {
      if (this.environment.name !== "client") return;
      const main = Object.values(bundle).find(
        (file) => file.type === "chunk" && file.facadeModuleId === resolve(root, mainModule),
      );
      if (main?.type !== "chunk") this.error(`${mainModule} is not in the bundle`);
      const reports = readReports(join(contentFolder, "reports"));
      const printer: Printer = await import(
        pathToFileURL(resolve(root, printerFolder, "print.mjs")).href
      );
      rmSync(resolve(root, printerFolder), { recursive: true });
      const recordings = findRecordings(join(contentFolder, "reports"), reports);
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: "asset", fileName, source });
      /** Puts a file beside the scripts, under a name that changes with its content; returns its address. */
      const emitHashed = (name: string, type: string, source: string) => {
        const hash = createHash("sha256").update(source).digest("hex").slice(0, 8);
        const file = `assets/${name}-${hash}.${type}`;
        emit(file, source);
        return base + file;
      };
      const earlyScript = await compileEarlyScript();
      const styles = compileStyles();
      const fileStyles = compileFileStyles();
      const address = siteUrl();
      const taken = reports.flatMap((report) =>
        makeFilesToTake(report, {
          printer,
          recordings,
          fileStyles,
          addressOf: (of, language) =>
            address ? address + base + pathOfReport(reports, of, language) : undefined,
        }),
      );
      const modules = Object.values(bundle).flatMap((file) =>
        file.type === "chunk" ? file.moduleIds : [],
      );
      const libraries = await shippedLibraries(modules);
      const site: Site = {
        base,
        laterStyles: emitHashed("later", "css", compileLaterStyles()),
        shared: {
          styles: emitHashed("shared", "css", styles),
          earlyScript: emitHashed("early", "js", earlyScript),
        },
        recordings: new Map(recordings.map(({ key, recording }) => [key, recording])),
        contentFolder,
        site: address,
        taken,
        styles,
        earlyScript,
        mainScript: base + main.fileName,
        preloads: main.imports.map((file) => base + file),
        libraries,
        hasPolicy: true,
      };
      // A header stands beside the policy that a file carries, and the stricter of both holds: it allows for all of them.
      const hosting = { base, policy: contentSecurityPolicy(earlyScript, [styles, fileStyles]) };
      for (const { file, data } of recordings.flatMap(({ files }) => files)) emit(file, data);
      // A book without a recording is the same for both languages.
      for (const [file, data] of new Map(taken.map((each) => [each.file, each.data])))
        emit(file, data);
      for (const { path, html } of renderPages(printer, reports, site))
        emit(join(path, "index.html"), html);
      emit(notFoundPage, renderNotFoundPage(printer, site));
      emit(licencesFile, printLicences(libraries));
      emit("_headers", printHeadersFile(hosting));
      emit("hosting/nginx.conf", printNginx(hosting));
      emit("hosting/Caddyfile", printCaddyfile(hosting));
      for (const { file, data } of await drawIcons()) emit(file, data);
      emit("icon.svg", readFileSync(iconSource, "utf8").trim());
      for (const { slug, recipe } of reports) emit(`${slug}.source.json`, JSON.stringify(recipe));
      const texts = Object.fromEntries(reports.map((report) => [report.slug, report.textHash]));
      emit("sw-recall.js", await compileRecall());
      emit("version.json", JSON.stringify({ texts }));
    },
    configureServer(server) {
      server.watcher.add([resolve(root, contentFolder), resolve(root, "src")]);
      server.watcher.on("change", () =>
        server.environments.client?.hot.send({ type: "full-reload" }),
      );
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
    },
  };
}

/** One page as the development server shows it, with Vite's client in it; undefined where there is none. */
async function printOne(
  server: ViteDevServer,
  base: string,
  path: string,
): Promise<string | undefined> {
  if (path !== "" && !path.endsWith("/")) return undefined;
  const pages = server.environments[pagesEnvironment] as RunnableDevEnvironment;
  const printer = await pages.runner.import<Printer>(`/${printModule}`);
  const page = renderPages(printer, readReports(join(contentFolder, "reports")), {
    base,
    laterStyles: `${base}src/styles/later.css`,
    recordings: new Map(),
    contentFolder,
    site: "",
    taken: [],
    styles: compileStyles(),
    shared: undefined,
    earlyScript: await compileEarlyScript(),
    mainScript: `${base}${mainModule}`,
    preloads: [],
    libraries: [],
    hasPolicy: false,
  }).find((each) => each.path === path);
  return page && server.transformIndexHtml(`${base}${path}`, page.html);
}

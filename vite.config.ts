import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { takeFolder } from "./src/core/document/take.ts";
import { contentModules } from "./src/site/content-modules.ts";
import { withIntegrity } from "./src/site/integrity.ts";
import { contentFolder, pagesEnvironment, printPages } from "./src/site/plugin.ts";
import { scriptTargets } from "./src/site/targets.ts";
import { webManifest } from "./src/site/web-manifest.ts";

/**
 * Keeps plugins to one environment: the pages are compiled for printing, the client for the
 * browser.
 */
function onlyIn(name: string, plugins: Plugin | Plugin[]): Plugin[] {
  return [plugins].flat().map((plugin) => ({
    ...plugin,
    applyToEnvironment: (environment) => environment.name === name,
  }));
}

const base = process.env.BASE_PATH ?? "/";
let outDir = "dist";

export default defineConfig({
  base,
  build: {
    target: scriptTargets,
    modulePreload: false,
    rolldownOptions: {
      // The names of the page contract become literals where they are used: no file of their own is
      // loaded for them.
      optimization: { inlineConst: { mode: "all", pass: 2 } },
    },
  },
  resolve: {
    alias: {
      "#solid-web": fileURLToPath(new URL("src/client/platform/solid-web.ts", import.meta.url)),
      // What the package is entered by is written for engines far older than ours, and 900 bytes
      // longer.
      "workbox-window": "workbox-window/build/workbox-window.prod.mjs",
    },
  },
  test: {
    // How fast it is, the bench says: a busy machine that shows the right thing late has passed.
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: "node", include: ["test/{unit,content,build}/**/*.test.ts"] },
      },
      {
        extends: true,
        // Solid's plugin resolves the browser's build under Vitest too: in that of the server
        // effects never run.
        plugins: [
          contentModules(contentFolder),
          solid({ hot: false, solid: { moduleName: "#solid-web" } }),
        ],
        test: {
          name: "dom",
          include: ["test/dom/**/*.test.ts"],
          globalSetup: "test/support/print-pages.ts",
          // How fast it is, the bench says; a slow machine that shows the right thing late has
          // passed.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
  // A project of tests names what it needs.
  plugins: process.env.VITEST
    ? []
    : [
        printPages(),
        contentModules(contentFolder),
        {
          name: "zhanjuan:out-dir",
          configResolved(config) {
            outDir = resolve(config.root, config.build.outDir);
          },
        },
        onlyIn(
          pagesEnvironment,
          solid({ ssr: true, solid: { generate: "ssr", hydratable: false } }),
        ),
        onlyIn("client", solid({ solid: { moduleName: "#solid-web" } })),
        onlyIn(
          "client",
          VitePWA({
            strategies: "injectManifest",
            registerType: "prompt",
            injectRegister: null,
            srcDir: "src/sw",
            filename: "sw.ts",
            manifest: webManifest(base),
            includeManifestIcons: false,
            injectManifest: {
              // Icons for the home screen are fetched when it is put there, which needs a network
              // anyhow.
              globPatterns: ["**/*.{html,js,css,svg,json}"],
              globIgnores: ["404.html", "sw-recall.js", `${takeFolder}**`],
              manifestTransforms: [withIntegrity(() => outDir)],
              buildPlugins: { vite: [] },
              rollupFormat: "iife",
              target: scriptTargets,
            },
          }),
        ),
      ],
});

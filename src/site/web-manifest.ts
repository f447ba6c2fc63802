import type { ManifestOptions } from "vite-plugin-pwa";
import { themes } from "../styles/themes.ts";
import { manifestIcons } from "./icons.ts";

/** The web app manifest for a reader at the base path `base`. */
export function webManifest(base: string): Partial<ManifestOptions> {
  return {
    id: base,
    scope: base,
    start_url: base,
    name: "展卷 Zhanjuan",
    short_name: "展卷",
    description: "公开报告的无障碍离线阅读器。An accessible, offline reader for public reports.",
    lang: "zh-CN",
    dir: "ltr",
    display: "standalone",
    theme_color: themes.paper.paper,
    background_color: themes.paper.paper,
    categories: ["books", "government", "news"],
    icons: [...manifestIcons],
    screenshots: [
      { src: "screenshots/phone.png", sizes: "720x1480", type: "image/png", form_factor: "narrow" },
      { src: "screenshots/desktop.png", sizes: "1280x800", type: "image/png", form_factor: "wide" },
    ],
    shortcuts: [
      { name: "目录 Contents", short_name: "目录", url: `${base}#contents` },
      { name: "English", url: `${base}en/` },
    ],
  };
}

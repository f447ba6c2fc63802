declare module "doiuse" {
  import type { AcceptedPlugin } from "postcss";

  /** A PostCSS plugin that reports what the browsers of `browserslist` lack. */
  export default function doiuse(options: {
    onFeatureUsage(usage: { readonly feature: string; readonly message: string }): void;
  }): AcceptedPlugin;
}

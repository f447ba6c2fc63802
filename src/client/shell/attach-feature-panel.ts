import { openerOf } from "../../core/page/attributes.ts";
import { attachPanel, makePanel } from "../panels/panel.ts";
import type { PanelWords, WordsPart } from "../panels/words.ts";
import { attach } from "./attach.ts";
import type { ShellContext } from "./context.ts";

/** A feature whose code is loaded when its panel is first opened. */
export interface Feature<Module> {
  readonly panelId: string;
  /** A `manual` panel stays open while the reader uses the page. */
  readonly kind: "auto" | "manual";
  /** The name under which a failed load is remembered. */
  readonly name: string;
  load(): Promise<Module>;
  /** The feature's own words, where they are in a file of their own. */
  readonly words?: WordsPart;
  /** Draws the feature into its panel. */
  start(module: Module, panel: HTMLElement, words: PanelWords): Promise<void> | void;
}

/**
 * Makes the panel of a button, and fills it when it is first opened. Where the feature can't be
 * loaded or does not start the reader is told, and the next press tries again.
 */
export function attachFeaturePanel<Module>(
  { panelId, kind, name, load, words, start }: Feature<Module>,
  context: ShellContext,
): void {
  attach(openerOf(panelId), (button) => {
    const panel = makePanel(panelId, button.textContent ?? "", kind);
    let isLoaded = false;
    const fill = async () => {
      const [loadedWords, module] = await Promise.all([
        context.loadWords(words),
        context.load(name, load),
      ]);
      context.notices.dismiss("missing");
      isLoaded = true;
      await start(module, panel, loadedWords);
    };
    // What has come and does not start is not to be blamed on the network.
    const fail = () => (isLoaded ? context.reportBroken() : context.reportMissing());
    attachPanel(panel, { fill, fail }, context.signal);
  });
}

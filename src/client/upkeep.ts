// Makes the parts that nobody waits for and joins them: what watches the network and new versions, opens what is printed,
// and takes the links out of a text whose reader wants none. Loaded once the page has loaded.
import { createRoot } from "solid-js";
import { attachMarkedTerms } from "./behaviours/marked-terms.ts";
import { attachPrint } from "./behaviours/print.ts";
import { watchNetwork } from "./offline/network.ts";
import { attachUpdates } from "./offline/updates.ts";
import type { NoticesState } from "./state/notices.ts";
import type { SettingsState } from "./state/settings.ts";

/** Attaches them all. `reload` reloads the page with the reader's place kept. */
export function startUpkeep(options: {
  readonly settings: SettingsState;
  readonly notices: NoticesState;
  readonly reload: () => void;
}): void {
  const { settings, notices, reload } = options;
  createRoot(() => attachMarkedTerms(settings));
  attachPrint();
  watchNetwork(
    () =>
      notices.show({ kind: "offline", isComplete: Boolean(navigator.serviceWorker?.controller) }),
    () => notices.dismiss("offline"),
  );
  // While developing there is no worker: what is edited must show.
  if (import.meta.env.PROD)
    void attachUpdates({
      base: import.meta.env.BASE_URL,
      textHash: document.documentElement.dataset.text ?? "",
      notices,
      reload,
    });
}

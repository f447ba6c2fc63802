import { asideClass } from "../core/page/contract.ts";
import { describeOrigin } from "./origin.ts";
import type { PageContext } from "./page.ts";

/**
 * The origin of a downloaded text, which parts were added by the editors, and who speaks in its
 * recording.
 */
export function Provenance(props: {
  readonly page: PageContext;
  readonly address: string | undefined;
  readonly narration?: string;
}) {
  const { report, words } = props.page;
  return (
    <section class="provenance" aria-labelledby="provenance-h">
      <h2 id="provenance-h">{words("aboutTitle")}</h2>
      <p>{describeOrigin(props.page)}</p>
      {props.narration && <p>{props.narration}</p>}
      {report.url && (
        <p>
          <a href={report.url}>{report.url}</a>
        </p>
      )}
      {props.address && (
        <p>
          {`${words("take.online")} `}
          <a href={props.address}>{props.address}</a>
        </p>
      )}
      <p class={asideClass}>
        {words("take.sha256")} <code>{report.sourceSha256}</code>
      </p>
    </section>
  );
}

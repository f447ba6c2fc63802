import { createUniqueId, For } from "solid-js";

/** A native `select`. */
export function Selection(props: {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly value: string;
  readonly choose: (value: string) => void;
}) {
  const id = createUniqueId();
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="row">
        <select id={id} onChange={(event) => props.choose(event.currentTarget.value)}>
          <For each={props.options}>
            {({ value, name }) => (
              <option value={value} selected={value === props.value}>
                {name}
              </option>
            )}
          </For>
        </select>
      </div>
    </div>
  );
}

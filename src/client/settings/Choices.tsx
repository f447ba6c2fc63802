import { createUniqueId, For } from "solid-js";

/** A group of radio buttons, one of which is chosen. */
export function Choices<Value extends string>(props: {
  readonly label: string;
  readonly values: readonly Value[];
  readonly chosen: Value;
  readonly nameOf: (value: Value) => string;
  readonly choose: (value: Value) => void;
}) {
  const id = createUniqueId();
  return (
    <div class="field" role="radiogroup" aria-labelledby={id}>
      <span id={id}>{props.label}</span>
      <div class="row options">
        <For each={props.values}>
          {(value) => (
            <label classList={{ chosen: props.chosen === value }}>
              <input
                type="radio"
                name={id}
                checked={props.chosen === value}
                onChange={() => props.choose(value)}
              />
              {props.nameOf(value)}
            </label>
          )}
        </For>
      </div>
    </div>
  );
}

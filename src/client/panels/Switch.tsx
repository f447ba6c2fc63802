import { createUniqueId, Show } from "solid-js";

/** A switch, with a hint of what it does. */
export function Switch(props: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly choose: (checked: boolean) => void;
}) {
  const id = createUniqueId();
  return (
    <label class="switch">
      <span>{props.label}</span>
      <Show when={props.hint}>
        <small id={id}>{props.hint}</small>
      </Show>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself
        role="switch"
        aria-label={props.label}
        aria-describedby={props.hint ? id : undefined}
        checked={props.checked}
        onChange={(event) => props.choose(event.currentTarget.checked)}
      />
    </label>
  );
}

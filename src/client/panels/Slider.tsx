import { createUniqueId } from "solid-js";

/** A slider with steps, and its value in words. */
export function Slider(props: {
  readonly label: string;
  readonly steps: readonly number[];
  readonly value: number;
  readonly valueText: string;
  readonly choose: (value: number) => void;
}) {
  const id = createUniqueId();
  const [first = 0, second = 1] = props.steps;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="row">
        <input
          id={id}
          type="range"
          min={props.steps[0]}
          max={props.steps[props.steps.length - 1]}
          step={Math.round((second - first) * 1000) / 1000}
          value={props.value}
          aria-valuetext={props.valueText}
          onInput={(event) => props.choose(event.currentTarget.valueAsNumber)}
        />
        <output for={id} aria-hidden="true">
          {props.valueText}
        </output>
      </div>
    </div>
  );
}

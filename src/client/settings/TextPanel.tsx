import { createEffect, createMemo, For } from "solid-js";
import { render } from "solid-js/web";
import type { Language } from "../../core/document/report.ts";
import { nextStep, resolveSettings } from "../../core/settings/resolve.ts";
import { type Chosen, settings } from "../../core/settings/schema.ts";
import { Slider } from "../panels/Slider.tsx";
import { Switch } from "../panels/Switch.tsx";
import type { PanelWords } from "../panels/words.ts";
import { Choices } from "./Choices.tsx";
import type { SettingsState } from "./state.ts";

interface TextPanelProps {
  readonly language: Language;
  readonly words: PanelWords;
  readonly state: SettingsState;
  /** A sentence to show the settings on. */
  readonly sample: string;
  /** Shows what is chosen on an element. */
  readonly show: (element: HTMLElement, chosen: Chosen) => void;
  readonly announce: (text: string) => void;
  readonly close: () => void;
}

const sliders = ["leading", "tracking", "spacing", "width"] as const;

/** Whether a value would take effect: 长辈版 sets the least of some. */
function takesEffect(
  { state, language }: TextPanelProps,
  key: (typeof sliders)[number] | "size",
  value: number,
): boolean {
  return resolveSettings({ ...state.chosen(), [key]: value }, language)[key] === value;
}

/** The size of the type, in steps by two buttons. */
function Size(props: TextPanelProps) {
  const { words, state } = props;
  const size = createMemo(() => resolveSettings(state.chosen(), props.language).size);
  const sizeText = () => words("text.sizeValue", { value: size() });
  const next = (direction: 1 | -1) => nextStep("size", size(), direction);
  const isEnd = (direction: 1 | -1) =>
    next(direction) === size() || !takesEffect(props, "size", next(direction));
  const step = (direction: 1 | -1) => {
    if (!isEnd(direction)) state.choose("size", next(direction));
    props.announce(sizeText());
  };
  return (
    <fieldset>
      <legend>
        {words("text.size")} <span>{sizeText()}</span>
      </legend>
      <div class="row">
        <button type="button" aria-disabled={isEnd(-1)} onClick={() => step(-1)}>
          {words("text.smaller")}
        </button>
        <button type="button" aria-disabled={isEnd(1)} onClick={() => step(1)}>
          {words("text.larger")}
        </button>
      </div>
    </fieldset>
  );
}

/** Line height, letter and paragraph spacing, and width of the text. */
function Spacing(props: TextPanelProps) {
  const { words, state } = props;
  const effective = createMemo(() => resolveSettings(state.chosen(), props.language));
  // The width is in characters: two Latin ones to a Chinese one.
  const shownValue = (key: (typeof sliders)[number], value: number) =>
    key === "width" && props.language === "en" ? value * 2 : value;
  return (
    <For each={sliders}>
      {(key) => {
        const value = createMemo(() => effective()[key]);
        return (
          <Slider
            label={words(`text.${key}`)}
            steps={settings[key].steps.filter((step) => takesEffect(props, key, step))}
            value={value()}
            valueText={words(`text.${key}Value`, { value: shownValue(key, value()) })}
            choose={(next) => state.choose(key, next)}
          />
        );
      }}
    </For>
  );
}

/**
 * The text settings: size, theme, 长辈版, typeface, alignment, spacing and width, with a live sample.
 */
function TextPanel(props: TextPanelProps) {
  const { words, state } = props;
  const effective = createMemo(() => resolveSettings(state.chosen(), props.language));
  /** Shows the settings on the sample by itself, before the page follows. */
  const showSettings = (sample: HTMLElement) =>
    createEffect(() => props.show(sample, state.chosen()));
  const reset = () => {
    state.reset();
    props.announce(words("text.isReset"));
  };
  return (
    <>
      <h2>{words("text.title")}</h2>
      <p class="sample" ref={showSettings}>
        {props.sample}
      </p>
      <Size {...props} />
      <Switch
        label={words("text.easy")}
        hint={words("text.easyHint")}
        checked={effective().easy}
        choose={(value) => state.choose("easy", value)}
      />
      <Choices
        label={words("text.theme")}
        values={settings.theme.values}
        chosen={effective().theme}
        nameOf={(value) => words(`text.themes.${value}`)}
        choose={(value) => state.choose("theme", value)}
      />
      <Choices
        label={words("text.face")}
        values={settings.face.values}
        chosen={effective().face}
        nameOf={(value) => words(`text.faces.${value}`)}
        choose={(value) => state.choose("face", value)}
      />
      <Spacing {...props} />
      <Choices
        label={words("text.align")}
        values={settings.align.values}
        chosen={effective().align}
        nameOf={(value) => words(`text.aligns.${value}`)}
        choose={(value) => state.choose("align", value)}
      />
      <Switch
        label={words("text.marked")}
        hint={words("text.markedHint")}
        checked={!effective().unmarked}
        choose={(value) => state.choose("unmarked", !value)}
      />
      <Switch
        label={words("shortcuts.single")}
        hint={words("shortcuts.listHint")}
        checked={!effective().keyless}
        choose={(value) => state.choose("keyless", !value)}
      />
      <div class="row field">
        <button type="button" onClick={reset}>
          {words("text.reset")}
        </button>
        <button type="button" onClick={() => props.close()}>
          {words("close")}
        </button>
      </div>
    </>
  );
}

/** Draws the text settings into their panel. */
export function mountTextPanel(panel: HTMLElement, props: TextPanelProps): void {
  render(() => <TextPanel {...props} />, panel);
}

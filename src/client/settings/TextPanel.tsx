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

/** The text settings: size, theme, 长辈版, typeface, alignment, spacing and width, with a live sample. */
function TextPanel(props: TextPanelProps) {
  const { words, state } = props;
  const effective = createMemo(() => resolveSettings(state.chosen(), props.language));
  const sizeText = () => words("text.sizeValue", { value: effective().size });
  /** Whether a value would hold: 长辈版 sets the least of some. */
  const holds = (key: (typeof sliders)[number] | "size", value: number) =>
    resolveSettings({ ...state.chosen(), [key]: value }, props.language)[key] === value;
  const next = (direction: 1 | -1) => nextStep("size", effective().size, direction);
  const isEnd = (direction: 1 | -1) =>
    next(direction) === effective().size || !holds("size", next(direction));
  const step = (direction: 1 | -1) => {
    if (!isEnd(direction)) state.choose("size", next(direction));
    props.announce(sizeText());
  };
  /** Shows the settings on the sample by itself, before the page follows. */
  const showSettings = (sample: HTMLElement) =>
    createEffect(() => props.show(sample, state.chosen()));
  return (
    <>
      <h2>{words("text.title")}</h2>
      <p class="sample" ref={showSettings}>
        {props.sample}
      </p>
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
      <For each={sliders}>
        {(key) => {
          const value = createMemo(() => effective()[key]);
          return (
            <Slider
              label={words(`text.${key}`)}
              steps={settings[key].steps.filter((step) => holds(key, step))}
              value={value()}
              valueText={words(`text.${key}Value`, {
                value: value() * (key === "width" && props.language === "en" ? 2 : 1),
              })}
              choose={(next) => state.choose(key, next)}
            />
          );
        }}
      </For>
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
        <button
          type="button"
          onClick={() => {
            state.reset();
            props.announce(words("text.isReset"));
          }}
        >
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

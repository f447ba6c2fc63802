/** The colours of a theme. Every pair in `pairs` reaches its required contrast. */
export interface Theme {
  /** Page background. */
  readonly paper: string;
  /** Background of the toolbar and panels. */
  readonly raised: string;
  /** Text. */
  readonly ink: string;
  /** Secondary text. */
  readonly soft: string;
  /** Decorative lines. */
  readonly rule: string;
  /** Borders of controls. */
  readonly edge: string;
  /** Links, numerals, focus. */
  readonly accent: string;
  /** Text on the accent. */
  readonly onAccent: string;
  /** Background of a highlighted sentence. */
  readonly mark: string;
}

/** The themes, by the values of the setting `theme`. */
export const themes = {
  paper: {
    paper: "#fbf8f1",
    raised: "#fffdf8",
    ink: "#211c16",
    soft: "#51473b",
    rule: "#d8cdbb",
    edge: "#8a7c68",
    accent: "#8c2617",
    onAccent: "#fffdf8",
    mark: "#f6e3a8",
  },
  sepia: {
    paper: "#f1e6cf",
    raised: "#f7eedb",
    ink: "#2b2115",
    soft: "#4d3f2c",
    rule: "#d3c09c",
    edge: "#85714b",
    accent: "#7c2113",
    onAccent: "#fbf3e2",
    mark: "#ecd28b",
  },
  dark: {
    paper: "#16140f",
    raised: "#201d17",
    ink: "#ece5d8",
    soft: "#bdb29f",
    rule: "#3a352b",
    edge: "#857a68",
    accent: "#f0a090",
    onAccent: "#1b0f0b",
    mark: "#54420f",
  },
  contrast: {
    paper: "#000000",
    raised: "#000000",
    ink: "#ffffff",
    soft: "#ffffff",
    rule: "#ffffff",
    edge: "#ffffff",
    accent: "#ffe600",
    onAccent: "#000000",
    mark: "#5a4a00",
  },
} as const satisfies Record<string, Theme>;

/** Foreground and background pairs with the WCAG contrast ratio that every theme must reach. */
export const pairs: readonly {
  readonly front: keyof Theme;
  readonly back: keyof Theme;
  readonly least: number;
}[] = [
  { front: "ink", back: "paper", least: 7 },
  { front: "ink", back: "raised", least: 7 },
  { front: "soft", back: "paper", least: 7 },
  { front: "soft", back: "raised", least: 7 },
  { front: "accent", back: "paper", least: 7 },
  { front: "accent", back: "raised", least: 7 },
  { front: "onAccent", back: "accent", least: 7 },
  { front: "ink", back: "mark", least: 4.5 },
  { front: "accent", back: "mark", least: 4.5 },
  { front: "edge", back: "paper", least: 3 },
  { front: "edge", back: "raised", least: 3 },
];

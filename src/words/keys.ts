import type en from "./en.json";
import type notes from "./notes.en.json";
import type search from "./search.en.json";

/** A key without i18next's plural suffix: `extent` for `extent_one` and `extent_other`. */
type WithoutPlural<Key extends string> =
  Key extends `${infer Stem}_${"zero" | "one" | "two" | "few" | "many" | "other"}` ? Stem : Key;

/** The keys of the texts in a tree, with the names of nested objects joined by dots. */
type KeysOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${KeysOf<Tree[Key]>}`;
}[keyof Tree & string];

/** The keys of the texts of printed pages. That both languages have the same keys is tested. */
export type PageKey = KeysOf<(typeof en)["page"]>;

/** The keys of the texts of panels, notes and search, which are loaded in the browser. */
export type PanelKey = KeysOf<(typeof en)["panels"] & typeof notes & typeof search>;

/** Values to interpolate in a text. */
export type WordValues = Readonly<Record<string, string | number>>;

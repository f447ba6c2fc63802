/**
 * The names of languages, in themselves or all in the language `within`: `中文`, `English`. Where two
 * would have the same name, script or region are added.
 */
export function nameLanguages(languages: readonly string[], within?: string): Map<string, string> {
  const name = (language: string, code: string) =>
    new Intl.DisplayNames(within ?? language, { type: "language" }).of(code) ?? language;
  const short = languages.map((language) => name(language, new Intl.Locale(language).language));
  return new Map(
    languages.map((language, at) => {
      const shortName = short[at] ?? language;
      const isUnique = short.indexOf(shortName) === short.lastIndexOf(shortName);
      return [language, isUnique ? shortName : name(language, language)];
    }),
  );
}

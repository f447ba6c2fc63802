/**
 * What languages are called, each in its own or all in one language: `中文`, `English`; with script or region where one of
 * them would be called as another.
 */
export function nameLanguages(languages: readonly string[], within?: string): Map<string, string> {
  const name = (language: string, code: string) =>
    new Intl.DisplayNames(within ?? language, { type: "language" }).of(code) ?? language;
  const short = languages.map((language) => name(language, new Intl.Locale(language).language));
  return new Map(
    languages.map((language, at) => {
      const own = short[at] ?? language;
      return [
        language,
        short.indexOf(own) === short.lastIndexOf(own) ? own : name(language, language),
      ];
    }),
  );
}

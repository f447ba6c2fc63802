declare module "virtual:summaries" {
  /** The summaries by report and language; the build writes it (src/site/summaries.ts). */
  const summaries: Readonly<
    Record<
      string,
      Readonly<Record<string, import("../../core/document/rich-text.ts").SummaryLanguage>>
    >
  >;
  export default summaries;
}

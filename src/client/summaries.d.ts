declare module "virtual:summaries" {
  /** The summaries by report and language; the build writes it (src/build/summaries.ts). */
  const summaries: Readonly<
    Record<string, Readonly<Record<string, import("../core/report/told.ts").SummaryLanguage>>>
  >;
  export default summaries;
}

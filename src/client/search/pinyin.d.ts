declare module "virtual:pinyin" {
  /**
   * How the Chinese characters of the reports are read; the build writes it (src/site/pinyin.ts).
   */
  const readings: string;
  export default readings;
}

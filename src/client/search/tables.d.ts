declare module "virtual:pinyin" {
  /**
   * How the Chinese characters of the reports are read; the build writes it (src/site/pinyin.ts).
   */
  const readings: string;
  export default readings;
}

declare module "virtual:variants" {
  /**
   * The traditional characters of those in the reports; the build writes it (src/site/variants.ts).
   */
  const variants: string;
  export default variants;
}

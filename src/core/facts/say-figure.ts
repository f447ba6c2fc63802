import type { Figure, Language } from "../report/report.ts";

/**
 * A figure with what the source says of its exactness: `4千余件`, `98%以上`; `more than 4,000`, `98% or more`. `text` is
 * its sentence in the publisher's words.
 */
export function sayFigure(figure: Figure, text: string, language: Language): string {
  const before = /(?:超过|逾)$/u.exec(text.slice(0, figure.from))?.[0] ?? "";
  const after = /^(?:余|以上)/u.exec(text.slice(figure.to))?.[0] ?? "";
  if (language === "zh-CN")
    return `${before}${figure.token}${after}${figure.unit === "%" ? "" : figure.unit}`;
  const number = new Intl.NumberFormat("en").format(figure.value);
  const value = figure.unit === "%" ? `${number}%` : number;
  if (after === "以上") return `${value} or more`;
  return figure.more ? `more than ${value}` : value;
}

import { expect, test } from "vitest";
import { describeOrigin } from "../../src/pages/origin.ts";
import { readReports } from "../../src/site/read-reports.ts";
import { createWords } from "../../src/site/words.ts";

const [wugang] = readReports("content/reports");
const [yunshan] = readReports("test/support/reports");
if (!wugang || !yunshan) throw new Error("the reports");

test.each([
  [
    wugang,
    "zh-CN",
    "（索引号 4305000002/2024-04928），一字不差",
    "小标题“引言”“存在的不足”“下一步打算”、摘要",
  ],
  [
    wugang,
    "en",
    "Justice (index number 4305000002/2024-04928); the Chinese text prevails",
    "headings “Introduction”, “Shortcomings” and “What comes next” were added by Zhanjuan. The",
  ],
  [yunshan, "zh-CN", "云山县司法局公开的报告，一字不差", "小标题“引言”、摘要"],
  [
    yunshan,
    "en",
    "Yunshan County Bureau of Justice; the",
    "heading “Introduction” was added by Zhanjuan. The",
  ],
] as const)(
  "a file to take along tells whose text it is, by its number if it has one, and which headings are ours: $0.slug, %s",
  (report, language, number, headings) => {
    const told = describeOrigin({ language, report, words: createWords(language) });
    expect(told).toContain(number);
    expect(told).toContain(headings);
  },
);

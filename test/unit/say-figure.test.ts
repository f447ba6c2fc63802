import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/core/document/report.ts";
import { sayFigure } from "../../src/core/facts/say-figure.ts";

/** The figure of `token` in a sentence of the report. */
function figureOf(text: string, token: string, value: number, unit: string, more = false): Figure {
  const from = text.indexOf(token);
  return {
    ...{ sentence: "p1-s1", from, to: from + token.length, token, value, unit, more },
    ...{ kind: "count", base: undefined, says: undefined, group: undefined, isKey: true },
    counts: { "zh-CN": "甲", en: "a" },
  };
}

describe("a figure is told as near as the report tells it", () => {
  test.each([
    ["化解纠纷4千余件", "4千", 4000, "件", true, "4千余件", "more than 4,000"],
    ["接受咨询3000多人次", "3000", 3000, "人次", true, "3000多人次", "more than 3,000"],
    ["满意度达98%以上", "98%", 98, "%", true, "98%以上", "98% or more"],
    ["超过90%的事项", "90%", 90, "%", true, "超过90%", "more than 90%"],
    ["近300项事项", "300", 300, "项", false, "近300项", "nearly 300"],
    ["约1.2万件", "1.2万", 12_000, "件", false, "约1.2万件", "about 12,000"],
    ["纠错率为8%左右", "8%", 8, "%", false, "8%左右", "about 8%"],
    ["不足50人", "50", 50, "人", false, "不足50人", "less than 50"],
    ["控制在5%以下", "5%", 5, "%", false, "5%以下", "5% or less"],
    ["至少12次", "12", 12, "次", false, "至少12次", "at least 12"],
    ["控制在200人左右", "200", 200, "人", false, "200人左右", "about 200"],
    ["10人以上的单位", "10", 10, "人", true, "10人以上", "10 or more"],
    ["误差不超过5%", "5%", 5, "%", false, "不超过5%", "at most 5%"],
    ["占比没有超过5%", "5%", 5, "%", false, "没有超过5%", "at most 5%"],
    ["不少于12次", "12", 12, "次", false, "不少于12次", "at least 12"],
    ["将近300项", "300", 300, "项", false, "将近300项", "nearly 300"],
    ["签约12个项目", "12", 12, "个", false, "12个", "12"],
    ["节约300万元", "300万", 3_000_000, "元", false, "300万元", "3,000,000"],
    ["预约500人次", "500", 500, "人次", false, "500人次", "500"],
    ["最近5年", "5", 5, "年", false, "5年", "5"],
    ["近3年来", "3", 3, "年", false, "3年", "3"],
    ["附近3个村", "3", 3, "个", false, "3个", "3"],
    ["12个多功能厅", "12", 12, "个", false, "12个", "12"],
    ["培训5期", "5", 5, "期", false, "5期", "5"],
  ])("%s", (text, token, value, unit, more, chinese, english) => {
    const figure = figureOf(text, token, value, unit, more);
    expect(sayFigure(figure, text, "zh-CN")).toBe(chinese);
    expect(sayFigure(figure, text, "en")).toBe(english);
  });
});

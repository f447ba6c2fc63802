import { describe, expect, test } from "vitest";
import { printReportAsMarkdown, printReportAsText } from "../../src/site/take/plain.ts";

describe("a text taken along as plain text", () => {
  const published = [{ kind: "paragraph", text: "提供7*24小时服务，张*等2人" }] as const;
  const translated = [{ kind: "paragraph", text: "the *List* (《清单》)" }] as const;

  test("has the publisher's own asterisks", () => {
    expect(printReportAsText(published, "zh-CN")).toBe("\uFEFF提供7*24小时服务，张*等2人\r\n");
    expect(printReportAsMarkdown(published, "zh-CN")).toBe("提供7\\*24小时服务，张\\*等2人\n");
  });

  test("has those of a translation as emphasis, or not at all", () => {
    expect(printReportAsText(translated, "en")).toBe("\uFEFFthe List (《清单》)\r\n");
    expect(printReportAsMarkdown(translated, "en")).toBe("the *List* (《清单》)\n");
  });
});

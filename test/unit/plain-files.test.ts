import { describe, expect, test } from "vitest";
import { printMarkdown, printText } from "../../src/site/take/plain.ts";

describe("a text taken along as plain text", () => {
  const published = [{ kind: "paragraph", text: "提供7*24小时服务，张*等2人" }] as const;
  const translated = [{ kind: "paragraph", text: "the *List* (《清单》)" }] as const;

  test("has the publisher's own asterisks", () => {
    expect(printText(published, "zh-CN")).toBe("\uFEFF提供7*24小时服务，张*等2人\r\n");
    expect(printMarkdown(published, "zh-CN")).toBe("提供7\\*24小时服务，张\\*等2人\n");
  });

  test("has those of a translation as emphasis, or not at all", () => {
    expect(printText(translated, "en")).toBe("\uFEFFthe List (《清单》)\r\n");
    expect(printMarkdown(translated, "en")).toBe("the *List* (《清单》)\n");
  });
});

import { describe, expect, test } from "vitest";
import { hasWords } from "../../src/core/facts/english.ts";

describe("words are found in an English sentence", () => {
  test.each([
    ["Opinions on draft policies were heard.", "draft policy"],
    ["It handled the matters at a counter.", "handling a matter"],
    ["Plans were reviewed and planned again.", "plan were reviewed"],
    ["The committee’s study group met.", "committee study group"],
    ["They read the notices and the boxes.", "box"],
    ["Responding to lawsuits, it issued replies.", "respond to lawsuit"],
    ["Carried out by check-list.", "carry out by check list"],
    ["“Internet + government services” were built.", "Internet government service"],
    ["The Law-based Government was praised.", "a law-based government"],
    ["Each pass counts; all passes count.", "passed"],
  ])("%s: %s", (sentence, words) => {
    expect(hasWords(sentence, words)).toBe(true);
  });
});

describe("words are not found", () => {
  test.each([
    ["that stand in another order", "government based on law", "law-based government"],
    ["with another between them", "judicial and procuratorial proposals", "judicial proposals"],
    ["that are part of a longer one", "the governments met", "govern"],
    ["that are derived from the same root", "the standardisation of forms", "standardise forms"],
    ["that only look alike", "the princess", "prince"],
    ["that are short", "as it is", "i"],
  ])("%s", (_, sentence, words) => {
    expect(hasWords(sentence, words)).toBe(false);
  });
});

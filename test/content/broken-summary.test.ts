import { describe, expect, test } from "vitest";
import { lineIn, problemsAfter, realFile, replacing, reportAfter } from "../support/broken-copy.ts";

const chinese = "summary.zh-CN.yaml";
const english = "summary.en.yaml";

function problemsWith(file: string, words: string, others: string) {
  return problemsAfter({ [file]: replacing(words, others) });
}

/** Expects a claim to be refused for its only wrong number, at the line of its text. */
function expectNumberRefused(
  file: string,
  words: string,
  others: string,
  told: { expected: string; found: string },
) {
  expect(problemsWith(file, words, others)).toEqual([
    {
      file,
      line: lineIn(file, words),
      expected: told.expected,
      found: `\`${told.found}\``,
    },
  ]);
}

describe("an editor is told of a number that the sentences named do not have", () => {
  test("in Chinese", () => {
    expectNumberRefused(
      chinese,
      "（都是{{100%, figure(of: p1-m3-s1)}}）。",
      "（都是{{100%, figure(of: p1-m3-s1)}}），覆盖5个县。",
      {
        expected: "numbers of p1-m1-s2, p1-m3-s1: 100%、4、8、2、1万、100%",
        found: "5",
      },
    );
  });

  test("in Chinese numerals", () => {
    expectNumberRefused(chinese, "这五道法定程序", "这六道法定程序", {
      expected: "numbers of p3-m2-s2: 五、73、18、315",
      found: "六",
    });
  });

  test("in English", () => {
    expectNumberRefused(english, "advisers now serve {{73, figure}} ", "advisers now serve 74 ", {
      expected: "numbers of p3-m2-s2: 五、73、18、315",
      found: "74",
    });
  });

  test("in English words", () => {
    expectNumberRefused(
      english,
      "the five procedures set by law for decisions (",
      "the twenty-five procedures set by law for decisions (",
      {
        expected: "numbers of p3-m2-s2: 五、73、18、315",
        found: "twenty-five",
      },
    );
  });

  test("in the description as well", () => {
    expectNumberRefused(english, "Reads offline, in any", "Reads offline in 30 seconds, in any", {
      expected: "numbers of title: 2023",
      found: "30",
    });
  });

  test("though another sentence of the report has it", () => {
    expectNumberRefused(
      english,
      "for which {{61, figure}} organisations",
      "for which 315 organisations",
      {
        expected: "numbers of p1-m4-s1: 两、61、100、4",
        found: "315",
      },
    );
  });

  test("where those sentences have no number at all", () => {
    expectNumberRefused(english, "accepts, hears and decides", "accepts and decides 40", {
      expected: "numbers of p5-m2-s1: none",
      found: "40",
    });
  });

  test("made ten times as big by a wrong unit", () => {
    expectNumberRefused(
      chinese,
      "全市{{1815, figure}}名调解员化解矛盾纠纷{{4千, figure}}余件",
      "全市{{1815, figure}}名调解员化解矛盾纠纷4万余件",
      {
        expected: "numbers of p5-m1-s2: 345、1815、4千、98%、三、六、三、五",
        found: "4万",
      },
    );
  });
});

describe("an editor is told of a share and a count that were confused", () => {
  test("a percentage of what the source counts, in Chinese", () => {
    const [problem, ...more] = problemsWith(
      chinese,
      "这五道法定程序；{{315, figure}}个村（社区）都有了法律顾问。",
      "这五道法定程序；315%的村（社区）都有了法律顾问。",
    );
    expect(more).toEqual([]);
    expect(problem).toMatchObject({ file: chinese, found: "`315%`" });
    expect(problem?.expected).toContain("315");
  });

  test("a percentage of what the source counts, in English", () => {
    expectNumberRefused(
      english,
      "{{641, figure}} government services of",
      "641 per cent of government services of",
      {
        expected: "numbers of p2-m2-s1, p2-m2-s2: 2647、33、641、80%、两、162、251、90%",
        found: "641 per cent",
      },
    );
  });

  test("a percentage with a space before its sign", () => {
    expectNumberRefused(chinese, "{{363, figure}}人领到新证", "363 %的人领到新证", {
      expected: "numbers of p4-m1-s1: 三、48、860、两、363、两、两、11、33、165",
      found: "363 %",
    });
  });

  test("a count of what the source gives as a percentage", () => {
    expectNumberRefused(english, "“reached {{100%, figure}}”", "“reached 100”", {
      expected: "numbers of p3-m1-s2: 100%、100%",
      found: "100",
    });
  });
});

describe("an editor may write a number in another way", () => {
  test.each([
    ["Chinese numerals for digits", chinese, "{{363, figure}}人领到", "三百六十三人领到"],
    ["Chinese numerals in a share", chinese, "出庭率是{{100%, figure}}", "出庭率是百分之百"],
    [
      "English words for a thousand",
      english,
      "more than {{4千, figure}} disputes;",
      "more than four thousand disputes;",
    ],
    [
      "English words for a share",
      english,
      "in {{100%, figure}} of cases",
      "in one hundred per cent of cases",
    ],
  ])("%s", (_, file, words, others) => {
    expect(reportAfter({ [file]: replacing(words, others) }).slug).toBe("wugang-2023");
  });
});

/** Expects the problem for a wrong figure, at the line of the changed words. */
function expectFigureRefused(
  file: string,
  words: string,
  others: string,
  told: { expected: string | RegExp; found: string },
) {
  expect(problemsWith(file, words, others)).toEqual([
    {
      file,
      line: lineIn(file, words),
      expected: expect.stringMatching(told.expected),
      found: `\`${told.found}\``,
    },
  ]);
}

describe("an editor is told of a figure that is not written as it should be", () => {
  test("because its token is mistyped", () => {
    expectFigureRefused(english, "{{61, figure}} organisations", "{{16, figure}} organisations", {
      expected: /^a figure of p1-m4-s1: \{\{两, figure\}\}、\{\{61, figure\}\}、\{\{100, /,
      found: "{{16, figure}}",
    });
  });

  test("because it is a figure of another sentence", () => {
    expectFigureRefused(chinese, "由{{61, figure}}家单位", "由{{641, figure}}家单位", {
      expected: /^a figure of p1-m4-s1: /,
      found: "{{641, figure}}",
    });
  });

  test("because two of the sentences have it, and none is named", () => {
    expectFigureRefused(
      chinese,
      "（都是{{100%, figure(of: p1-m3-s1)}}）。",
      "（都是{{100%, figure}}）。",
      {
        expected: /figure\(of: p1-m1-s2\).*figure\(of: p1-m3-s1\)/,
        found: "{{100%, figure}}",
      },
    );
  });

  test("because it is named of a sentence that does not have it", () => {
    expectFigureRefused(
      english,
      "worked in {{2023, figure(of: title)}}",
      "worked in {{2023, figure(of: p1-m1-s1)}}",
      { expected: /figure\(of: title\)/, found: "{{2023, figure(of: p1-m1-s1)}}" },
    );
  });

  test.each([
    ["no format", "{{61}}", "{{61}}"],
    ["another format", "{{61, number}}", "{{61, number}}"],
    ["half a brace", "{{61, figure}", "{{"],
  ])("because it has %s", (_, others, found) => {
    expectFigureRefused(english, "which {{61, figure}} org", `which ${others} org`, {
      expected: "`{{token, figure}}`",
      found,
    });
  });

  test.each([
    ["in Chinese", chinese, "{{363, figure}}人领到新证", "363人领到新证", "{{363, figure}}", "363"],
    ["in English", english, "{{363, figure}} people", "363 people", "{{363, figure}}", "363"],
    [
      "as the other language writes it",
      english,
      "more than {{1万, figure}} officials studied the law and took tests on it online; the report says that all of them took the tests and all passed ({{100%, figure(of",
      "more than 10,000 officials studied the law and took tests on it online; the report says that all of them took the tests and all passed ({{100%, figure(of",
      "{{1万, figure}}",
      "10,000",
    ],
    [
      "that two sentences have",
      english,
      "worked in {{2023, figure(of: title)}}",
      "worked in 2023",
      "{{2023, figure(of: title)}}",
      "2023",
    ],
  ])("because it is a bare number %s", (_, file, words, others, expected, found) => {
    expect(problemsWith(file, words, others)).toEqual([
      { file, line: lineIn(file, words), expected: `\`${expected}\``, found: `\`${found}\`` },
    ]);
  });

  test("because it begins a sentence without quotes, which YAML takes for a map", () => {
    const words =
      '"{{33, figure}}个部门单位的{{641, figure}}项政务服务都进了政务服务中心；报告称网上可办率超过{{90%, figure}}，没有说是哪些事项的{{90%, figure}}。"';
    expect(problemsWith(chinese, words, words.slice(1, -1))).toEqual([
      {
        file: chinese,
        line: lineIn(chinese, words),
        expected: "quotes around what begins with `{{`",
        found: `- text: ${words.slice(1, -1)}`,
      },
    ]);
  });
});

describe("an editor is told of a sentence that rests on nothing", () => {
  test("because no sentence of the report has that id", () => {
    expect(
      problemsWith(
        chinese,
        "from: [shortcomings-s1, outlook-s1]",
        "from: [shortcomings-s1, outlook-s1, p9-m1-s1]",
      ),
    ).toEqual([
      {
        file: chinese,
        line: lineIn(chinese, "[shortcomings-s1, outlook-s1]"),
        expected: "the id of a sentence of the report",
        found: "`p9-m1-s1`",
      },
    ]);
  });

  test("because the id is a measure's, not a sentence's", () => {
    expect(problemsWith(english, "[p5-m2-s1]", "[p5-m2]")).toContainEqual({
      file: english,
      line: lineIn(english, "[p5-m2-s1]"),
      expected: "the id of a sentence of the report",
      found: "`p5-m2`",
    });
  });

  test("because no id is named", () => {
    expect(problemsWith(english, "[p5-m2-s1]", "[]")).toEqual([
      {
        file: english,
        line: lineIn(english, "[p5-m2-s1]"),
        expected: "gists.p5.1.from to be one id or more",
        found: "0",
      },
    ]);
  });
});

describe("an editor is told of gists that do not match the pillars", () => {
  const lastGist = (file: string) => realFile(file).slice(realFile(file).indexOf("  p5:\n"));

  test.each([chinese, english])("a gist that is missing in %s", (file) => {
    expect(problemsWith(file, lastGist(file), "")).toEqual([
      { file, line: 1, expected: "`p5`", found: "no such key" },
    ]);
  });

  test.each([chinese, english])("a gist for a pillar that is not there in %s", (file) => {
    const extra = lastGist(file).replace("p5:", "p6:");
    expect(problemsWith(file, lastGist(file), lastGist(file) + extra)).toEqual([
      {
        file,
        line: realFile(file).trimEnd().split("\n").length + 2,
        expected: "one of p1, p2, p3, p4, p5",
        found: "`p6`",
      },
    ]);
  });

  test("a gist of one sentence", () => {
    const gist = lastGist(english);
    const short = gist.split("\n").slice(0, 3).join("\n");
    expect(problemsWith(english, gist, `${short}\n`)).toEqual([
      {
        file: english,
        line: lineIn(english, "  p5:\n") + 1,
        expected: "gists.p5 to be 2 to 3 sentences",
        found: "1",
      },
    ]);
  });
});

describe("an editor is told where a summary does not fit", () => {
  test("because it has too few sentences", () => {
    const four = realFile(english)
      .slice(realFile(english).indexOf("summary:\n"), realFile(english).indexOf("gists:"))
      .split("  - text:");
    expect(
      problemsWith(english, four.join("  - text:"), `${four.slice(0, 5).join("  - text:")}\n`),
    ).toEqual([
      {
        file: english,
        line: lineIn(english, "summary:\n") + 1,
        expected: "summary to be 5 to 7 sentences",
        found: "4",
      },
    ]);
  });

  test.each([
    [chinese, "有了法律顾问。", "summary.3.text"],
    [english, "now have legal advisers.", "summary.3.text"],
  ])("because two sentences stand where one does in %s", (file, words, path) => {
    const added = file === chinese ? "还有更多。" : " There is more.";
    const first = (text: string) => text.replace(words, words + added);
    expect(problemsAfter({ [file]: first })).toMatchObject([
      { file, expected: expect.stringContaining(path) },
    ]);
  });

  test("because a key is misspelt, which makes one unknown and one missing", () => {
    expect(problemsWith(english, "from: [title]", "form: [title]")).toEqual([
      {
        file: english,
        line: lineIn(english, "from: [title]") - 1,
        expected: "`description.from`",
        found: "no such key",
      },
      {
        file: english,
        line: lineIn(english, "from: [title]"),
        expected: "no other key here",
        found: "`description.form`",
      },
    ]);
  });

  test("because it is no YAML", () => {
    const [problem] = problemsWith(chinese, "from: [title]", "from: [title");
    expect(problem).toMatchObject({ file: chinese, expected: "YAML" });
    expect(problem?.line).toBeGreaterThanOrEqual(lineIn(chinese, "from: [title]"));
  });
});

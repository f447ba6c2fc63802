import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language, Lexicon } from "../../src/core/document/report.ts";
import { toSpoken } from "../../src/core/speech/spoken.ts";

const lexicon: Lexicon = {
  forms: [
    { written: "721", spoken: { "zh-CN": "七二一" } },
    { written: "1+N", spoken: { "zh-CN": "一加N", en: "one plus N" } },
    { written: "7×24小时", spoken: { "zh-CN": "七乘二十四小时" } },
    { written: "12345", spoken: { "zh-CN": "幺二三四五" } },
  ],
  pauses: [
    ["表彰", "全国"],
    ["in the city", " the province"],
  ],
};
const say = (text: string, language: Language) =>
  toSpoken(text, language, lexicon)
    .map(({ spoken }) => spoken)
    .join("");

const chinese: readonly (readonly [written: string, spoken: string])[] = [
  ["0", "零"],
  ["1", "一"],
  ["2", "二"],
  ["10", "十"],
  ["11项行政", "十一项行政"],
  ["12", "十二"],
  ["19个涉企", "十九个涉企"],
  ["20", "二十"],
  ["33个部门", "三十三个部门"],
  ["61家责任单位", "六十一家责任单位"],
  ["100", "一百"],
  ["101", "一百零一"],
  ["110", "一百一十"],
  ["158项行政权力", "一百五十八项行政权力"],
  ["162个高频事项", "一百六十二个高频事项"],
  ["200", "二百"],
  ["251件", "二百五十一件"],
  ["315个村", "三百一十五个村"],
  ["860余名", "八百六十余名"],
  ["1000", "一千"],
  ["1001", "一千零一"],
  ["1010", "一千零一十"],
  ["1133件", "一千一百三十三件"],
  ["1815名", "一千八百一十五名"],
  ["1,815名", "一千八百一十五名"],
  ["2000", "两千"],
  ["2005", "两千零五"],
  ["2647项", "两千六百四十七项"],
  ["10000", "一万"],
  ["10001", "一万零一"],
  ["10010", "一万零一十"],
  ["12000", "一万两千"],
  ["20000", "两万"],
  ["100000", "十万"],
  ["100005", "十万零五"],
  ["1234567", "一百二十三万四千五百六十七"],
  ["100000000", "一零零零零零零零零"],
  ["1,000,000,000", "十亿"],
  ["1万余名", "一万余名"],
  ["2万余件", "两万余件"],
  ["4千余件", "四千余件"],
  ["2次", "两次"],
  ["2个", "两个"],
  ["第2次", "第二次"],
  ["3个100%", "三个百分之百"],
  ["8次政府常务会议", "八次政府常务会议"],
  ["3.5", "三点五"],
  ["0.5", "零点五"],
  ["10.05", "十点零五"],
  ["98%", "百分之九十八"],
  ["98﹪", "百分之九十八"],
  ["98％", "百分之九十八"],
  ["100%", "百分之百"],
  ["100﹪", "百分之百"],
  ["100％", "百分之百"],
  ["达100%，", "达百分之百，"],
  ["1100%", "百分之一千一百"],
  ["90%—100%", "百分之九十到百分之百"],
  ["0.5%", "百分之零点五"],
  ["减65%以上", "减百分之六十五以上"],
  ["20%—30%", "百分之二十到百分之三十"],
  ["20-30%", "百分之二十到百分之三十"],
  ["5‰", "千分之五"],
  ["2023年", "二零二三年"],
  ["2024年1月22日", "二零二四年一月二十二日"],
  ["2021—2025年", "二零二一到二零二五年"],
  ["2021-2025年", "二零二一到二零二五年"],
  ["2021年—2025年", "二零二一到二零二五年"],
  ["（2021—2025年）", "，二零二一到二零二五年，"],
  ["2024-01-22", "二零二四年一月二十二日"],
  ["2月", "二月"],
  ["1-3月", "一到三月"],
  ["3—5个", "三到五个"],
  ["10:30", "十点三十分"],
  ["8：05", "八点零五分"],
  ["9:00", "九点"],
  ["3:70", "三比七十"],
  ["1/3", "三分之一"],
  ["0739-5323212", "零七三九，五三二三二幺二"],
  ["2024-04928", "二零二四，零四九二八"],
  ["2024-01-22发", "二零二四年一月二十二日发"],
  ["007", "零零七"],
  ["721", "七二一"],
  ["“721”工作法", "七二一工作法"],
  ["1+N", "一加N"],
  ["“1+N”大数据平台", "一加N大数据平台"],
  ["1+1", "一加一"],
  ["3＋2", "三加二"],
  ["“互联网+政务服务”", "互联网加政务服务"],
  ["7×24小时", "七乘二十四小时"],
  ["7×24", "七乘二十四"],
  ["12345热线", "幺二三四五热线"],
  ["123456元", "十二万三千四百五十六元"],
  ["1721件", "一千七百二十一件"],
  ["《民法典》", "民法典"],
  ["“放管服”", "放管服"],
  ["（示范）", "，示范，"],
  ["(示范)。", "，示范。"],
  ["法治——根本", "法治，根本"],
  ["等……", "等，"],
  ["5㎡", "五平方米"],
  ["3℃", "三摄氏度"],
  ["武冈市", "武冈市"],
  ["一是坚持", "一是坚持"],
  ["公 开", "公开"],
  ["3 个", "三个"],
  ["抓落实 努力实现", "抓落实，努力实现"],
  ["抓落实\u2002努力实现", "抓落实，努力实现"],
  ["《安置办法》《水源保护》等", "安置办法、水源保护等"],
  ["“三长六老”“三级五调”", "三长六老、三级五调"],
  ["《办法》“十条”", "办法、十条"],
  ["251件“一件事一次办”", "二百五十一件，一件事一次办"],
  ["5个“跨省通办”", "五个跨省通办"],
  ["12345热线“一呼即应”", "幺二三四五热线一呼即应"],
  ["表彰全国", "表彰，全国"],
  ["表彰，全国", "表彰，全国"],
  ["（一）（二）", "，一，二，"],
  ["（试行）、（二）。", "，试行，二。"],
  ["纲要（2021—2025年）》，并", "纲要，二零二一到二零二五年，并"],
];

const english: readonly (readonly [written: string, spoken: string])[] = [
  ["I. Guided by the law", "one. Guided by the law"],
  ["IV. Combining", "four. Combining"],
  ["XII. The rest", "12. The rest"],
  ["Chapter V. The rest", "Chapter V. The rest"],
  ["0", "0"],
  ["1", "1"],
  ["33 departments", "33 departments"],
  ["1,133 cases", "1133 cases"],
  ["1,815 mediators", "1815 mediators"],
  ["2,647 powers", "2647 powers"],
  ["1,000,000", "1000000"],
  ["10,000.5", "10000.5"],
  ["3.5", "3.5"],
  ["98%", "98 percent"],
  ["98 %", "98 percent"],
  ["98﹪", "98 percent"],
  ["98％", "98 percent"],
  ["100%", "100 percent"],
  ["0.5%", "0.5 percent"],
  ["over 80%.", "over 80 percent."],
  ["20–30%", "20 to 30 percent"],
  ["20%–30%", "20 to 30 percent"],
  ["20-30%", "20 to 30 percent"],
  ["2021–2025", "2021 to 2025"],
  ["2021—2025", "2021 to 2025"],
  ["2021-2025", "2021 to 2025"],
  ["(2021–2025)", ", 2021 to 2025,"],
  ["in 2023", "in 2023"],
  ["2024-01-22", "22 January 2024"],
  ["2023-12-01", "1 December 2023"],
  ["22 January 2024", "22 January 2024"],
  ["pp. 3–5", "pp. 3 to 5"],
  ["1,000–2,000", "1000 to 2000"],
  ["7×24", "7 by 24"],
  ["serves “7×24 hours”", "serves twenty-four hours a day, seven days a week"],
  ["No. 2024-04928", "number two zero two four, zero four nine two eight"],
  ["“a” “b”", "a, b"],
  ["Outline (2021–2025) (《纲要》), do", "Outline, 2021 to 2025, do"],
  ["in the city the province", "in the city, the province"],
  ["one (two) (three), four", "one, two, three, four"],
  ["7 × 24 hours", "twenty-four hours a day, seven days a week"],
  ["3*4", "3 by 4"],
  ["1+N", "one plus N"],
  ["“1+N” platform", "one plus N platform"],
  ["1+1", "1 plus 1"],
  ["3 + 2", "3 plus 2"],
  ["“Internet + government services”", "Internet plus government services"],
  ["3＋2", "3 plus 2"],
  ["721 cases", "721 cases"],
  ["the “721” method", "the seven two one method"],
  ["1721 cases", "1721 cases"],
  ["7210 cases", "7210 cases"],
  ["12345", "one two three four five"],
  ["the 12345 hotline", "the one two three four five hotline"],
  ["123456", "one two three four five six"],
  ["12345.5", "12345.5"],
  ["12345.", "one two three four five."],
  ["0739-5323212", "zero seven three nine, five three two three two one two"],
  ["007", "zero zero seven"],
  ["10:30", "10:30"],
  ["10:30 a.m.", "10:30 a.m."],
  ["a ratio of 7:2", "a ratio of 7 to 2"],
  ["¥500", "500 yuan"],
  ["￥1,500", "1500 yuan"],
  ["5 km²", "5 square kilometres"],
  ["5 m²", "5 square metres"],
  ["No. 5", "number 5"],
  ["No one", "No one"],
  ["§ 3", "section 3"],
  ["law & order", "law and order"],
  ["e.g. this", "for example this"],
  ["i.e. that", "that is that"],
  ["“quoted”", "quoted"],
  ['"quoted"', "quoted"],
  ["the people’s", "the people’s"],
  ["《Civil Code》", "Civil Code"],
  ["law — the root", "law, the root"],
  ["law—the root", "law, the root"],
  ["law – the root", "law, the root"],
  ["(trial)", ", trial,"],
  ["Wugang (Hunan) is", "Wugang, Hunan, is"],
  ["Wugang (Hunan).", "Wugang, Hunan."],
  ["and so on…", "and so on,"],
  ["two  spaces", "two spaces"],
  ["law-based government", "law-based government"],
  ["Double-random", "Double-random"],
  ["COVID-19", "COVID-19"],
  ["one third", "one third"],
  ["12th", "12th"],
  ["Part III", "Part III"],
  ["Wugang", "Wugang"],
  ["20th Party Congress", "20th Party Congress"],
];

for (const [language, cases] of [
  ["zh-CN", chinese],
  ["en", english],
] as const)
  describe(`in ${language} what is written is said as people say it`, () => {
    test("the table has 80 cases at least, none twice", () => {
      expect(new Set(cases.map(([written]) => written)).size).toBe(cases.length);
      expect(cases.length).toBeGreaterThanOrEqual(80);
    });
    test.each(cases)("%s is said %s", (written, spoken) => {
      expect(say(written, language)).toBe(spoken);
    });
  });

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc
    .array(
      fc.constantFrom(
        ..."0123456789.,:%-—+×N年月日第两个《》“”()（），。 武冈a市𠮷",
        "721",
        "12345",
        "2021—2025年",
        "表彰全国",
        "》《",
        "”“",
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join("")),
);

test.each(["zh-CN", "en"] as const)(
  "whatever is written in %s, the way back covers every unit once and in order",
  (language) => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const { from, to } of toSpoken(text, language, lexicon)) {
          expect(from).toBe(end);
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(end).toBe(text.length);
      }),
      { numRuns: 2000 },
    );
  },
);

test.each(["zh-CN", "en"] as const)(
  "whatever is written in %s, no comma stands beside another mark",
  (language) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const said = say(text, language);
        expect(said).not.toMatch(/[，、,]\s*[，、,。；：！？;!?]|[。；：！？;!?]\s*[，、,]/);
      }),
      { numRuns: 2000 },
    );
  },
);

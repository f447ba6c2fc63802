import type { Language } from "../../../core/document/report.ts";

/** The words of the page. It is a tool for editors: these are not among a reader's. */
interface PageWords {
  readonly title: string;
  readonly intro: string;
  readonly recordings: string;
  readonly language: string;
  /** A notice that the page of the report has other sentences by now. */
  readonly changed: string;
  readonly show: string;
  readonly all: string;
  readonly unheard: string;
  readonly withEntries: string;
  readonly none: string;
  readonly heard: string;
  readonly sentence: (number: number) => string;
  readonly spoken: string;
  readonly phonemes: string;
  readonly fallback: (engine: string) => string;
  readonly play: string;
  readonly stop: string;
  readonly right: string;
  readonly rightNext: string;
  readonly correct: string;
  readonly word: string;
  readonly wordHint: string;
  readonly pinyin: string;
  readonly pinyinHint: string;
  readonly save: string;
  readonly entries: string;
  readonly pause: string;
  readonly reviewed: string;
  readonly unreviewed: string;
  readonly noSound: string;
  readonly noServer: string;
  readonly ticked: (number: number) => string;
  readonly unticked: (number: number) => string;
  readonly corrected: (written: string, pinyin: string) => string;
  readonly correctedToBeRecorded: (written: string, pinyin: string) => string;
  readonly correctedSince: string;
  readonly readOtherwise: (written: string, recorded: string, pinyin: string) => string;
}

const chinese: PageWords = {
  title: "听录音，核对读音",
  intro:
    "逐句听。读得对，就勾选；哪个词读错了，就改它的读音。每一步都马上保存。按“对，下一句”勾选这一句，并播放下一句。",
  recordings: "录音",
  language: "中文",
  changed: "录音以后，报告的文字改过。请先运行 npm run narrate 重新录音，再来核对。",
  show: "显示",
  all: "全部",
  unheard: "还没听的",
  withEntries: "有词库条目的",
  none: "没有这样的句子。",
  heard: "已核对",
  sentence: (number) => `第 ${number} 句`,
  spoken: "读作",
  phonemes: "音素",
  fallback: (engine) => `这一句由备用的声音读：${engine}`,
  play: "播放",
  stop: "停止",
  right: "读得对",
  rightNext: "对，下一句",
  correct: "改读音",
  word: "词",
  wordHint: "先在句子里选中一个词，或在这里写。",
  pinyin: "拼音",
  pinyinHint: "xíngzhèng 或 xing2 zheng4",
  save: "保存读音",
  entries: "词库里的条目",
  pause: "（停顿）",
  reviewed: "已核对",
  unreviewed: "未核对",
  noSound: "录音放不出来。请刷新本页再试。",
  noServer: "没有保存：连不上 npm run narrate -- --listen。请看它是不是还在运行。",
  ticked: (number) => `第 ${number} 句：读得对，已保存`,
  unticked: (number) => `第 ${number} 句：已取消`,
  corrected: (written, pinyin) => `已保存：${written} ${pinyin}。录音里就是这样读的。`,
  correctedToBeRecorded: (written, pinyin) =>
    `已保存：${written} ${pinyin}。请运行 npm run narrate 重新录音，再听这一句。`,
  correctedSince: "读音改过了。请运行 npm run narrate 重新录音，再听这一句。",
  readOtherwise: (written, recorded, pinyin) =>
    `“${written}”在录音里读作 ${recorded}，词库里是 ${pinyin}。请运行 npm run narrate 重新录音，再听这一句。`,
};

const english: PageWords = {
  title: "Listen and check the readings",
  intro:
    "Listen sentence by sentence. Tick what is read right; where a Chinese name is misread, correct its reading. Each step is saved at once. “Right, next” ticks a sentence and plays the next one.",
  recordings: "Recordings",
  language: "English",
  changed:
    "The report's text has changed since it was recorded. Run `npm run narrate` before you check it.",
  show: "Show",
  all: "All",
  unheard: "Not yet heard",
  withEntries: "With lexicon entries",
  none: "There is no such sentence.",
  heard: "Checked",
  sentence: (number) => `Sentence ${number}`,
  spoken: "Said as",
  phonemes: "Phonemes",
  fallback: (engine) => `A fallback voice reads this sentence: ${engine}`,
  play: "Play",
  stop: "Stop",
  right: "Right",
  rightNext: "Right, next",
  correct: "Correct a reading",
  word: "Name",
  wordHint: "Select a Chinese name in the sentence first, or write it here.",
  pinyin: "Pinyin",
  pinyinHint: "Wǔgāng or Wu3gang1",
  save: "Save the reading",
  entries: "Entries of the lexicon",
  pause: "(a pause)",
  reviewed: "reviewed",
  unreviewed: "not reviewed",
  noSound: "The recording can't be played. Reload this page and try again.",
  noServer:
    "Not saved: `npm run narrate -- --listen` does not answer. See whether it is still running.",
  ticked: (number) => `Sentence ${number}: right, saved`,
  unticked: (number) => `Sentence ${number}: no longer ticked`,
  corrected: (written, pinyin) => `Saved: ${written} ${pinyin}. It is recorded so.`,
  correctedToBeRecorded: (written, pinyin) =>
    `Saved: ${written} ${pinyin}. Run \`npm run narrate\` to record it again, then listen to this sentence.`,
  correctedSince:
    "A reading has been corrected. Run `npm run narrate` to record it again, then listen to this sentence.",
  readOtherwise: (written, recorded, pinyin) =>
    `“${written}” is recorded as ${recorded}, and the lexicon has ${pinyin}. Run \`npm run narrate\` to record it again, then listen to this sentence.`,
};

/** By the language of the recording. */
export const words: Readonly<Record<Language, PageWords>> = { "zh-CN": chinese, en: english };

import type { Language } from "../../../core/document/report.ts";

/** A text in each language of the page. */
type Texts = Readonly<Record<Language, string>>;

/** Something that the listener has to be told, in the language of the page. */
export class ListeningProblem extends Error {
  override readonly name = "ListeningProblem";
  readonly texts: Texts;

  constructor(texts: Texts) {
    // In a terminal there is no language of the page.
    super(`${texts["zh-CN"]}\n${texts.en}`);
    this.texts = texts;
  }
}

const problem = (chinese: string, english: string) =>
  new ListeningProblem({ "zh-CN": chinese, en: english });

/** Everything that can be wrong, each as an error that can be thrown. */
export const problems = {
  noRecording: () =>
    problem(
      "还没有录音。请先运行 npm run narrate。",
      "There is no recording yet. Run `npm run narrate` first.",
    ),
  noRecord: (file: string) =>
    problem(
      `这份录音旁边没有 ${file}，是旧版本录的。请运行 npm run narrate 重新录音。`,
      `There is no ${file} beside this recording: an older version made it. Run \`npm run narrate\` to record it again.`,
    ),
  unusable: (reason: string) =>
    problem(`这份录音不能用：${reason}`, `This recording can't be used: ${reason}`),
  unlikeCues: (file: string, ids: readonly string[]) =>
    problem(
      `${file} 和录音的句子对不上（${ids.slice(0, 3).join("、")}）。请运行 npm run narrate 重新录音。`,
      `${file} and the cues of the recording have other sentences (${ids.slice(0, 3).join(", ")}). Run \`npm run narrate\` to record it again.`,
    ),
  lexicon: (mistakes: string) =>
    problem(
      `lexicon.yaml 里有错，改好以后才能保存：\n${mistakes}`,
      `There is a mistake in lexicon.yaml. Nothing can be saved until it is put right:\n${mistakes}`,
    ),
  notEditable: (reason: string) =>
    problem(
      `不能改 lexicon.yaml（${reason}），请用编辑器改。`,
      `lexicon.yaml can't be changed here (${reason}). Change it in an editor.`,
    ),
  refusedByCheck: (written: string, mistakes: string) =>
    problem(
      `“${written}”不能放进 lexicon.yaml：\n${mistakes}`,
      `“${written}” can't be put into lexicon.yaml:\n${mistakes}`,
    ),
  notWritten: (file: string, reason: string) =>
    problem(
      `${file} 写不进去（${reason}）。文件没有变；请看磁盘是否已满、文件是否只读，然后再试。`,
      `${file} can't be written (${reason}). It is as it was. See whether the disk is full or the file is read-only, then try again.`,
    ),
  unexpected: (reason: string) =>
    problem(`没有保存，出了意外的错：${reason}`, `Not saved, by an unexpected mistake: ${reason}`),
  noSentence: () =>
    problem(
      "录音里没有这一句，或者已经重新录过音。请刷新本页。",
      "The recording has no such sentence, or was made anew. Reload this page.",
    ),
  recordAgain: (reason: string) =>
    problem(`还不能算读得对。${reason}`, `This can't be ticked yet. ${reason}`),
  notInSentence: (written: string) =>
    problem(`这句话里没有“${written}”。`, `The sentence has no “${written}”.`),
  noWord: (written: string) =>
    problem(
      `“${written}”不是一个词。这里只给汉字词注音；数字和符号的读法写在 lexicon.yaml 的 forms 里。`,
      `“${written}” is not a word in Latin letters. How digits and signs are said is written under \`forms\` in lexicon.yaml.`,
    ),
  noPinyin: (typed: string) =>
    problem(
      `“${typed}”不是拼音。请这样写：xíngzhèng，或 xing2 zheng4。`,
      `“${typed}” is not pinyin. Write it like xíngzhèng or xing2 zheng4.`,
    ),
  noTone: (typed: string) =>
    problem(
      `“${typed}”没有声调。请标声调，或者写数字：xing2 zheng4。`,
      `“${typed}” has no tone. Mark the tones, or write numbers: xing2 zheng4.`,
    ),
  otherCount: (written: string, characters: number, typed: string) =>
    problem(
      `“${written}”有 ${characters} 个字，“${typed}”不是 ${characters} 个音节。a、o、e 开头的音节前面要加隔音符号：xī'ān。`,
      `“${written}” has ${characters} characters, and “${typed}” has not ${characters} syllables. Before a syllable that begins with a, o or e comes an apostrophe: xī'ān.`,
    ),
} as const;

/**
 * One language of the reader: its pages, and the names under which people find its controls. The names are
 * written out, not read from `src/words`: a test must notice when one changes.
 */
export interface Edition {
  readonly language: "zh-CN" | "en";
  readonly title: string;
  /** Paths of the report and of the about page, below the reader's address. */
  readonly report: string;
  readonly about: string;
  readonly names: typeof chinese;
}

const chinese = {
  product: "展卷",
  skip: "跳到正文",
  otherLanguage: "English",
  tools: "阅读工具",
  contents: "目录",
  contentsOfPage: "本文目录",
  text: "文字",
  close: "关闭",
  reportTitle: "2023年度法治政府建设工作报告",
  metadata: "文件信息",
  summary: "摘要",
  report: "报告全文",
  parts: { intro: "引言", shortcomings: "存在的不足", outlook: "下一步打算" },
  pillars: [
    "以习近平法治思想为指引",
    "以人民满意为评价标准",
    "以“小切口”保障“大民生”",
    "以刚柔并济促执法为民",
    "以多元化调处化解矛盾纠纷",
  ],
  fullText: "全文",
  expandAll: "全部展开",
  collapseAll: "全部收起",
  aboutPage: "关于本文与展卷",
  size: "字号",
  larger: "放大",
  smaller: "缩小",
  reset: "恢复默认",
  isReset: "已恢复默认",
  easy: "长辈版",
  theme: "主题",
  themes: {
    system: "跟随系统",
    paper: "纸",
    sepia: "护眼",
    dark: "夜间",
    contrast: "高对比",
  },
  face: "字体",
  faces: { sans: "黑体", serif: "宋体" },
  align: "对齐",
  aligns: { start: "靠左", justify: "两端" },
  leading: "行距",
  tracking: "字距",
  spacing: "段距",
  width: "栏宽",
  notices: "通知",
  dismiss: "知道了",
  notKept: "这台设备不让保存设置",
  offline: "现在没有网络",
};

const english: typeof chinese = {
  product: "Zhanjuan",
  skip: "Skip to the report",
  otherLanguage: "中文",
  tools: "Reading tools",
  contents: "Contents",
  contentsOfPage: "Contents of this report",
  text: "Text",
  close: "Close",
  reportTitle: "2023 Work Report on Building a Law-based Government",
  metadata: "Document details",
  summary: "Summary",
  report: "The report",
  parts: { intro: "Introduction", shortcomings: "Shortcomings", outlook: "What comes next" },
  pillars: [
    "Guided by Xi Jinping Thought",
    "With the people’s satisfaction as the yardstick",
    "“Small openings” safeguard",
    "Combining firmness and flexibility",
    "Diverse ways of mediating",
  ],
  fullText: "Full text",
  expandAll: "Expand all",
  collapseAll: "Collapse all",
  aboutPage: "About this text and Zhanjuan",
  size: "Type size",
  larger: "Larger",
  smaller: "Smaller",
  reset: "Reset",
  isReset: "Back to the defaults",
  easy: "Easy mode",
  theme: "Theme",
  themes: {
    system: "System",
    paper: "Paper",
    sepia: "Sepia",
    dark: "Dark",
    contrast: "High contrast",
  },
  face: "Typeface",
  faces: { sans: "Sans", serif: "Serif" },
  align: "Alignment",
  aligns: { start: "Left", justify: "Justified" },
  leading: "Line spacing",
  tracking: "Letter spacing",
  spacing: "Paragraph spacing",
  width: "Column width",
  notices: "Notices",
  dismiss: "OK",
  notKept: "This device does not let settings be kept",
  offline: "There is no network",
};

/** Both languages, the report's own first. */
export const editions: readonly Edition[] = [
  { language: "zh-CN", title: "in Chinese", report: "./", about: "about/", names: chinese },
  { language: "en", title: "in English", report: "en/", about: "en/about/", names: english },
];

import { join } from "node:path";

/** What a machine has of what `npm test` needs. */
export interface Machine {
  /** A Chromium that the tests find. */
  readonly hasChromium: boolean;
  /** `pdftotext`, by which printed pages are read. */
  readonly hasPdfToText: boolean;
  /** `epubcheck`, by which the e-books are checked. */
  readonly hasEpubCheck: boolean;
  /** The engines of neural voices, in `tools/sherpa-onnx` and `tools/kokoro`. */
  readonly hasSherpaOnnx: boolean;
  readonly hasKokoro: boolean;
  /** Whether packages of Debian can be installed here: there is `apt-get`, and the user is root. */
  readonly canInstallDebian: boolean;
}

/** What is to be done before the tests can run. */
export interface Preparation {
  /** Commands to run one after the other. `playwright` and `npm` stand for this project's own. */
  readonly commands: readonly (readonly string[])[];
  /** What the user has to install, a sentence each: nothing here can. */
  readonly missing: readonly string[];
}

const programs = [
  {
    isThere: ({ hasPdfToText }: Machine) => hasPdfToText,
    debian: "poppler-utils",
    sentence:
      "The tests of printed pages need pdftotext: install poppler (Debian: apt-get install poppler-utils; macOS: brew install poppler).",
  },
  {
    isThere: ({ hasEpubCheck }: Machine) => hasEpubCheck,
    debian: "epubcheck",
    sentence:
      "The tests of the e-books need epubcheck: install it (Debian: apt-get install epubcheck; macOS: brew install epubcheck).",
  },
] as const;

/** Installs the packages of a folder of `tools`. */
const installTool = (name: string) => [
  ...["npm", "ci", "--prefix", join("tools", name)],
  ...["--no-audit", "--no-fund"],
];

/** What `npm test` still needs on a machine, and how it gets there. */
export function planPreparation(machine: Machine): Preparation {
  const lacking = programs.filter(({ isThere }) => !isThere(machine));
  const commands: (readonly string[])[] = [];
  if (machine.canInstallDebian) {
    const packages = [
      ...(machine.hasChromium ? [] : ["chromium", "chromium-headless-shell"]),
      ...lacking.map(({ debian }) => debian),
    ];
    if (packages.length > 0) {
      commands.push(["apt-get", "update", "-qq"]);
      commands.push(["apt-get", "install", "-y", "-qq", "--no-install-recommends", ...packages]);
    }
  } else if (!machine.hasChromium) commands.push(["playwright", "install", "chromium"]);
  if (!machine.hasSherpaOnnx) commands.push(installTool("sherpa-onnx"));
  if (!machine.hasKokoro) commands.push(installTool("kokoro"));
  return {
    commands,
    missing: machine.canInstallDebian ? [] : lacking.map(({ sentence }) => sentence),
  };
}

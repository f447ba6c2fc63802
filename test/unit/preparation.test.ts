import { describe, expect, test } from "vitest";
import { type Machine, planPreparation } from "../support/preparation.ts";

const complete: Machine = {
  hasChromium: true,
  hasPdfToText: true,
  hasEpubCheck: true,
  hasSherpaOnnx: true,
  hasKokoro: true,
  canInstallDebian: false,
};
const bare: Machine = {
  hasChromium: false,
  hasPdfToText: false,
  hasEpubCheck: false,
  hasSherpaOnnx: false,
  hasKokoro: false,
  canInstallDebian: false,
};
const commandsFor = (machine: Machine) =>
  planPreparation(machine).commands.map((command) => command.join(" "));

describe("before the tests run, whoever runs them", () => {
  test.each([true, false])(
    "waits for nothing on a machine that has everything (root on Debian: %s)",
    (canInstallDebian) => {
      expect(planPreparation({ ...complete, canInstallDebian })).toEqual({
        commands: [],
        missing: [],
      });
    },
  );

  test("gets Playwright's browser where there is none and packages can't be installed", () => {
    const machine = { ...complete, hasChromium: false };
    expect(commandsFor(machine)).toEqual(["playwright install chromium"]);
    expect(planPreparation(machine).missing).toEqual([]);
  });

  test("gets as root on Debian everything by one installation, and no other browser", () => {
    const machine = { ...bare, hasSherpaOnnx: true, hasKokoro: true, canInstallDebian: true };
    expect(commandsFor(machine)).toEqual([
      "apt-get update -qq",
      "apt-get install -y -qq --no-install-recommends chromium chromium-headless-shell poppler-utils epubcheck",
    ]);
  });

  test("gets only what is missing", () => {
    expect(commandsFor({ ...complete, hasEpubCheck: false, canInstallDebian: true }).at(-1)).toBe(
      "apt-get install -y -qq --no-install-recommends epubcheck",
    );
    expect(commandsFor({ ...complete, hasSherpaOnnx: false })).toEqual([
      expect.stringMatching(/^npm ci --prefix tools.sherpa-onnx /),
    ]);
    expect(commandsFor({ ...complete, hasKokoro: false })).toEqual([
      expect.stringMatching(/^npm ci --prefix tools.kokoro /),
    ]);
  });

  test("is told in a sentence each what has to be installed by hand", () => {
    const { missing } = planPreparation(bare);
    expect(missing).toHaveLength(2);
    expect(missing[0]).toContain("pdftotext");
    expect(missing[1]).toContain("epubcheck");
    expect(planPreparation({ ...bare, canInstallDebian: true }).missing).toEqual([]);
  });
});

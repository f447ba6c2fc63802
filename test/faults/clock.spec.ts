import { findUpdate } from "../support/visit.ts";
import { test } from "./lab.ts";

const yearMs = 365 * 24 * 60 * 60 * 1000;

for (const [how, offset] of [
  ["a year behind", -yearMs],
  ["a year ahead", yearMs],
] as const)
  test(`the device's clock is ${how}`, async ({ lab }) => {
    const visit = await lab.enter({
      prepare: (context) =>
        context.addInitScript((ms) => {
          const now = Date.now.bind(Date);
          Date.now = () => now() + ms;
          const Real = Date;
          window.Date = class extends Real {
            constructor(...given: []) {
              if (given.length > 0) super(...given);
              else super(now() + ms);
            }
          } as DateConstructor;
        }, offset),
    });
    await visit.go();
    await visit.look();
    visit.note(!(await visit.isKept()), "the worker");
    visit.server.deploy(lab.builds.newText);
    await findUpdate(visit.page);
    await visit.page.getByRole("button", { name: "更新" }).click();
    await visit.page.waitForFunction(() => !document.querySelector("#notices section"));
    await visit.settle();
    await visit.look(true, lab.builds.newText);
    await visit.checkWithoutServer(lab.builds.newText);
  });

import { faultAt, serverFaults } from "../support/server-faults.ts";
import { test } from "./lab.ts";

test("the reader follows a link while a part of the program still comes", async ({ lab }) => {
  const visit = await lab.enter();
  visit.server.intercept(
    faultAt(serverFaults["the answer never comes"], (path) =>
      path.startsWith("/assets/when-loaded-"),
    ),
  );
  await visit.go();
  visit.server.intercept(faultAt(serverFaults["the answer comes late"], (path) => path === "/en/"));
  await visit.page.locator(".language").click();
  await visit.page
    .waitForURL((url) => url.pathname === "/en/", { timeout: 8000 })
    .catch(() => visit.note(true, `the way: it ends at ${visit.page.url()}`));
  visit.restore();
  await visit.settle();
  await visit.look();
});

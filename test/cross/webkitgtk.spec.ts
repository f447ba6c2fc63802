import { test, tryFirstVisits, tryJourneys, tryLaterVisits } from "./visits.ts";

/** What can't be seen by WebDriver. */
const unseen = {
  "the answer never comes":
    "WebDriver looks at a page only when everything in it has come or has failed",
};

test.use({ browserUnderTest: "WebKitGTK" });
tryJourneys("WebKitGTK");
tryFirstVisits("WebKitGTK", unseen);
// The fault laboratory cannot drive this browser.
tryLaterVisits("WebKitGTK", unseen);

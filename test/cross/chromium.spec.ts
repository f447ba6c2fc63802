import { test, tryFirstVisits, tryJourneys } from "./visits.ts";

test.use({ browserUnderTest: "Chromium" });
tryJourneys("Chromium");
// Later visits, and more of them, are made by `test/faults`.
tryFirstVisits("Chromium");

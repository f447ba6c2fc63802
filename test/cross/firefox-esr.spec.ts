import { test, tryFirstVisits, tryJourneys } from "./visits.ts";

test.use({ browserUnderTest: "Firefox ESR" });
tryJourneys("Firefox ESR");
// Later visits, and more of them, are made by `test/faults`.
tryFirstVisits("Firefox ESR");

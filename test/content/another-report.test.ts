import { expect, test } from "vitest";
import { readReports } from "../../src/site/read-reports.ts";

test("the report of an invented county, which has little of what Wugang's has, is right as well", () => {
  expect(readReports("test/support/reports").map(({ slug }) => slug)).toEqual(["yunshan-2024"]);
});

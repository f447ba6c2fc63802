import { expect, test } from "vitest";
import { loadReports } from "../../src/build/load.ts";

test("the report of an invented county, which has little of what Wugang's has, is right as well", () => {
  expect(loadReports("test/support/reports").map(({ slug }) => slug)).toEqual(["yunshan-2024"]);
});

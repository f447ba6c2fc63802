import { defineConfig } from "vitest/config";

// A desktop at a time: two screen readers would talk over each other's keys.
export default defineConfig({
  test: {
    include: ["test/at/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});

import { defineConfig } from "vitest/config";

// A desktop at a time: two screen readers would talk over each other's keys.
export default defineConfig({
  test: {
    include: ["test/at/**/*.test.ts"],
    fileParallelism: false,
    // A key can be lost between window manager and browser on a busy machine: what differs each time is wrong.
    retry: 3,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});

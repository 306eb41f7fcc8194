import { defineConfig } from "vitest/config"

const conditions = ["@wangge/source"]

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      "packages/*/*/test/**/*.test.ts",
      "packages/tidy/test/**/*.test.ts",
      "examples/*/main.test.ts"
    ],
    // Node itself resolves what vitest does not load, worker threads above all. The second flag
    // keeps a race of V8 away: on processors with memory protection keys, a process that compiles
    // on several threads at once died now and then (nodejs/node#64500).
    execArgv: [
      ...conditions.map((condition) => `--conditions=${condition}`),
      "--no-memory-protection-keys"
    ],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: { provider: "v8", include: ["packages/*/*/src/**"] }
  }
})

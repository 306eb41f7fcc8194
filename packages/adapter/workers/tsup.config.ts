import { defineConfig } from "tsup"
import shared from "../../../tsup.config.ts"

// The threads start from a file of their own.
export default defineConfig({
  ...shared,
  entry: [
    "src/index.ts",
    "src/internal/networkThread.ts",
    "src/internal/selfTestThread.ts",
    "src/internal/thread.ts"
  ]
})

import { defineConfig } from "tsup"
import shared from "../../../tsup.config.ts"

// The threads start from a file of their own.
export default defineConfig({ ...shared, entry: ["src/index.ts", "src/internal/thread.ts"] })

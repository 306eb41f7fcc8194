import { defineConfig } from "tsup"

export default defineConfig({
  entry: ["src/index.ts"],
  format: ["esm"],
  dts: false,
  sourcemap: true,
  // Old bundles go; the declarations beside them are the compiler's.
  clean: ["!**/*.d.ts", "!**/*.d.ts.map", "!**/.tsbuildinfo"],
  target: "node22"
})

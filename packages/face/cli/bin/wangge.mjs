#!/usr/bin/env node
// Plain old JavaScript on purpose: a Node that is too old must be able to read this file, so that
// it can say so in one sentence instead of failing somewhere inside.
const [major, minor] = process.versions.node.split(".").map(Number)

if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `wangge needs Node 22.19 or newer; this is Node ${process.versions.node}. ` +
      "Please install a newer one from https://nodejs.org.\n"
  )
  process.exitCode = 2
} else {
  import("../dist/main.js").catch((error) => {
    const isBuilt = error.code !== "ERR_MODULE_NOT_FOUND"
    process.stderr.write(
      isBuilt
        ? `wangge cannot start: ${error.message}\n`
        : `wangge is not complete: ${error.message} In a checkout run "npm run build" first.\n`
    )
    process.exitCode = 70
  })
}

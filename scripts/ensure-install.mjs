/**
 * Makes a fresh clone ready: installs when `node_modules` is missing or older than the lockfile,
 * and says in one sentence when no Node is new enough. Runs on any Node from 16 on, because in a
 * fresh clone it runs on the system's own; so no import but `node:`, no new syntax. All output goes
 * to standard error: what follows may print JSON.
 */
import { spawnSync } from "node:child_process"
import { existsSync, statSync, utimesSync } from "node:fs"

const marker = "node_modules/.package-lock.json"
const bundled = "node_modules/.bin/node"
const oldest = { major: 22, minor: 19 }

/** @param {string} version such as "v20.20.2" */
const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number)
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor)
}

const isFresh = () =>
  existsSync(marker) && statSync(marker).mtimeMs >= statSync("package-lock.json").mtimeMs

if (!isFresh()) {
  process.stderr.write("Installing what package-lock.json names (once; about a minute) ...\n")
  // `npm ci` refuses a lockfile that lacks other systems' optional binaries; `install` does not.
  const flags = ["--no-save", "--no-fund", "--no-audit", "--loglevel=error"]
  const result = spawnSync("npm", ["install", ...flags], {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32"
  })
  if (result.status !== 0) {
    process.stderr.write("npm install failed; its message is above.\n")
    process.exit(result.status === null ? 1 : result.status)
  }
  const now = new Date()
  if (existsSync(marker)) utimesSync(marker, now, now)
}

// npm puts node_modules/.bin first on PATH: a bundled Node 24 there is what the next script gets.
const version = existsSync(bundled)
  ? String(spawnSync(bundled, ["--version"]).stdout).trim()
  : process.version
if (!isNewEnough(version)) {
  process.stderr.write(
    `Wangge needs Node ${oldest.major}.${oldest.minor} or newer; found ${version || "none that starts"}. ` +
      "npm brings Node 24 along on Linux x64 and arm64 only: please install Node 24.\n"
  )
  process.exit(2)
}

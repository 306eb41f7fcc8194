/**
 * Chromium, where the machine has one: in PATH, or where systems put it. A page in it runs the
 * models from one bundled script.
 */
import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { chromium } from "playwright-core"
import type { Bits } from "./kernelBits.ts"
import type { Files } from "./networkBits.ts"

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
const usualPlaces = [
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
]

/** The program's path; null where there is none. */
export const find = (): string | null => {
  const folders = (process.env.PATH ?? "").split(delimiter)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [...candidates, ...usualPlaces].find(isProgram) ?? null
}

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Runs all models and these networks in a page; answers with the browser's name too. */
export const run = async (
  executablePath: string,
  files: Files
): Promise<{ readonly bits: ReadonlyArray<Bits>; readonly browser: string }> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./page.ts", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    conditions: ["@wangge/source"]
  })
  // As root, which containers are, Chromium has no sandbox to offer.
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: outputFiles[0]?.text ?? "" })
    const call = `globalThis.wanggeBits(${JSON.stringify(files)})`
    const text: unknown = await page.evaluate(call)
    return { bits: JSON.parse(String(text)), browser: `Chromium ${browser.version()}` }
  } finally {
    await browser.close()
  }
}

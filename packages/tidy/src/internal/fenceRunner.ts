/**
 * The process that runs doc fences, one after another: its one parameter is the folder that holds
 * them. After each it appends a line to `results.json`: the file's name, and null or what was thrown.
 */
import { appendFileSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

const folder = process.argv[2] ?? "."
const files: ReadonlyArray<string> = JSON.parse(readFileSync(join(folder, "files.json"), "utf8"))

const textOf = (failure: unknown): string =>
  failure instanceof Error ? `${failure.stack ?? failure.message}` : `threw ${String(failure)}`

let late: string | null = null
process.on("unhandledRejection", (failure) => {
  late = textOf(failure)
})

for (const file of files) {
  late = null
  const failure = await import(pathToFileURL(join(folder, file)).href).then(
    () => null,
    (thrown: unknown) => textOf(thrown)
  )
  // A rejection that nobody awaited is reported one turn of the event loop later.
  await new Promise((resolve) => setImmediate(resolve))
  appendFileSync(join(folder, "results.json"), `${JSON.stringify([file, failure ?? late])}\n`)
}

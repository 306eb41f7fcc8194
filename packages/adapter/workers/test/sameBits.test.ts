/**
 * The same bits everywhere: event hashes and every number of a set of models and networks, on this
 * thread, on 1, 2 and 4 worker threads and in Chromium, and as they were published.
 */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Worker } from "node:worker_threads"
import { RandomStreams } from "@wangge/des"
import * as Effect from "effect/Effect"
import { expect, test } from "vitest"
import { NetworkRunner } from "../src/index.ts"
import * as chromium from "./bits/chromium.ts"
import * as kernelBits from "./bits/kernelBits.ts"
import * as networkBits from "./bits/networkBits.ts"

const folder = new URL("../../../lab/experiment/test/networks/", import.meta.url)
const files: networkBits.Files = Object.fromEntries(
  readdirSync(folder)
    .sort()
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), "utf8"))])
)
const tasks = networkBits.tasksOf(files)
const models = kernelBits.all()
const networks = networkBits.run(tasks)

test("the bits are the published ones; others need a changeset and a new stream version", async () => {
  const lines = [...models, ...networks].map((bits) => JSON.stringify(bits))
  const text = `{"streams":"${RandomStreams.streamVersion}","bits":[\n${lines.join(",\n")}\n]}\n`
  await expect(text).toMatchFileSnapshot("./bits/published.json")
})

test("every network has events, and no two runs are alike", () => {
  const hashes = networks.map(({ hash }) => hash)
  expect(new Set(hashes).size).toBeGreaterThan((hashes.length * 2) / 3)
  expect(hashes.every((hash) => /^[0-9a-f]{16}$/.test(hash))).toBe(true)
})

for (const threads of [1, 2, 4]) {
  test(`networks on ${threads} worker threads give the same bits`, async () => {
    const runner = NetworkRunner.make({ threads })
    const found = await Effect.runPromise(
      Effect.forEach(
        tasks,
        ({ name, task }) =>
          runner.run(task).pipe(Effect.map((answer) => networkBits.bitsOfAnswer(name, answer))),
        { concurrency: threads }
      )
    )
    await runner.close()
    expect(found).toEqual(networks)
  })

  test(`models on the kernel on ${threads} worker threads at once give the same bits`, async () => {
    const entry = fileURLToPath(new URL("./bits/modelThread.ts", import.meta.url))
    const answers = Array.from({ length: threads }, () => {
      const worker = new Worker(entry)
      return new Promise((resolve, reject) => {
        let answer: unknown = null
        worker.once("message", (message) => {
          answer = message
        })
        worker.once("error", reject)
        // A thread that is still going would take time from the next test.
        worker.once("exit", () => resolve(answer))
      })
    })
    for (const answer of await Promise.all(answers)) expect(answer).toEqual(models)
  })
}

const browser = chromium.find()
const title = browser === null ? "SKIPPED, no Chromium in PATH: " : ""

test.skipIf(browser === null)(`${title}Chromium gives the same bits`, async () => {
  const found = await chromium.run(browser ?? "", files)
  expect(found.browser).toMatch(/^Chromium \d+/)
  expect(found.bits).toEqual([...models, ...networks])
})

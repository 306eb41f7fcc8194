import { expect, test } from "vitest"
import * as Kernel from "../src/Kernel.ts"
import * as RandomStreams from "../src/RandomStreams.ts"

// The hash of one small run. A change here makes every published run hash look like another run:
// it needs a changeset.
test("a run of a thousand random events has the hash that it had", () => {
  const stream = RandomStreams.make({ seed: 1, replication: 0 }).stream("events")
  const kernel = Kernel.make({ hash: true })
  const step = kernel.on((number) => {
    kernel.mix(number / 3)
    if (number < 1000) kernel.in(stream.at(number, 0).exponential(), step, number + 1)
  })
  kernel.in(0, step, 0)
  kernel.run()
  expect(kernel.hash()).toBe("edfc64a2391f0d70")
})

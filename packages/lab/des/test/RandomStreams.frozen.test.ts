import { expect, test } from "vitest"
import * as RandomStreams from "../src/RandomStreams.ts"

const FROZEN = {
  version: "philox4x32-10/ziggurat-256/1",
  uniform: [0.14236608233469494, 0.8311950745982958, 0.8069105170883518],
  cursor: [0.2971216684067476, 0.18832117200498386, -1.902070156164594, -0.8252542109982167],
  sequential: [0.2212648139893526, 2.9252609770047497, -0.6539488089234234]
}
const FROZEN_SUMS = [500013.17733466503, 312.07707100572856]

// The first numbers of some streams. A change here changes every published run: it needs a new
// `streamVersion` and a changeset.
test("the first numbers of a stream are what they were", () => {
  const stream = RandomStreams.make({ seed: 20260101, replication: 3 }).stream("arrivals")
  const cursor = stream.at(17, 4)
  const sequential = stream.sequential()
  expect({
    version: RandomStreams.streamVersion,
    uniform: [stream.uniform(0, 0), stream.uniform(17, 4, 5), stream.uniform(4294967295, 9)],
    cursor: [cursor.uniform(), cursor.exponential(), cursor.normal(), cursor.normal()],
    sequential: [sequential.uniform(), sequential.exponential(), sequential.normal()]
  }).toEqual(FROZEN)
})

test("the ziggurats are what they were, to the last bit of a million numbers", () => {
  const draw = RandomStreams.make({ seed: -5, replication: 0 }).stream("ziggurat").sequential()
  let exponential = 0
  let normal = 0
  for (let index = 0; index < 500_000; index++) {
    exponential += draw.exponential()
    normal += draw.normal()
  }
  expect([exponential, normal]).toEqual(FROZEN_SUMS)
})

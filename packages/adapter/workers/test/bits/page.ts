/** What a browser runs: all models, and the networks that it is given. */
import * as kernelBits from "./kernelBits.ts"
import * as networkBits from "./networkBits.ts"

/** Answers as text, because a page hands over plain values only. */
const answer = (files: networkBits.Files): string =>
  JSON.stringify([...kernelBits.all(), ...networkBits.run(networkBits.tasksOf(files))])

Object.assign(globalThis, { wanggeBits: answer })

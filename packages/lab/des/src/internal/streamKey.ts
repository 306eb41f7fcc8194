/**
 * The key of a random stream: seed and name, hashed to two words.
 */
import * as EventHash from "../EventHash.ts"

/** Two signed 32-bit words; equal seeds and names give equal words for ever. */
export const streamKey = (seed: number, name: string): readonly [number, number] => {
  const hash = EventHash.make()
  hash.addNumber(seed)
  hash.addText(name)
  return hash.digestWords()
}

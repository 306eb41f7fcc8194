/** SHA-256 by the library that the command uses, and by Node itself: they must agree. */
import { createHash } from "node:crypto"
import { sha256 as noble } from "@noble/hashes/sha2.js"
import type { Digest } from "../src/index.ts"

export const sha256: Digest.Hash = noble

export const nodeSha256: Digest.Hash = (bytes) =>
  new Uint8Array(createHash("sha256").update(bytes).digest())

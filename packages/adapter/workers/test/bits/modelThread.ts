/** A worker thread that runs all models on the kernel. */
import { parentPort } from "node:worker_threads"
import * as kernelBits from "./kernelBits.ts"

parentPort?.postMessage(kernelBits.all())

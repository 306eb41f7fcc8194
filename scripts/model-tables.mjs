/** `npm run model:tables`: writes the generated tables of `docs/model.md` anew. */
import { readFileSync, writeFileSync } from "node:fs"
import { withTables } from "./internal/modelTables.mjs"

const page = new URL("../docs/model.md", import.meta.url)
writeFileSync(page, withTables(readFileSync(page, "utf8")))
console.log("wrote the tables of docs/model.md")

/**
 * `npm run profiles`: writes the page of every case profile into `docs/profiles`, with its picture as
 * `wangge profile` draws it. A test of the command line fails while a page is not the one made here.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { CaseProfile } from "@wangge/cases"
import { ProfilePage } from "wangge"

mkdirSync(new URL("../docs/profiles/", import.meta.url), { recursive: true })
for (const profile of Object.values(CaseProfile.all)) {
  const path = `docs/profiles/${profile.id}.md`
  writeFileSync(new URL(`../${path}`, import.meta.url), ProfilePage.toMarkdown(profile))
  console.log(`wrote ${path}`)
}

/**
 * The slow ledger: a command in, the answer and the books after it out. It forgets nothing and
 * remembers every answer in one list. A command that is refused leaves the books as they were,
 * clock included.
 */
import { type LedgerCommand, LedgerRejection, type LedgerRules } from "../../src/index.ts"
import * as Books from "./books.ts"
import { happen } from "./effects.ts"
import { contentOf, formRefusals, isId, isNested, timeRefusals } from "./form.ts"
import { bookRefusals } from "./refusals.ts"

type Policy = LedgerRules.LedgerPolicy

export interface Posted {
  readonly answer: Books.Answer
  readonly books: Books.Books
}

const refusal = (code: LedgerRejection.Code): Books.Refusal => ({ code, index: -1, members: [] })

const refused = (books: Books.Books, of: Books.Refusal): Posted => ({
  answer: { ok: false, isRepeated: false, refusal: of },
  books
})

/** The first of the codes that apply, by the published order. */
const first = (codes: ReadonlyArray<LedgerRejection.Code>): LedgerRejection.Code | undefined =>
  LedgerRejection.order.find((code) => codes.includes(code))

/** Posts one command. The books given are never changed. */
export const post = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.LedgerCommand
): Posted => {
  if (!isId(command.id)) return refused(books, refusal("IdNotValid"))
  const known = books.remembered.find(({ id }) => id === command.id)
  if (known !== undefined) return repeated(books, known, command)
  const tried = Books.fork(books)
  const answer = attempt(policy, tried, command)
  if (answer.ok) {
    tried.lastSec = command.atSec
    return { answer, books: tried }
  }
  const after = Books.fork(books)
  remember(after, command, after.nextSequence, answer.refusal)
  after.nextSequence += 1
  return { answer, books: after }
}

const repeated = (
  books: Books.Books,
  known: Books.Remembered,
  command: LedgerCommand.LedgerCommand
): Posted => {
  if (known.content !== contentOf(command)) return refused(books, refusal("IdReused"))
  if (known.refusal !== undefined) {
    return { answer: { ok: false, isRepeated: true, refusal: known.refusal }, books }
  }
  if (known.event === undefined) throw new Error(`nothing is remembered of ${known.id}`)
  return { answer: { ok: true, isRepeated: true, event: known.event }, books }
}

const remember = (
  books: Books.Books,
  command: LedgerCommand.LedgerCommand,
  sequence: number,
  outcome: Books.Refusal
): void => {
  const content = contentOf(command)
  books.remembered.push({ id: command.id, content, sequence, event: undefined, refusal: outcome })
}

/** Tries a command on books that may be spoiled by it. */
const attempt = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.LedgerCommand
): Books.Answer => {
  const early =
    first(formRefusals(command)) ?? first(timeRefusals(books.lastSec, command, command.atSec))
  if (early !== undefined) {
    const isAt = early === "GroupNested" && command.action === "PostGroup"
    const index = isAt ? command.commands.findIndex(isNested) : -1
    return { ok: false, isRepeated: false, refusal: { code: early, index, members: [] } }
  }
  Books.letTimePass(books, command.atSec)
  return command.action === "PostGroup"
    ? attemptGroup(policy, books, command)
    : attemptSingle(policy, books, command, { id: "", atSec: command.atSec })
}

/** The group that a command is in; the command itself where it stands alone, with no id. */
interface Group {
  readonly id: string
  readonly atSec: number
}

const attemptSingle = (
  policy: Policy,
  books: Books.Books,
  command: LedgerCommand.Single,
  group: Group
): Books.Answer => {
  const early =
    first(formRefusals(command)) ?? first(timeRefusals(books.lastSec, command, group.atSec))
  const code = early ?? first(bookRefusals(policy, books, command, group.id))
  if (code !== undefined) return { ok: false, isRepeated: false, refusal: refusal(code) }
  const sequence = books.nextSequence
  books.nextSequence += 1
  const event = happen(policy, books, command, { sequence, groupId: group.id })
  const content = contentOf(command)
  books.remembered.push({ id: command.id, content, sequence, event, refusal: undefined })
  return { ok: true, isRepeated: false, event }
}

const attemptGroup = (
  policy: Policy,
  books: Books.Books,
  group: LedgerCommand.PostGroup
): Books.Answer => {
  const sequence = books.nextSequence
  books.nextSequence += 1
  const events = []
  for (const [index, member] of group.commands.entries()) {
    const answer = attemptMember(policy, books, member, group)
    if (!answer.ok) {
      const code = "GroupRefused" as const
      return {
        ok: false,
        isRepeated: false,
        refusal: { code, index, members: [answer.refusal] }
      }
    }
    if (answer.event.kind !== "GroupPosted") events.push(answer.event)
  }
  const event = { kind: "GroupPosted", sequence, command: group, events } as const
  const content = contentOf(group)
  books.remembered.push({ id: group.id, content, sequence, event, refusal: undefined })
  return { ok: true, isRepeated: false, event }
}

const attemptMember = (
  policy: Policy,
  books: Books.Books,
  member: LedgerCommand.Single,
  group: Group
): Books.Answer => {
  const isKnown = member.id === group.id || books.remembered.some(({ id }) => id === member.id)
  if (!isId(member.id)) return { ok: false, isRepeated: false, refusal: refusal("IdNotValid") }
  if (isKnown) return { ok: false, isRepeated: false, refusal: refusal("IdReused") }
  return attemptSingle(policy, books, member, group)
}

/**
 * Cases of servers who may serve some classes only.
 */
import * as SelfTestCase from "../SelfTestCase.ts"
import { exponential, poisson } from "./aDesk.ts"
import * as Chain from "./truthChain.ts"

const method = { en: "Markov chain", zh: "马尔可夫链" }
const GREEN =
  'L. Green, "A Queueing System with General-Use and Limited-Use Servers", Operations Research 33, ' +
  "1985 (the chain)"

/**
 * Class a is served by both groups, the narrow one first, class b by the wide one only; a before b.
 * State: narrow busy, wide busy, waiting of a, waiting of b. The wide one works at rate 1.25.
 */
const generalUse = (): Readonly<Record<string, number>> => {
  const most = 60
  const chain = Chain.explore([0, 0, 0, 0], ([narrow = 0, wide = 0, a = 0, b = 0], go) => {
    if (narrow === 0) go(0.7, [1, wide, a, b])
    else if (wide === 0) go(0.7, [1, 1, a, b])
    else if (a < most) go(0.7, [1, 1, a + 1, b])
    if (wide === 0) go(0.6, [narrow, 1, a, b])
    else if (b < most) go(0.6, [narrow, 1, a, b + 1])
    if (narrow === 1) go(1, a > 0 ? [1, wide, a - 1, b] : [0, wide, a, b])
    if (wide === 1) {
      go(1.25, a > 0 ? [narrow, 1, a - 1, b] : b > 0 ? [narrow, 1, a, b - 1] : [narrow, 0, a, b])
    }
  })
  const steady = Chain.steady(chain)
  return {
    "wait.mean@desk/a": Chain.mean(chain, steady, ([, , a = 0]) => a) / 0.7,
    "wait.mean@desk/b": Chain.mean(chain, steady, ([, , , b = 0]) => b) / 0.6,
    "busy.mean@desk": Chain.mean(chain, steady, ([narrow = 0, wide = 0]) => narrow + wide)
  }
}

/** Classes a, b, c; the left group serves a and b, the right one b and c, in random order. */
const overlapping = (): Readonly<Record<string, number>> => {
  const most = 26
  const chain = Chain.explore([0, 0, 0, 0, 0], ([left = 0, right = 0, a = 0, b = 0, c = 0], go) => {
    go(0.4, left === 0 ? [1, right, a, b, c] : [left, right, Math.min(most, a + 1), b, c])
    if (left === 0) go(0.5, [1, right, a, b, c])
    else if (right === 0) go(0.5, [left, 1, a, b, c])
    else go(0.5, [left, right, a, Math.min(most, b + 1), c])
    go(0.3, right === 0 ? [left, 1, a, b, c] : [left, right, a, b, Math.min(most, c + 1)])
    if (left === 1) {
      if (a + b === 0) go(1, [0, right, a, b, c])
      if (a > 0) go(a / (a + b), [1, right, a - 1, b, c])
      if (b > 0) go(b / (a + b), [1, right, a, b - 1, c])
    }
    if (right === 1) {
      if (b + c === 0) go(1, [left, 0, a, b, c])
      if (b > 0) go(b / (b + c), [left, 1, a, b - 1, c])
      if (c > 0) go(c / (b + c), [left, 1, a, b, c - 1])
    }
  })
  const steady = Chain.steady(chain)
  return {
    "wait.mean@desk/a": Chain.mean(chain, steady, ([, , a = 0]) => a) / 0.4,
    "wait.mean@desk/b": Chain.mean(chain, steady, ([, , , b = 0]) => b) / 0.5,
    "wait.mean@desk/c": Chain.mean(chain, steady, ([, , , , c = 0]) => c) / 0.3
  }
}

/** Skills. */
export const skillCases: ReadonlyArray<SelfTestCase.SelfTestCase> = [
  SelfTestCase.make({
    id: "skills",
    title: {
      en: "Skills: one server for a, one faster for a and b",
      zh: "技能分组:一人只办甲类,一人较快、两类都办"
    },
    method,
    source: GREEN,
    network: {
      classes: [
        { id: "a", priority: 0 },
        { id: "b", priority: 1 }
      ],
      sources: [
        { id: "street a", arrivals: poisson(0.7), to: "desk", class: "a" },
        { id: "street b", arrivals: poisson(0.6), to: "desk", class: "b" }
      ],
      stations: [
        {
          id: "desk",
          servers: {
            kind: "skills",
            groups: [
              { name: "narrow", servers: 1, serves: ["a"] },
              { name: "wide", servers: 1, serves: ["a", "b"], service: exponential(0.8) }
            ]
          },
          service: exponential(1)
        }
      ]
    },
    length: SelfTestCase.steady(1.3, { customers: 50_000 }),
    truths: generalUse
  }),
  SelfTestCase.make({
    id: "skills-overlapping",
    title: { en: "Skills that overlap, random order", zh: "技能交叉的两组,随机服务" },
    method,
    source: GREEN,
    network: {
      classes: [{ id: "a" }, { id: "b" }, { id: "c" }],
      sources: [
        {
          id: "street",
          arrivals: poisson(1.2),
          to: "desk",
          class: { a: 0.4 / 1.2, b: 0.5 / 1.2, c: 0.3 / 1.2 }
        }
      ],
      stations: [
        {
          id: "desk",
          servers: {
            kind: "skills",
            groups: [
              { name: "left", servers: 1, serves: ["a", "b"] },
              { name: "right", servers: 1, serves: ["b", "c"] }
            ]
          },
          discipline: "random",
          service: exponential(1)
        }
      ]
    },
    length: SelfTestCase.steady(1.2, { customers: 50_000 }),
    truths: overlapping
  })
]

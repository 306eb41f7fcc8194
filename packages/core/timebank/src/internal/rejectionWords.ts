/**
 * The words of the ledger's rejections, in English and Chinese.
 */
import type { Label } from "@wangge/facts"
import type { Code } from "../LedgerRejection.ts"

export const rejectionWords: Readonly<Record<Code, Label.Label>> = {
  IdNotValid: {
    en: "“{found}” cannot be a command's id; allowed is {expected}.",
    zh: "“{found}”不能作指令编号,允许{expected}。"
  },
  IdReused: {
    en: "The id {subject} belongs to another command.",
    zh: "编号{subject}已属于另一条指令。"
  },
  FieldNotValid: {
    en: "{subject} is “{found}”; it should be {expected}.",
    zh: "{subject}为“{found}”,应为{expected}。"
  },
  AmountNotWhole: {
    en: "{subject} is {found}; an amount is {expected}.",
    zh: "{subject}为{found},数额应为{expected}。"
  },
  TimeNotWhole: {
    en: "{subject} is {found}; a time is a whole number of seconds since 1970.",
    zh: "{subject}为{found},时间应为自1970年起的整秒数。"
  },
  GroupEmpty: { en: "The group has no commands.", zh: "组内没有指令。" },
  GroupNested: {
    en: "Command {index} of the group is itself a group.",
    zh: "组内第{index}条(从0起)本身是一组指令。"
  },
  TimeWentBack: {
    en: "{found} is before the last entry at {expected}; time never goes back.",
    zh: "{found}早于上一笔的时间{expected};时间不能倒退。"
  },
  GroupTime: {
    en: "A command of the group is timed {found}; it should be {expected} like the group.",
    zh: "组内指令的时间为{found},应与整组一致,为{expected}。"
  },
  EffectiveInFuture: {
    en: "It would count from {found}; that must not be later than {expected}.",
    zh: "生效时间为{found},不应晚于{expected}。"
  },
  EndNotLater: {
    en: "{subject} is {found}; it must be later than {expected}.",
    zh: "{subject}为{found},应晚于{expected}。"
  },
  AccountExists: { en: "The account {subject} exists already.", zh: "账户{subject}已经存在。" },
  AccountUnknown: { en: "There is no account {subject}.", zh: "没有账户{subject}。" },
  HoldUnknown: { en: "There is no hold {subject}.", zh: "没有冻结{subject}。" },
  TargetUnknown: {
    en: "{subject} is no transfer or capture that could be reversed.",
    zh: "{subject}不是可以冲正的转账或扣划。"
  },
  SameAccount: {
    en: "{subject} would move to itself.",
    zh: "{subject}不能转给自己。"
  },
  UnitMismatch: {
    en: "{subject} is kept in {found}, not in {expected}; units never mix.",
    zh: "{subject}以{found}计,而非{expected};两种单位不能混用。"
  },
  TransferNotAllowed: {
    en: "The policy does not allow {subject}: from {found} to {expected}.",
    zh: "规则不允许{subject}:由{found}转入{expected}。"
  },
  LapseNotAllowed: {
    en: "A transfer of kind {subject} keeps the lapse dates; it cannot set {found}.",
    zh: "{subject}类转账沿用原有效期,不能另设{found}。"
  },
  CauseMissing: {
    en: "A transfer of kind {subject} names the order behind it.",
    zh: "{subject}类转账须注明所依据的订单。"
  },
  NotReversible: {
    en: "{subject} ({found}) cannot be reversed; possible is {expected}.",
    zh: "{subject}({found})不能冲正,可以冲正的是{expected}。"
  },
  NotPermitted: {
    en: "{found} may not do this on {subject}; {expected} may.",
    zh: "{found}无权对{subject}进行此操作,有权的是{expected}。"
  },
  MandateEnded: {
    en: "The mandate of {subject} ended at {found}; now it is {expected}.",
    zh: "{subject}的授权已于{found}终止,现为{expected}。"
  },
  MandateKind: {
    en: "The mandate of {subject} is for {expected}, not for {found}.",
    zh: "{subject}的授权只用于{expected},不含{found}。"
  },
  MandateExceeded: {
    en: "{found} is more than the mandate of {subject} allows: {expected}.",
    zh: "{found}超出{subject}的授权额度{expected}。"
  },
  MandateUnknown: { en: "{subject} has no mandate here.", zh: "{subject}在此没有授权。" },
  AccountClosed: { en: "The account {subject} is closed.", zh: "账户{subject}已注销。" },
  AccountFrozen: {
    en: "The account {subject} is frozen for {found}.",
    zh: "账户{subject}已冻结({found})。"
  },
  NotFrozen: { en: "The account {subject} is not frozen.", zh: "账户{subject}未被冻结。" },
  HoldEnded: {
    en: "The hold {subject} has ended already ({found}).",
    zh: "冻结{subject}已经结束({found})。"
  },
  HoldExpired: {
    en: "The hold {subject} expired at {expected}; now it is {found}.",
    zh: "冻结{subject}已于{expected}到期,现为{found}。"
  },
  HoldCreditWrong: {
    en: "The hold {subject} cannot go to “{found}”; it is for {expected}.",
    zh: "冻结{subject}不能转给“{found}”,应转给{expected}。"
  },
  HoldsOpen: {
    en: "The account {subject} has {found} on hold; it can be closed at {expected}.",
    zh: "账户{subject}尚有冻结{found},为{expected}时方可注销。"
  },
  AccountInDebt: {
    en: "The account {subject} owes {found}; it can be closed at {expected}.",
    zh: "账户{subject}尚欠{found},为{expected}时方可注销。"
  },
  SweepMissing: {
    en: "The account {subject} still has {found}; say where it goes.",
    zh: "账户{subject}尚有{found},须说明转往何处。"
  },
  AlreadyCredited: {
    en: "{found} has been credited for {subject} already, by {expected}.",
    zh: "{found}已因{subject}入账,凭证为{expected}。"
  },
  AlreadyReversed: {
    en: "{subject} has been reversed already, by {found}.",
    zh: "{subject}已经冲正,凭证为{found}。"
  },
  LimitNotAllowed: {
    en: "{subject} cannot be {found}; allowed is {expected}.",
    zh: "{subject}不能为{found},允许{expected}。"
  },
  OutOfRange: {
    en: "With {found} the sums of {subject} would pass {expected}.",
    zh: "加上{found},{subject}的合计将超过{expected}。"
  },
  HoldExceeded: {
    en: "{found} is more than {subject} still has: {expected}.",
    zh: "{found}超过{subject}所余{expected}。"
  },
  CeilingReached: {
    en: "{subject} has room for {expected}; {found} would be too much.",
    zh: "{subject}尚可容纳{expected},{found}过多。"
  },
  Insufficient: {
    en: "{subject} has {found} available; {expected} are needed.",
    zh: "账户{subject}可用{found},需要{expected}。"
  },
  NothingLapsed: {
    en: "In {subject} nothing lapsed at {found}.",
    zh: "账户{subject}在{found}没有到期部分。"
  },
  GroupRefused: {
    en: "Command {index} of the group ({subject}) was refused, so none of them happened.",
    zh: "组内第{index}条(从0起,{subject})被拒绝,整组均未执行。"
  }
}

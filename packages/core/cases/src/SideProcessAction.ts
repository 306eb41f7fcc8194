/**
 * What can be done in the side processes of a case. Each side process has its own list, and every
 * action belongs to one of them; the words in English and Chinese are data beside the lists.
 */
import type { Label } from "@wangge/facts"
import type { SideProcess } from "./SideProcess.ts"

/**
 * The actions of each side process, the opening one first. Append only.
 *
 * @source none: our own names for the steps that Helong, Bagongshan, Longxian and Jiyang report
 * @category side processes
 * @since 0.1.0
 */
export const lists = {
  Whistle: [
    "BlowWhistle",
    "NameTarget",
    "ReportIn",
    "RecordMiss",
    "ExcuseTarget",
    "ReplaceTarget",
    "ExplainMiss",
    "FinishWork",
    "ReleaseTarget",
    "CloseWhistle"
  ],
  Deliberation: ["OpenDeliberation", "HoldStage", "WithdrawDeliberation", "CloseDeliberation"],
  LeadAssignment: [
    "ActivateLead",
    "RecordProgress",
    "ReappointLead",
    "ExtendLead",
    "CompleteLead",
    "CancelLead"
  ],
  Mediation: [
    "OpenMediation",
    "HoldSession",
    "RefuseMediation",
    "EndMediation",
    "AgreeMediation",
    "FollowUpPromise",
    "CloseMediation"
  ],
  JointMeeting: [
    "ConveneMeeting",
    "AddToAgenda",
    "DecideStuckCase",
    "PostponeStuckCase",
    "CloseMeeting"
  ]
} as const satisfies Readonly<Record<SideProcess, ReadonlyArray<string>>>

/**
 * One action of one kind of side process.
 *
 * @category side processes
 * @since 0.1.0
 */
export type ActionOf<Process extends SideProcess> = (typeof lists)[Process][number]

/**
 * One action of any side process.
 *
 * @category side processes
 * @since 0.1.0
 */
export type SideProcessAction = ActionOf<SideProcess>

/**
 * What each action is called on a screen, in English and Chinese.
 *
 * @source none: usual words
 * @category labels
 * @since 0.1.0
 */
export const labels: Readonly<Record<SideProcessAction, Label.Label>> = {
  BlowWhistle: { en: "blow the whistle", zh: "吹哨" },
  NameTarget: { en: "name another", zh: "增加被吹哨单位" },
  ReportIn: { en: "report in", zh: "报到" },
  RecordMiss: { en: "record as missing", zh: "登记未报到" },
  ExcuseTarget: { en: "excuse", zh: "准予免报" },
  ReplaceTarget: { en: "replace", zh: "替换" },
  ExplainMiss: { en: "explain the absence", zh: "说明未到原因" },
  FinishWork: { en: "finish the work", zh: "处置完毕" },
  ReleaseTarget: { en: "release", zh: "离场" },
  CloseWhistle: { en: "close the whistle", zh: "结束吹哨" },
  OpenDeliberation: { en: "open the deliberation", zh: "提交议事" },
  HoldStage: { en: "hold a stage", zh: "完成议事环节" },
  WithdrawDeliberation: { en: "withdraw the item", zh: "撤回议题" },
  CloseDeliberation: { en: "close the item", zh: "办结议题" },
  ActivateLead: { en: "activate the contract", zh: "启动包案" },
  RecordProgress: { en: "record progress", zh: "登记进展" },
  ReappointLead: { en: "change a person", zh: "更换包案人员" },
  ExtendLead: { en: "extend the term", zh: "延长包案期限" },
  CompleteLead: { en: "complete the contract", zh: "包案办结" },
  CancelLead: { en: "cancel the contract", zh: "撤销包案" },
  OpenMediation: { en: "open the mediation", zh: "启动调解" },
  HoldSession: { en: "hold a session", zh: "开展调解" },
  RefuseMediation: { en: "refuse mediation", zh: "拒绝调解" },
  EndMediation: { en: "end without agreement", zh: "终止调解" },
  AgreeMediation: { en: "agree", zh: "达成协议" },
  FollowUpPromise: { en: "follow up on a promise", zh: "回访履约" },
  CloseMediation: { en: "close the mediation", zh: "调解办结" },
  ConveneMeeting: { en: "convene the meeting", zh: "召开联席会议" },
  AddToAgenda: { en: "add a case", zh: "增加议题" },
  DecideStuckCase: { en: "decide on a case", zh: "议定" },
  PostponeStuckCase: { en: "give a next date", zh: "约定下次研究时间" },
  CloseMeeting: { en: "close the meeting", zh: "结束会议" }
}

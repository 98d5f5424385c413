import type { PlainDate } from '../../plain-date.ts'
import { workdayAfter } from '../../calendar/work-calendar.ts'
import { maskPhone } from '../../identity/mask.ts'
import type { HandoverRecord, HandoverStep, Station } from '../../record/handover/handover-record.ts'
import type { MandateRecord } from '../../record/mandate/mandate-record.ts'
import { depositList } from '../../record/publication/deposit-list.ts'
import type { Publication } from '../../record/publication/publication-record.ts'
import type { TaskKind } from '../../record/task/task-kinds.ts'
import type { TaskRecord } from '../../record/task/task-record.ts'
import { type LetterSource, frameOf } from './letter-source.ts'
import { idText } from './parties.ts'
import type { Builders } from './service-facts-of.ts'

type TaskLetter = 'urge_slip' | 'supervision_order' | 'supervision_recommendation' | 'rectification_notice'

export const taskBuilders: Builders<TaskRecord, TaskLetter> = {
  urge_slip: (state, source) => {
    const replyBy = answerBy(state, source)
    return {
      ...taskFrame(state, source),
      state: null,
      due: null,
      demand: state.content,
      replyBy,
    }
  },
  supervision_order: (state, source) => ({
    ...taskFrame(state, source),
    level: levels[state.task],
    rule: state.signals.length === 0 ? null : `电子监察信号 ${state.signals.length} 条`,
    facts: state.content,
    demand: null,
    replyBy: answerBy(state, source),
  }),
  supervision_recommendation: (state, source) => ({
    ...taskFrame(state, source),
    period: null,
    facts: state.content,
    suggestions: [],
    replyBy: answerBy(state, source),
  }),
  rectification_notice: (state, source) => ({
    ...taskFrame(state, source),
    ratedOn: state.openedOn,
    // What the rater chose and wrote stays sealed in the case.
    rating: null,
    opinion: null,
    facts: state.contact?.text ?? null,
    demand: null,
    dueOn: answerBy(state, source),
  }),
}

const levels: Readonly<Record<TaskKind, 'notice' | 'warning' | 'yellow' | 'red'>> = {
  urge: 'notice',
  supervise: 'warning',
  yellow_card: 'yellow',
  red_card: 'red',
  complaint: 'notice',
  bad_rating: 'notice',
  sampling: 'notice',
}

const taskFrame = (state: TaskRecord, source: LetterSource) => ({
  ...frameOf(source, { caseNo: null, organ: source.place.center.name, on: state.openedOn }),
  party: state.organ,
  aboutCase: source.about ?? null,
})

/** The last day of the stretch in which the answer is owed. */
const answerBy = (state: TaskRecord, { calendar, document }: LetterSource): PlainDate => {
  const term = state.terms.find(({ from }) => from === document?.on) ?? state.terms.at(-1)
  return term === undefined
    ? workdayAfter(calendar, document?.on ?? state.openedOn, state.limits.answer)
    : workdayAfter(calendar, term.from, term.days)
}

export const mandateBuilders: Builders<MandateRecord, 'mandate'> = {
  mandate: (state, source) => {
    const { applicant, representative, point, scope, validFrom } = state.content
    return {
      ...frameOf(source, { caseNo: null, organ: source.place.center.name, on: state.draftedOn }),
      principal: applicant.name,
      principalId: idText(applicant),
      principalPhone: phoneText(applicant.phone),
      agent: representative.name,
      agentId: idText(representative),
      agentPhone: phoneText(representative.phone),
      matters:
        scope.kind === 'open'
          ? [{ matter: scope.description }]
          : scope.items.map(({ code, name }) => ({ matter: code === null ? name : `${name}（${code}）` })),
      authority: representative.authority,
      validFrom,
      validUntil: representative.validUntil,
      point,
    }
  },
}

const phoneText = (phone: string | null): string | null => (phone === null ? null : maskPhone(phone))

export const handoverBuilders: Builders<HandoverRecord, 'agency_handover'> = {
  agency_handover: (state, source) => {
    const [step] = state.steps
    return {
      ...frameOf(source, { caseNo: null, organ: state.place, on: state.madeOn }),
      from: step === undefined ? state.place : partyOf(step, 'giver'),
      receiver: step === undefined ? null : partyOf(step, 'taker'),
      handedOn: step?.on ?? state.madeOn,
      matters: state.lines.map(({ name, what, papers }) => ({
        no: null,
        principal: name,
        item: what,
        papers: `${papers} 件`,
        due: null,
      })),
    }
  },
}

const stations: Readonly<Record<Station, string>> = { village: '代理点', township: '代理中心', window: '窗口' }
const partyOf = (step: HandoverStep, side: 'giver' | 'taker'): string =>
  `${stations[side === 'giver' ? step.from : step.to]}　${step[side]}`

/** The list of one number holds entries of the whole catalogue; `others` are those that went with it. */
export const depositBuilder = (state: Publication, source: LetterSource, others: readonly Publication[]) => {
  const list = source.document === null ? null : depositList([state, ...others], source.document.no)
  if (list === null) return null
  return {
    ...frameOf(source, { caseNo: null, organ: state.content.organ, on: list.handedOn }),
    receiver: list.receiver,
    handedOn: list.handedOn,
    entries: list.rows.map(({ indexNo, title, documentNo, madeOn, copies }) => ({
      indexNo,
      title,
      documentNo,
      madeOn,
      pieces: String(copies),
    })),
  }
}

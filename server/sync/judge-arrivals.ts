import { findCaseNumbers, lockCases, saveCases } from '../store/case-states.ts'
import type { Tx } from '../store/connect.ts'
import { type Chain, findLoggedIds } from '../store/op-log.ts'
import { lockRecords, saveRecords } from '../store/record-states.ts'
import { centerCalendar } from '../store/center-calendar.ts'
import { findStaffIds } from '../store/staff.ts'
import type { ChainedText } from './chain-problem.ts'
import { type JudgedBatch, judgeBatch } from './judge-batch.ts'
import { opensCase } from '../../domain/case/case-operation.ts'
import { readOperation } from './read-operation.ts'

/** Reads what the center knows of the cases in a batch, judges it, and writes the states that follow. */
export const judgeArrivals = async (
  tx: Tx,
  chain: Chain,
  deviceNo: string,
  texts: readonly ChainedText[],
): Promise<JudgedBatch> => {
  const place = { ...chain, deviceNo }
  const arrived = texts.map((text) => ({ ...text, read: readOperation(text.canon, { ...place, seq: text.seq }) }))
  const envelopes = arrived.flatMap(({ read }) => read.envelope ?? [])
  const cases = arrived.flatMap(({ read }) => (read.type === 'case' ? [read] : []))
  const records = arrived.flatMap(({ read }) => (read.type === 'record' ? [read] : []))
  const { center } = chain
  const states = await lockCases(tx, center, unique(cases.map(({ envelope }) => envelope.entity)))
  const numbers = cases.flatMap(({ operation }) => (opensCase(operation) ? [operation.data.caseNo] : []))
  const recordStates = await lockRecords(tx, center, unique(records.map(({ envelope }) => envelope.entity)))
  const judged = judgeBatch(arrived, place, {
    states,
    records: recordStates,
    calendar: await centerCalendar(tx, center),
    caseNumbers: await findCaseNumbers(tx, center, numbers),
    operations: await findLoggedIds(tx, center, unique(envelopes.map(({ op }) => op))),
    staff: await findStaffIds(tx, center, unique([...cases, ...records].map(({ envelope }) => envelope.actor))),
  })
  await saveCases(tx, center, judged.changed, new Set(states.keys()))
  await saveRecords(tx, center, judged.changedRecords, new Set(recordStates.keys()))
  return judged
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

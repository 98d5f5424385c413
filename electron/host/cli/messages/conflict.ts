import type { ConflictRow, ConflictView } from '../../../../contract/queries/conflicts.ts'
import { conflictWays } from '../../../../domain/record/conflict/conflict-record.ts'

export const wayList = [...conflictWays, 'refer'].join('|')

/** One open task in one line: its id, the act, the case, and why it did not take effect. */
export const conflictRowWords = ({ op, kind, caseNo, verdict, reason, dependents, state }: ConflictRow): string =>
  [
    op,
    kind,
    caseNo ?? '',
    reason === null ? verdict : `${verdict}（${reason}）`,
    ...(dependents === 0 ? [] : [`连同其后 ${String(dependents)} 步`]),
    ...(state === 'referred' ? ['已提请裁定'] : []),
  ].join('　')

/** The three versions, a place a line. */
export const conflictViewWords = ({ row, theirs, fields, referral, canResubmit }: ConflictView): readonly string[] => [
  conflictRowWords(row),
  theirs === null ? '没有另一方的办理：是规则没有采纳' : `已生效：${theirs.kind}　${theirs.deviceNo}`,
  ...(referral === null ? [] : [`提请裁定的理由：${referral}`]),
  ...fields.map(
    ({ path, base, mine, theirs: other }) =>
      `${path}　起点 ${shown(base)}　本机 ${shown(mine)}　已生效 ${shown(other)}`,
  ),
  canResubmit ? '可以重新提交' : '按现在的状态不能重新提交',
]

const shown = (value: string | number | boolean | null | undefined): string =>
  value === undefined ? '—' : String(value)

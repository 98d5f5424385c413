import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { VoidCode } from '../../../../domain/case/voiding.ts'
import { type SoftField, overwritten, writerOf } from '../../../../domain/case/soft-fields.ts'

/** Lines for what became of an entry that does not stand for itself, and for the entries that it has taken in. */
export const standingLines = ({ voided, mergedInto, merged = [] }: CaseState): readonly string[] => [
  ...(voided === undefined ? [] : [`${voided.on} 作废（${voidWords[voided.code]}）：${voided.reason}`]),
  ...(mergedInto === undefined
    ? []
    : [`${mergedInto.on} 并入 ${mergedInto.caseNo}：同一申请已由另一窗口受理，原编号和回执继续有效`]),
  ...merged.map(
    ({ aliasNo, arrivedOn, letters }) =>
      `同一申请的另一编号：${aliasNo}（${arrivedOn} 收件${letters.map(({ no }) => `，${no}`).join('')}）`,
  ),
]

const voidWords: Readonly<Record<VoidCode, string>> = {
  wrong_applicant: '申请人登记错误',
  wrong_item: '事项登记错误',
  entered_twice: '重复登记',
  trial_entry: '试录',
  other: '其他',
}

/** Lines for what another window wrote over unseen, each with the act that puts it back. `state` is masked. */
export const overwrittenLines = (state: CaseState): readonly string[] =>
  overwritten(state).map(({ lost, by }) => {
    const restore = JSON.stringify({ kind: 'case.restore_field', field: lost.field, stamp: lost.stamp })
    return `${softFieldWords[lost.field]}：已被 ${writerOf(by) ?? ''} 更新为“${by.value ?? '空'}”，原为“${lost.value ?? '空'}”；恢复用 ${restore}`
  })

const softFieldWords: Readonly<Record<SoftField, string>> = {
  phone: '联系电话',
  address: '联系地址',
  contactName: '联系人',
  remark: '备注',
  village: '所在村（社区）',
}

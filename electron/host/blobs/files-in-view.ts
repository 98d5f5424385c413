import type { Attachment } from '../../../domain/attachment/attachment.ts'
import { attachmentsOf } from '../../../domain/attachment/attachment-act.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'

/** A file, and the number of the entry that it was attached to. */
export interface FileInView {
  readonly caseNo: string
  readonly file: Attachment
}

/** ATT-19: files of the case, and of those that became its aliases: they follow to where the work goes on. */
export const filesInView = (
  find: (caseId: string) => CaseState | null,
  state: CaseState,
  seen: readonly string[] = [],
): readonly FileInView[] => [
  ...attachmentsOf(state).map((file) => ({ caseNo: state.caseNo, file })),
  ...(state.merged ?? []).flatMap(({ aliasId }) => {
    const alias = aliasId === state.id || seen.includes(aliasId) ? null : find(aliasId)
    return alias === null ? [] : filesInView(find, alias, [...seen, state.id])
  }),
]

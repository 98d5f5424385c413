import { foldRecord } from '../../../domain/record/fold.ts'
import { recordModuleOf } from '../../../domain/record/modules.ts'
import type { RecordOperation } from '../../../domain/record/record-act.ts'
import type { RecordState } from '../../../domain/record/record-state.ts'
import { findTemplateClashes } from '../../../domain/record/template/in-use.ts'
import type { TemplateRecord } from '../../../domain/record/template/template-record.ts'
import type { Store } from '../../../db/store.ts'

/**
 * Key of another record that stands in the way of an act: one that has the same key, or a template in force on one of the same days
 * (TPL). Null = none that this desk knows of.
 */
export const clashOf = (
  store: Store,
  before: RecordState | null,
  id: string,
  operation: RecordOperation,
): string | null => {
  const { letterNo: _letterNo, ...data } = operation.data
  // Its letter has no number yet, and no key depends on one.
  const after = foldRecord(before, id, { ...operation, data } as RecordOperation)
  const { head } = recordModuleOf(after.kind)
  const { key } = head(after, store.calendar)
  const moved = key !== null && (before === null || key !== head(before, store.calendar).key)
  if (moved && store.read.records.findByKey(after.kind, key) !== null) return key
  return after.kind === 'template' ? templateClash(store, after) : null
}

const templateClash = (store: Store, candidate: TemplateRecord): string | null => {
  const templates: TemplateRecord[] = []
  store.read.records.each('template', (state) => {
    if (state.kind === 'template') templates.push(state)
  })
  const [clash] = findTemplateClashes(templates, candidate)
  const other = templates.find(({ id }) => id === clash?.id)
  return other === undefined ? null : `${other.wording.letter} ${other.templateVersion}`
}

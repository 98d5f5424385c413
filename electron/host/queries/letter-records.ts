import type { LetterKind } from '../../../domain/letters/letter-kind.ts'
import type { Store } from '../../../db/store.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import type { RecordState } from '../../../domain/record/record-state.ts'
import type { TemplateRecord } from '../../../domain/record/template/template-record.ts'

type Reading = Pick<Store, 'read'>

/** The center's own wordings of a letter, whatever their days. */
export const ownTemplates = ({ read }: Reading, letter: LetterKind): readonly TemplateRecord[] => {
  const found: TemplateRecord[] = []
  read.records.each('template', (state) => {
    if (state.kind === 'template' && state.wording.letter === letter) found.push(state)
  })
  return found
}

/** Other entries of the catalogue that went to archive or library with the list of this one. */
export const publicationsOfList = ({ read }: Reading, state: RecordState, listNo: string): readonly Publication[] => {
  const found: Publication[] = []
  if (state.kind !== 'publication') return found
  read.records.each('publication', (other) => {
    if (other.kind !== 'publication' || other.id === state.id) return
    if (other.deposits.some((deposit) => deposit.listNo === listNo)) found.push(other)
  })
  return found
}

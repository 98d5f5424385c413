import type { RecordModule } from '../record-module.ts'
import { publicationDuties } from './duties.ts'
import { foldPublication } from './fold.ts'
import { guardPublication } from './guard.ts'
import type { PublicationAct } from './publication-act.ts'
import type { Publication } from './publication-record.ts'
import { validatePublication } from './validate.ts'
import { publicationWorkflow } from './workflow.ts'

/** An entry of the catalogue of what is published unasked (主动公开目录, 条例 arts 12, 17–26). */
export const publicationModule: RecordModule<Publication, PublicationAct> = {
  workflow: publicationWorkflow,
  validate: validatePublication,
  guard: guardPublication,
  fold: foldPublication,
  head: (entry, calendar) => {
    const { content, indexNo, origin, status } = entry
    return {
      title: content.title,
      organ: content.organ,
      caseId: origin.kind === 'own' ? null : origin.caseId,
      key: indexNo,
      date: content.madeOn,
      due: publicationDuties(entry, calendar)[0]?.due ?? null,
      closed: status === 'withdrawn' || status === 'archived',
      words: [indexNo, ...(content.documentNo === null ? [] : [content.documentNo]), ...content.keywords],
    }
  },
}

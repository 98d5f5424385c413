import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import type { DraftFileSchema } from '../../contract/queries/drafts.ts'
import type { PaperKind } from '../files/paper-kind.ts'
import type { HostClient } from '../ipc/clients.ts'
import { type AddFiles, useAddFiles } from '../files/use-add-files.ts'
import { draftTitle } from './draft-title.ts'
import { formToDraft } from './model/form-draft.ts'
import type { IntakeForm } from './model/form-model.ts'

export type Paper = z.infer<typeof DraftFileSchema>

export interface Papers extends AddFiles {
  /** Papers of this form, in the order they came. */
  readonly list: readonly Paper[]
  /** What the next ones are taken as. */
  readonly as: PaperKind
  readonly takeAs: (kind: PaperKind) => void
  readonly remove: (paper: Paper) => Promise<void>
}

const none: readonly Paper[] = []
const anyMaterial: PaperKind = { role: 'material' }

/** Papers of the form that is on the screen (INT-14). Outside of the query cache, which would keep their names for whoever comes next. */
export const usePapers = (host: HostClient, form: IntakeForm): Papers => {
  const { caseId } = form
  const [known, setKnown] = useState<{ readonly caseId: string; readonly list: readonly Paper[] } | null>(null)
  const [chosen, setChosen] = useState<{ readonly caseId: string; readonly kind: PaperKind } | null>(null)
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  })
  const read = useCallback(
    async (id: string) => {
      const list = await host.drafts.files({ id })
      if (latest.current.caseId === id) setKnown({ caseId: id, list })
    },
    [host],
  )
  useEffect(() => {
    // What cannot be read now is read with the next paper; the host has them in any case.
    void read(caseId).catch(() => undefined)
  }, [read, caseId])
  const adds = useAddFiles(
    caseId,
    // A draft that is there stays as it was saved; a form without one becomes it.
    (file) => host.drafts.addFile({ draft: formToDraft(form, draftTitle(form)), ...file }),
    () => read(caseId),
  )
  return {
    ...adds,
    as: chosen?.caseId === caseId ? chosen.kind : anyMaterial,
    takeAs: (kind) => setChosen({ caseId, kind }),
    list: known?.caseId === caseId ? known.list : none,
    remove: async ({ blob }) => {
      await host.drafts.removeFile({ id: caseId, blob })
      await read(caseId)
    },
  }
}

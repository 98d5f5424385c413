import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Attachment, attachmentLimit } from '../../../../domain/attachment/attachment.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { refusalText } from '../../../i18n/refusal-text.ts'
import { useHost } from '../../../ipc/clients.ts'
import { readBase64 } from '../../../ipc/read-base64.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { fileProblem, recordedName } from '../../../files/read-file.ts'
import { replaceFile } from './replace-file.ts'

export interface ReplaceDialogProps {
  readonly state: CaseState
  readonly file: Attachment
  /** What takes its place, as it was chosen. */
  readonly next: File
  readonly onClose: () => void
}

/** Puts a better file in the place of one, with a reason. Both are kept; the case says which one counts. */
export function ReplaceDialog(props: ReplaceDialogProps) {
  const { t } = useTranslation('files')
  return (
    <Dialog open onClose={props.onClose} title={t('replaceTitle', { name: props.file.name })}>
      <ReplaceForm {...props} />
    </Dialog>
  )
}

function ReplaceForm({ state, file, next, onClose }: ReplaceDialogProps) {
  const { t } = useTranslation('files')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const replacing = useReplacing(state, file, onClose)
  const wanting = reason.trim() === ''
  const run = () => {
    setTried(true)
    if (!wanting && !replacing.busy) replacing.run(next, reason.trim())
  }
  useKeys([{ keys: 'F9', label: t('replace'), run }])
  return (
    <>
      {replacing.failure === null ? null : (
        <Banner tone="problem" title={t('notReplaced')}>
          {replacing.failure}
        </Banner>
      )}
      <p>{t('replaceNext', { name: next.name })}</p>
      <TextField
        label={t('replaceReason')}
        required
        autoFocus
        value={reason}
        onChange={setReason}
        maxLength={500}
        hint={t('replaceHint')}
        problem={tried && wanting ? t('reasonWanted') : null}
      />
      <div className="dialog-foot">
        <Button keys="Esc" onPress={onClose}>
          {t('keepOld')}
        </Button>
        <Button variant="primary" keys="F9" busy={replacing.busy} onPress={run}>
          {t('replace')}
        </Button>
      </div>
    </>
  )
}

/** What stands against it stays until the next try. */
const useReplacing = (state: CaseState, old: Attachment, onDone: () => void) => {
  const { t } = useTranslation('files')
  const host = useHost()
  const queries = useQueryClient()
  const replace = useMutation({
    mutationFn: async ({ next, reason }: { readonly next: File; readonly reason: string }): Promise<string | null> => {
      const problem = fileProblem(next)
      if (problem !== null) return t(`problem.${problem}`, { max: attachmentLimit / 2 ** 20 })
      const caseId = state.id
      const name = recordedName(next.name)
      const replaced = await replaceFile(old, next, {
        attach: async () => {
          const { role, material } = old
          const as = material === undefined ? { role } : { role, material }
          return host.attachments.add({ caseId, name, ...as, content: await readBase64(next) })
        },
        detach: (base) =>
          host.cases.perform({
            caseId,
            base,
            act: { kind: 'case.detach', blob: old.blob, reason: t('replacedBy', { name, reason }) },
          }),
      })
      if (!replaced.ok) return refusalText(replaced.error)
      return replaced.value === 'same' ? t('sameFile') : null
    },
    // Refused or failed half-way, the case may hold the new file already.
    onSettled: () => queries.invalidateQueries({ queryKey: ['cases', 'one', state.id] }),
    onSuccess: (refused) => (refused === null ? onDone() : undefined),
  })
  return {
    run: (next: File, reason: string) => replace.mutate({ next, reason }),
    busy: replace.isPending,
    failure: replace.error === null ? (replace.data ?? null) : errorText(replace.error).text,
  }
}

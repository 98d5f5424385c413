import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnnualTextsData } from '../../../contract/queries/statistics.ts'
import { errorText } from '../../i18n/error-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

export interface AnnualTextsDialogProps {
  readonly year: number
  readonly onClose: () => void
  readonly onSaved: () => void
}

/** Sections 五 and 六 of the annual report; every line is a paragraph. */
export function AnnualTextsDialog(props: AnnualTextsDialogProps) {
  const { t } = useTranslation('statistics')
  const host = useHost()
  const { year, onClose } = props
  const kept = useQuery({ queryKey: ['drafts', 'annual-texts', year], queryFn: () => host.statistics.texts({ year }) })
  return (
    <Dialog wide open onClose={onClose} title={t('texts.title', { year })}>
      {kept.data === undefined ? null : <TextsForm {...props} kept={kept.data} />}
    </Dialog>
  )
}

function TextsForm({ year, onClose, onSaved, kept }: AnnualTextsDialogProps & { readonly kept: AnnualTextsData }) {
  const { t } = useTranslation('statistics')
  const host = useHost()
  const queries = useQueryClient()
  const [texts, setTexts] = useState(kept)
  const saving = useMutation({
    mutationFn: () => host.statistics.saveTexts({ year, texts }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['drafts', 'annual-texts', year] })
      onSaved()
    },
  })
  const save = () => (saving.isPending ? undefined : saving.mutate())
  useKeys([{ keys: 'F9', label: t('texts.save'), run: save }])
  const field = { rows: 7, maxLength: 8000, hint: t('texts.hint') }
  return (
    <>
      {saving.error === null ? null : (
        <Banner tone="problem" title={errorText(saving.error).text} code={errorText(saving.error).code} />
      )}
      <TextField
        {...field}
        autoFocus
        label={t('texts.problems')}
        value={texts.problems}
        onChange={(problems) => setTexts({ ...texts, problems })}
      />
      <TextField
        {...field}
        label={t('texts.other')}
        value={texts.other}
        onChange={(other) => setTexts({ ...texts, other })}
      />
      <div className="st-dialog-foot">
        <Button keys="Esc" onPress={onClose}>
          {t('texts.cancel')}
        </Button>
        <Button variant="primary" keys="F9" busy={saving.isPending} onPress={save}>
          {t('texts.save')}
        </Button>
      </div>
    </>
  )
}

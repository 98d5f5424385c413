import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CopiedDevice } from '../../contract/console-waiting.ts'
import { stamp } from '../i18n/dates.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Panel } from '../ui/panel.tsx'
import { useToast } from '../ui/toast-store.ts'
import { useConsole } from './console-client.ts'
import { failureText } from './failure-text.ts'

/** A device of which there are two (SYN-33): which of them it is from now on. */
export function CopiesPanel({ device }: { readonly device: CopiedDevice }) {
  const { t } = useTranslation('console')
  const client = useConsole()
  const queries = useQueryClient()
  const toast = useToast()
  const [asked, setAsked] = useState<string | null>(null)
  const { deviceNo, name, copies } = device
  const confirm = useMutation({
    mutationFn: (inc: string) => client.waiting.confirm({ deviceNo, inc }),
    onSuccess: async () => {
      toast({ kind: 'done', text: t('waiting.chosen', { deviceNo }) })
      await queries.invalidateQueries()
    },
  })
  return (
    <Panel title={`${deviceNo} ${name}`} note={t('waiting.copies')}>
      <p className="muted">{t('waiting.copiesNote')}</p>
      <ul className="csl-copies">
        {copies.map(({ inc, state, operations, seenAt }, index) => (
          <li key={inc}>
            <b>{t('waiting.copy', { n: index + 1 })}</b>
            <span>{t(`waiting.state.${state}`)}</span>
            <span className="muted">
              {t('waiting.taken', { n: operations.toLocaleString('en-US'), at: stamp(seenAt) })}
            </span>
            <span className="grow" />
            {state === 'active' ? null : (
              <Button
                size="sm"
                busy={confirm.isPending}
                onPress={() => (asked === inc ? confirm.mutate(inc) : setAsked(inc))}
              >
                {t(asked === inc ? 'waiting.chooseSure' : 'waiting.choose', { n: index + 1 })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {confirm.error === null ? null : <Banner tone="problem" title={failureText(confirm.error)} />}
    </Panel>
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { errorText } from '../../i18n/error-text.ts'
import { shortStamp } from '../../i18n/dates.ts'
import { useHost } from '../../ipc/clients.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AfterAMoment, Progress } from '../../ui/progress.tsx'
import '../../ui/ledger-table.css'

/** Attached files that the server does not hold yet, each with why and what to do. */
export function FilesPanel() {
  const { t } = useTranslation('sync')
  const host = useHost()
  const queries = useQueryClient()
  const files = useQuery({ queryKey: ['sync', 'files'], queryFn: () => host.sync.files() })
  const retry = useMutation({
    mutationFn: (blob: string) => host.sync.retryFile({ blob }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sync'] }),
  })
  const error = files.error ?? retry.error
  const rows = files.data ?? []
  const note =
    files.data === undefined ? undefined : rows.length === 0 ? t('files.none') : t('files.note', { n: rows.length })
  return (
    <Panel title={t('files.title')} note={note} padded={rows.length === 0}>
      {error === null ? null : (
        <Banner tone="problem" title={t('files.failed')} code={errorText(error).code}>
          {errorText(error).text}
        </Banner>
      )}
      {rows.length > 0 ? (
        <table className="table" aria-label={t('files.title')}>
          <thead>
            <tr>
              <th>{t('files.cases')}</th>
              <th className="r">{t('files.size')}</th>
              <th>{t('files.at')}</th>
              <th>{t('files.state')}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ blob, bytes, at, caseNos, refused, sent }) => (
              <tr key={blob}>
                <td>{caseNos.join(t('waiting.join'))}</td>
                <td className="r">{t('files.kb', { n: Math.ceil(bytes / 1024).toLocaleString('en-US') })}</td>
                <td className="num">{shortStamp(at)}</td>
                <td>{sent === null ? stateText(refused, t) : <OnItsWay sent={sent} bytes={bytes} />}</td>
                <td>
                  {refused === null ? null : (
                    <Button
                      size="sm"
                      busy={retry.isPending}
                      label={caseNos.join(t('waiting.join'))}
                      onPress={() => retry.mutate(blob)}
                    >
                      {t('files.retry')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : files.data !== undefined ? (
        <p className="muted">{t('files.noneText')}</p>
      ) : error === null ? (
        <AfterAMoment>
          <Progress label={t('files.loading')} />
        </AfterAMoment>
      ) : null}
    </Panel>
  )
}

function OnItsWay({ sent, bytes }: { readonly sent: number; readonly bytes: number }) {
  const { t } = useTranslation('sync')
  const kb = (n: number) => Math.floor(n / 1024).toLocaleString('en-US')
  return (
    <span className="sync-going num">
      {t('files.going', { sent: kb(sent), of: kb(bytes) })}
      <progress aria-label={t('files.progress')} value={sent} max={bytes} />
    </span>
  )
}

const stateText = (refused: string | null, t: TFunction<'sync'>): string => {
  switch (refused) {
    case null:
      return t('files.waits')
    case 'damaged':
    case 'type_refused':
    case 'too_large':
      return t(`files.${refused}`)
    default:
      return t('files.otherwise', { code: refused })
  }
}

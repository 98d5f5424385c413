import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AdminActLine } from '../../contract/console.ts'
import { stamp } from '../i18n/dates.ts'
import { Asked } from './asked.tsx'
import { useConsole } from './console-client.ts'
import { PageHead } from './page-head.tsx'
import '../ui/ledger-table.css'

/** What administrators did, at the console and at the command line, newest first. */
export function ActsPage() {
  const { t } = useTranslation('console')
  const client = useConsole()
  const acts = useQuery({ queryKey: ['acts'], queryFn: () => client.acts() })
  return (
    <>
      <PageHead title={t('places.acts')} />
      <Asked query={acts}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="muted">{t('acts.none')}</p>
          ) : (
            <div className="csl-scroll" tabIndex={0} role="group" aria-label={t('places.acts')}>
              <table className="table" aria-label={t('acts.table')}>
                <thead>
                  <tr>
                    <th>{t('acts.at')}</th>
                    <th>{t('acts.account')}</th>
                    <th>{t('acts.what')}</th>
                    <th>{t('acts.on')}</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line, index) => (
                    <tr key={index}>
                      <td className="num">{stamp(line.at)}</td>
                      <td>{line.account}</td>
                      <td>{t(`acts.of.${line.act}`)}</td>
                      <td>{subjectOf(line)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Asked>
    </>
  )
}

/** What names it, whichever of them the act has. */
const subjectOf = ({ subject }: AdminActLine): string =>
  ['deviceNo', 'device', 'login', 'name', 'inc']
    .flatMap((key) => (typeof subject[key] === 'string' ? [subject[key]] : []))
    .join(' ')

import { useTranslation } from 'react-i18next'
import type { ConflictView } from '../../../contract/queries/conflicts.ts'
import { changedBy } from '../../../domain/conflict/three-way.ts'
import { conflictFieldText, conflictValueText } from '../../i18n/conflict-field-text.ts'
import { shortStamp } from '../../i18n/dates.ts'

/** The three versions side by side, place by place; what somebody changed is marked as changed, in words. */
export function ConflictFields({ view }: { readonly view: ConflictView }) {
  const { t } = useTranslation('sync')
  const { fields, row, theirs } = view
  if (fields.length === 0) return <p className="muted">{t('conflict.same')}</p>
  const who = (act: Pick<typeof row, 'actorName' | 'deviceNo' | 'at'>) =>
    t('conflict.who', { actor: act.actorName ?? '', device: act.deviceNo, at: shortStamp(act.at) })
  return (
    <div className="conflict-table">
      <table className="table">
        <thead>
          <tr>
            <th>{t('conflict.field')}</th>
            <th>{t('conflict.base')}</th>
            <th>
              {t('conflict.mine')}
              <small>{who(row)}</small>
            </th>
            <th>
              {t('conflict.theirs')}
              <small>{theirs === null ? t('conflict.nothing') : who(theirs)}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const by = changedBy({ ...field, base: field.base, mine: field.mine, theirs: field.theirs })
            return (
              <tr key={field.path}>
                <th scope="row">{conflictFieldText(field.path, field.line)}</th>
                <td>{conflictValueText(field.path, field.base)}</td>
                <Value path={field.path} value={field.mine} changed={by !== 'theirs'} />
                <Value path={field.path} value={field.theirs} changed={by !== 'mine'} />
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Value({
  path,
  value,
  changed,
}: {
  readonly path: string
  readonly value: unknown
  readonly changed: boolean
}) {
  const { t } = useTranslation('sync')
  return (
    <td className={changed ? 'changed' : ''}>
      {conflictValueText(path, value)}
      {changed ? <span className="edited">{t('conflict.changed')}</span> : null}
    </td>
  )
}

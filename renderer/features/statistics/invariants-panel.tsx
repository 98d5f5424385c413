import { useTranslation } from 'react-i18next'
import type { Invariant, MadeReport } from '../../../contract/queries/statistics.ts'
import { grouped } from '../../i18n/counts.ts'
import { Badge } from '../../ui/badge.tsx'
import { Mark } from '../../ui/mark.tsx'

/** What the report is held to, and how it stands: checked, broken and where, or not to be told. */
export function InvariantsPanel({ made }: { readonly made: MadeReport }) {
  const { t } = useTranslation('statistics')
  const all = made.invariants ?? []
  const broken = all.filter((each) => stateOf(each) === 'broken')
  const holds = all.filter((each) => stateOf(each) === 'holds')
  const open = all.length - broken.length - holds.length + (made.withYearBefore ? 0 : 1)
  return (
    <aside className="panel st-invariants" aria-labelledby="st-invariants">
      <header>
        <h2 id="st-invariants">{t('invariants.title')}</h2>
        <span className="grow" />
        {broken.length === 0 ? null : (
          <Badge tone="ink" mark="cross">
            {t('invariants.broken', { n: broken.length })}
          </Badge>
        )}
        <Badge tone="accent" mark="done">
          {t('invariants.holds', { n: holds.length })}
        </Badge>
        {open === 0 ? null : <Badge mark="dash">{t('invariants.open', { n: open })}</Badge>}
      </header>
      <ul>
        {[...broken, ...all.filter((each) => stateOf(each) !== 'broken')].map((each) => (
          <Line key={`${each.table} ${each.code}`} invariant={each} />
        ))}
        {made.withYearBefore ? null : (
          <li>
            <Mark name="dash" />
            <b>{t('invariants.codes.carry_over')}</b>
            <small>{t('invariants.noYearBefore')}</small>
          </li>
        )}
      </ul>
      <p className="small muted">{t('invariants.note')}</p>
    </aside>
  )
}

function Line({ invariant }: { readonly invariant: Invariant }) {
  const { t } = useTranslation('statistics')
  const { code, table, holds, open, broken } = invariant
  const state = stateOf(invariant)
  return (
    <li className={state}>
      <Mark name={state === 'holds' ? 'done' : state === 'broken' ? 'cross' : 'dash'} />
      <b>
        {t(`invariants.codes.${code}`)}
        <span className="vh"> {t(`invariants.states.${state}`)}</span>
      </b>
      <small>
        {[
          t(`invariants.tables.${table}`),
          holds === 0 ? '' : t('invariants.holdsAt', { n: holds }),
          open === 0 ? '' : t('invariants.openAt', { n: open }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </small>
      {broken.map(({ row, column, expected, found, soft }) => (
        <small key={`${row ?? ''} ${column ?? ''}`}>
          {t(soft ? 'invariants.soft' : 'invariants.hard', {
            place: [row, column].filter((part) => part !== null).join(' / '),
            expected: grouped(expected),
            found: grouped(found),
          })}
        </small>
      ))}
    </li>
  )
}

const stateOf = ({ broken, holds }: Invariant): 'broken' | 'holds' | 'open' =>
  broken.length > 0 ? 'broken' : holds > 0 ? 'holds' : 'open'

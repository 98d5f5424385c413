import { useTranslation } from 'react-i18next'
import type { BadEntryRow } from '../../../contract/queries/catalogue.ts'
import { i18n } from '../../i18n/setup.ts'

/** More than anybody reads at once; the file is mended and looked through again. */
const mostShown = 200

/** Every row that is wrong, with everything that is wrong with it. */
export function BadRows({ rows }: { readonly rows: readonly BadEntryRow[] }) {
  const { t } = useTranslation('catalogue')
  return (
    <ul className="ct-bad" tabIndex={0} aria-label={t('importing.rows')}>
      {rows.slice(0, mostShown).map(({ row, problems }) => (
        <li key={row}>
          <b className="num">{t('importing.row', { row })}</b>
          <span>
            {problems.map(({ code, header, params }) => (
              <span key={`${code} ${header ?? ''}`} className="ct-problem">
                {header === null ? '' : `${header} `}
                {problemText(code, params)}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  )
}

type Problem = BadEntryRow['problems'][number]

const problemText = (code: Problem['code'], params: Problem['params']): string =>
  // What each sentence needs is in the data of its code.
  i18n.t(
    `catalogue:importing.problem.${code}`,
    params as Readonly<Record<'value' | 'max' | 'length' | 'row' | 'code', string>>,
  )

import { useTranslation } from 'react-i18next'
import type { Board } from '../../../contract/queries/supervision.ts'
import type { BoardLine } from '../../../domain/supervision/board.ts'
import { grouped } from '../../i18n/counts.ts'
import { Mark } from '../../ui/mark.tsx'
import type { BoardView } from './model/board-state.ts'

export interface BoardTableProps {
  readonly board: Board
  readonly view: BoardView
  readonly onView: (view: BoardView) => void
}

/** Open cases of every department or window, by what is to be said of them; a line narrows the list below to it. */
export function BoardTable({ board, view, onView }: BoardTableProps) {
  const { t } = useTranslation('supervision')
  const by = t(view.by === 'organs' ? 'board.byOrgan' : 'board.byWindow')
  const lines = board[view.by]
  const most = Math.max(1, ...lines.map(({ open }) => open))
  return (
    <section className="panel sv-board" aria-label={t('board.caption', { by })} tabIndex={-1}>
      <table>
        <thead>
          <tr>
            <th>{by}</th>
            <th className="mix">
              {t('board.mix')} <span className="faint">{t('board.legend')}</span>
            </th>
            {(['open', 'paused', 'near', 'yellow', 'red'] as const).map((name) => (
              <th key={name} className="r">
                {t(`board.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line
              key={line.key}
              line={line}
              most={most}
              chosen={view.key === line.key}
              onChoose={() => onView({ ...view, key: view.key === line.key ? null : line.key })}
            />
          ))}
          {lines.length === 0 ? (
            <tr>
              <td colSpan={7} className="muted">
                {t('board.none')}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  )
}

interface LineProps {
  readonly line: BoardLine
  readonly most: number
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Line({ line, most, chosen, onChoose }: LineProps) {
  const { t } = useTranslation('supervision')
  const { key, open, paused, near, yellow, red } = line
  const name = key === '' ? t('board.unnamed') : key
  const share = (n: number) => ({ width: `${(100 * n) / most}%` })
  return (
    <tr aria-current={chosen ? 'true' : undefined}>
      <th scope="row">
        <button
          type="button"
          className="sv-key"
          aria-pressed={chosen}
          title={chosen ? t('board.all') : t('board.only', { name })}
          onClick={onChoose}
        >
          {name}
        </button>
      </th>
      <td className="mix">
        <span className="sv-bar" role="img" aria-label={t('board.bar', { open, paused, yellow, red })}>
          <i className="a" style={share(Math.max(0, open - paused - yellow - red))} />
          <i className="p" style={share(paused)} />
          <i className="y" style={share(yellow)} />
          <i className="x" style={share(red)} />
        </span>
      </td>
      <Count n={open} />
      <Count n={paused} />
      <Count n={near} />
      <td className="r num">
        {yellow === 0 ? (
          <span className="faint">0</span>
        ) : (
          <b className="t-amber">
            <Mark name="triangle" /> {grouped(yellow)}
          </b>
        )}
      </td>
      <td className="r num">
        {red === 0 ? (
          <span className="faint">0</span>
        ) : (
          <b className="t-red">
            <Mark name="octagon" /> {grouped(red)}
          </b>
        )}
      </td>
    </tr>
  )
}

function Count({ n }: { readonly n: number }) {
  return <td className={`r num ${n === 0 ? 'faint' : ''}`}>{grouped(n)}</td>
}

import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { pageOn } from './pages.ts'

export interface TurningListProps<Row> {
  readonly title: string
  readonly className: string
  readonly rows: readonly Row[]
  /** Said in place of rows; null = not known yet. */
  readonly empty: string | null
  /** Counts up; with each a list that is too long shows its next page. */
  readonly turn: number
  readonly render: (row: Row) => ReactNode
  /** Stands above the rows on every page. */
  readonly head?: ReactNode
}

/** As many whole rows as there is room for; what is too long for the screen turns page by page (BRD-2). */
export function TurningList<Row>({ title, className, rows, empty, turn, render, head }: TurningListProps<Row>) {
  const { t } = useTranslation('board')
  const id = useId()
  // The box stays when the page in it turns, so that it is watched for good.
  const box = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(1)
  const hasRows = rows.length > 0
  useLayoutEffect(() => {
    const { current } = box
    if (current === null) return
    const measure = () => {
      const row = current.querySelector('li')?.getBoundingClientRect().height ?? 0
      // A hair is lost to rounding.
      if (row > 0) setRoom(Math.max(1, Math.floor((current.clientHeight + 1) / row)))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [hasRows])
  const { from, to, page, pages } = pageOn(turn, rows.length, room)
  return (
    <section className={`brd-part ${className}`} aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {pages === 1 ? null : <small className="num">{t('page', { page, pages })}</small>}
      </h2>
      {head}
      {hasRows ? (
        <div ref={box} className="brd-rows">
          <ul key={page}>
            {rows.slice(from, to).map((row, at) => (
              <li key={from + at}>{render(row)}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p className="brd-none">{empty}</p>
      )}
    </section>
  )
}

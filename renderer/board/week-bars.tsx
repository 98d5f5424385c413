import { useTranslation } from 'react-i18next'

export interface WeekBarsProps {
  /** The oldest first, the last is the day whose figure stands above. */
  readonly values: readonly number[]
  readonly label: string
}

const high = 24
const step = 10
const wide = 7
/** A day on which nothing happened is a day all the same. */
const least = 1

/** Quiet: they say how the day compares, the figure says how much. */
export function WeekBars({ values, label }: WeekBarsProps) {
  const { t } = useTranslation('board')
  const most = Math.max(1, ...values)
  const spoken = values.map((value) => String(Math.round(value))).join(t('listMark'))
  return (
    <svg
      className="brd-bars"
      viewBox={`0 0 ${7 * step - (step - wide)} ${high}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t('bars', { label, values: spoken })}
    >
      {values.map((value, at) => {
        const tall = Math.max(least, (high * value) / most)
        return (
          <rect
            // Seven places, each its own day.
            key={at}
            className={at === values.length - 1 ? 'last' : ''}
            x={at * step}
            y={high - tall}
            width={wide}
            height={tall}
          />
        )
      })}
    </svg>
  )
}

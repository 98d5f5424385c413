import { clockAdvice, clockOffWords } from '../../../contract/words/clock-words.ts'
import { Banner } from '../../ui/banner.tsx'

/** Days are counted from what is recorded now, so a wrong clock is told before anything else (SYN-71). Nothing is kept from being done. */
export function ClockWarning({ offMs }: { readonly offMs: number | null | undefined }) {
  if (offMs === null || offMs === undefined) return null
  return (
    <div className="content-banner">
      <Banner tone="problem" title={clockOffWords(offMs)}>
        {clockAdvice}
      </Banner>
    </div>
  )
}

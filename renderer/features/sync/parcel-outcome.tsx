import { useTranslation } from 'react-i18next'
import type { Exported, Imported, ParcelProblem } from '../../../contract/queries/parcels.ts'
import { parcelProblemWords, parcelWasWords } from '../../../contract/words/parcel-words.ts'
import { errorText } from '../../i18n/error-text.ts'
import { syncProblemText } from '../../i18n/sync-text.ts'
import { Banner } from '../../ui/banner.tsx'

/** How the last export or import of this page ended. */
export type ParcelOutcome =
  | { readonly work: 'export'; readonly done: Exported }
  | { readonly work: 'import'; readonly done: Imported }
  | { readonly work: 'export' | 'import'; readonly problem: ParcelProblem }
  | { readonly work: 'export' | 'import'; readonly error: unknown }

/** What became of it, in words that say what to do next. */
export function ParcelOutcomeBanner({ outcome, onDismiss }: { outcome: ParcelOutcome; onDismiss: () => void }) {
  const { t } = useTranslation('sync')
  const failed = t(outcome.work === 'export' ? 'parcel.exportFailed' : 'parcel.importFailed')
  if ('error' in outcome) {
    const { text, code } = errorText(outcome.error)
    return (
      <Banner tone="problem" title={failed} code={code} onDismiss={onDismiss}>
        {text}
      </Banner>
    )
  }
  if ('problem' in outcome) {
    const { problem, work } = outcome
    if (problem === 'parcel_cancelled')
      return (
        <Banner title={t(work === 'export' ? 'parcel.cancelled' : 'parcel.importCancelled')} onDismiss={onDismiss} />
      )
    return (
      <Banner tone="problem" title={failed} code={problem} onDismiss={onDismiss}>
        {problem === 'epoch_changed' ? t('parcel.epochChanged') : problemText(problem)}
      </Banner>
    )
  }
  if (outcome.work === 'export') {
    const { file, operations: n, bytes, receiver } = outcome.done
    const kb = Math.ceil(bytes / 1024).toLocaleString('en-US')
    return (
      <Banner tone="accent" title={t('parcel.exported', { file })} onDismiss={onDismiss}>
        {n === 0 ? t('parcel.exportedNone', { receiver }) : t('parcel.exportedText', { n, kb, receiver })}
      </Banner>
    )
  }
  const { was, operations: n, exportAgain } = outcome.done
  return (
    <Banner tone="accent" title={t(was === 'new' ? 'parcel.imported' : 'parcel.importedNone')} onDismiss={onDismiss}>
      {was === 'new' ? t('parcel.importedText', { n }) : parcelWasWords[was]}
      {exportAgain ? <div>{t('parcel.exportAgain')}</div> : null}
    </Banner>
  )
}

const ofParcels: ReadonlyMap<string, string> = new Map(Object.entries(parcelProblemWords))

const problemText = (problem: ParcelProblem): string => ofParcels.get(problem) ?? syncProblemText(problem)

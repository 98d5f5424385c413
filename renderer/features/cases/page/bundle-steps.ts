import type { BundleCase } from '../../../../domain/bundle/bundle-state.ts'
import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { i18n } from '../../../i18n/setup.ts'
import type { Step } from '../../../ui/step-bar.tsx'
import { dayOfLimit, onDay } from './step-parts.ts'

/** The way of a bundle: its parts, the one hand-over, the end. */
export const bundleSteps = (state: BundleCase, clocks: DualClock, today: PlainDate): readonly Step[] => {
  const intake = step('intake', 'done', onDay(state.arrivedOn))
  const parts = step('joint', 'done', day(state.done.at(-1)?.on ?? null))
  switch (state.status) {
    case 'open':
      return [intake, step('joint', 'now', dayOfLimit(clocks, today)), step('handOver', 'todo'), step('finish', 'todo')]
    case 'all_done':
      return [intake, parts, step('handOver', 'now'), step('finish', 'todo')]
    case 'handed_over':
      return [intake, parts, step('handOver', 'done', day(state.handOver?.receivedOn ?? null)), step('finish', 'now')]
    case 'closed':
      return [
        intake,
        parts,
        step('handOver', 'done', day(state.handOver?.receivedOn ?? null)),
        step('finish', 'done', day(state.closedOn)),
      ]
    case 'withdrawn':
      return [intake, step('withdrawn', 'done', day(state.closedOn))]
    case 'voided':
      return [intake, step('voided', 'done', day(state.closedOn))]
  }
}

const step = (
  name: 'intake' | 'joint' | 'handOver' | 'finish' | 'withdrawn' | 'voided',
  state: Step['state'],
  detail: string | null = null,
): Step => ({ label: i18n.t(`cases:page.step.${name}`), detail, state })

const day = (date: PlainDate | null): string | null => (date === null ? null : onDay(date))

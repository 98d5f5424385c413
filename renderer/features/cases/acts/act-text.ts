import type { CaseTransition } from '../../../../domain/case/workflow.ts'
import type { ClockEffect } from '../../../../domain/workflow/workflow.ts'
import { articleText } from '../../../i18n/article-text.ts'
import { i18n } from '../../../i18n/setup.ts'
import type { OpenAct } from './open-acts.ts'

/** What an act brings about, by its table: the letter it owes, what the clock does, the article it rests on. */
export const actEffectText = ({ lines }: OpenAct): string => {
  const [line] = lines
  if (line === undefined) return ''
  const same = <T>(of: (each: CaseTransition) => T): T | null =>
    lines.every((each) => of(each) === of(line)) ? of(line) : null
  const letter = same((each) => each.letter)
  const clock = same((each) => each.clock)
  return [
    line.timed === true ? i18n.t('cases:acts.timed') : '',
    letter === null ? '' : i18n.t('cases:acts.owes', { letter: i18n.t(`terms:letter.${letter}`) }),
    clock === null || clock === 'none' ? '' : clockText(clock),
    line.article === null ? '' : articleText(line.article),
  ]
    .filter((part) => part !== '')
    .join(i18n.t('cases:acts.join'))
}

const clockText = (clock: Exclude<ClockEffect, 'none'>): string => i18n.t(`cases:acts.clock.${clock}`)

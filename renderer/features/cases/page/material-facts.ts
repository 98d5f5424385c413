import type { MaterialLine } from '../../../../domain/service/service-intake.ts'
import { i18n } from '../../../i18n/setup.ts'

/** How many materials are there, missing and promised; what there is none of is not said. */
export const materialFacts = (lines: readonly MaterialLine[]): readonly string[] => {
  const say = (key: MaterialLine['state']) => {
    const n = lines.filter((line) => line.state === key).length
    return n === 0 ? '' : i18n.t(`cases:timeline.${key}`, { n })
  }
  return [say('collected'), say('missing'), say('tolerated')]
}

import { useTranslation } from 'react-i18next'
import { maskIdNumber, maskPhone } from '../../../domain/identity/mask.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Button } from '../../ui/button.tsx'
import { useIntake } from './intake-context.ts'
import type { ApplicantText } from './model/field-limits.ts'
import { differences } from './model/known-applicant.ts'

/** What an earlier case of the same applicant says otherwise. Nothing is taken over until a key says so. */
export function KnownOffer() {
  const { t } = useTranslation('intake')
  const { session, form, dispatch } = useIntake()
  const { known } = session
  const offered = known !== null && !session.knownDismissed
  const found = known === null ? [] : differences(form.applicant, known)
  const blanks = found.some(({ typed }) => typed === '')
  const others = found.some(({ typed }) => typed !== '')
  const take = (extent: 'blanks' | 'all') => dispatch({ type: 'acceptKnown', extent })
  useKeys([
    { keys: 'Alt K', run: () => take('blanks'), enabled: offered && blanks },
    { keys: 'Alt L', run: () => take('all'), enabled: offered && others },
    { keys: 'Alt N', run: () => dispatch({ type: 'dismissKnown' }), enabled: offered },
  ])
  if (!offered || known === null) return null
  const about = { n: known.cases, on: known.lastOn, title: known.lastTitle }
  return (
    <div className="intake-known" role="status">
      <div className="grow">
        {found.length === 0 ? t('known.same', about) : t('known.title', about)}
        {found.map(({ field, typed, known: value }) => (
          <span key={field} className="intake-difference">
            {typed === ''
              ? t('known.blank', { field: t(`known.field.${field}`), known: masked(field, value) })
              : t('known.other', {
                  field: t(`known.field.${field}`),
                  typed: masked(field, typed),
                  known: masked(field, value),
                })}
          </span>
        ))}
      </div>
      {blanks ? (
        <Button size="sm" keys="Alt K" onPress={() => take('blanks')}>
          {t('known.takeBlanks')}
        </Button>
      ) : null}
      {others ? (
        <Button size="sm" keys="Alt L" onPress={() => take('all')}>
          {t('known.takeAll')}
        </Button>
      ) : null}
      <Button size="sm" variant="quiet" keys="Alt N" onPress={() => dispatch({ type: 'dismissKnown' })}>
        {t('known.dismiss')}
      </Button>
    </div>
  )
}

/** Numbers are told apart by their ends; nobody in front of the screen needs the rest. */
const masked = (field: ApplicantText, value: string): string => {
  if (field === 'phone') return maskPhone(value)
  return field === 'idNumber' || field === 'contactIdNumber' ? maskIdNumber(value) : value
}

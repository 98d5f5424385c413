import { useTranslation } from 'react-i18next'
import { maskIdNumber, maskPhone } from '../../domain/identity/mask.ts'
import { useKeys } from '../keyboard/keyboard-context.ts'
import { Button } from '../ui/button.tsx'
import { useIntake } from './intake-context.ts'
import { agentDifferences } from './model/known-agent.ts'
import { differences, type Difference } from './model/known-applicant.ts'
import './form-parts.css'

/** What an earlier case of the same applicant says otherwise. Nothing is taken over until a key says so. */
export function KnownOffer() {
  const { t } = useTranslation('intake')
  const { session, form, dispatch } = useIntake()
  const { known } = session
  if (known === null || session.knownDismissed) return null
  const about = { n: known.cases, on: known.lastOn, title: known.lastTitle }
  const found = differences(form.applicant, known)
  return (
    <Offer
      says={found.length === 0 ? t('known.same', about) : t('known.title', about)}
      found={found}
      keys={applicantKeys}
      onTake={(extent) => dispatch({ type: 'acceptKnown', extent })}
      onDismiss={() => dispatch({ type: 'dismissKnown' })}
    />
  )
}

/** The same of whoever acts for the applicant: of him alone, never of an earlier mandate. */
export function KnownAgentOffer() {
  const { t } = useTranslation('intake')
  const { session, form, dispatch } = useIntake()
  const { agent } = session
  if (agent === null || session.agentDismissed) return null
  const about = { n: agent.cases, on: agent.lastOn }
  const found = agentDifferences(form.representative, agent)
  return (
    <Offer
      says={found.length === 0 ? t('known.agentSame', about) : t('known.agentTitle', about)}
      found={found}
      keys={agentKeys}
      onTake={(extent) => dispatch({ type: 'acceptAgent', extent })}
      onDismiss={() => dispatch({ type: 'dismissAgent' })}
    />
  )
}

interface OfferKeys {
  readonly blanks: string
  readonly all: string
  readonly dismiss: string
}

const applicantKeys: OfferKeys = { blanks: 'Alt K', all: 'Alt L', dismiss: 'Alt N' }

/** Others than the applicant's: both offers may stand at once. */
const agentKeys: OfferKeys = { blanks: 'Alt J', all: 'Alt Q', dismiss: 'Alt U' }

interface OfferProps {
  readonly says: string
  readonly found: readonly Difference[]
  readonly keys: OfferKeys
  readonly onTake: (extent: 'blanks' | 'all') => void
  readonly onDismiss: () => void
}

function Offer({ says, found, keys, onTake, onDismiss }: OfferProps) {
  const { t } = useTranslation('intake')
  const blanks = found.some(({ typed }) => typed === '')
  const others = found.some(({ typed }) => typed !== '')
  useKeys([
    { keys: keys.blanks, run: () => onTake('blanks'), enabled: blanks },
    { keys: keys.all, run: () => onTake('all'), enabled: others },
    { keys: keys.dismiss, run: onDismiss },
  ])
  return (
    <div className="intake-known" role="status">
      <div className="grow">
        {says}
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
        <Button size="sm" keys={keys.blanks} onPress={() => onTake('blanks')}>
          {t('known.takeBlanks')}
        </Button>
      ) : null}
      {others ? (
        <Button size="sm" keys={keys.all} onPress={() => onTake('all')}>
          {t('known.takeAll')}
        </Button>
      ) : null}
      <Button size="sm" variant="quiet" keys={keys.dismiss} onPress={onDismiss}>
        {t('known.dismiss')}
      </Button>
    </div>
  )
}

/** Numbers are told apart by their ends; nobody in front of the screen needs the rest. */
const masked = (field: Difference['field'], value: string): string => {
  if (field === 'phone') return maskPhone(value)
  return field === 'idNumber' || field === 'contactIdNumber' ? maskIdNumber(value) : value
}

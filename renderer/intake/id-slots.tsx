import { useTranslation } from 'react-i18next'
import { idTypes, type IdType } from '../../domain/case/applicant.ts'
import type { FieldProblemCode } from '../../domain/case/refusal.ts'
import { checkIdNumber } from '../../domain/identity/check-id-number.ts'
import type { IdCheck, IdProblem } from '../../domain/identity/id-check.ts'
import { maskIdNumber } from '../../domain/identity/mask.ts'
import { fieldProblemText } from '../i18n/refusal-text.ts'
import { Mark } from '../ui/mark.tsx'
import { Select } from '../ui/select.tsx'
import { FieldSlot } from './field-slot.tsx'
import { useIntake } from './intake-context.ts'
import { bareIdProblem, idTypeOf } from './model/form-act.ts'
import { TextSlot } from './text-slot.tsx'

export interface IdSlotsProps {
  readonly party: 'applicant' | 'representative'
  readonly label: string
  readonly span: number
  /** What such a party usually shows. */
  readonly usual: IdType
  /** False = nobody asks for a number; one that is given is checked all the same. */
  readonly required?: boolean
}

/**
 * Number with live check, birth date and sex. A wrong or missing number never blocks: type and reason are then asked for, and the reason is
 * recorded with the case.
 */
export function IdSlots({ party, label, span, usual, required = true }: IdSlotsProps) {
  const { t } = useTranslation(['intake', 'terms'])
  const { session, form, edit, problemOf } = useIntake()
  const fields = party === 'applicant' ? form.applicant : form.representative
  const set = (field: 'idNumber' | 'idException', text: string) =>
    edit(party === 'applicant' ? { type: 'applicant', field, text } : { type: 'representative', field, text })

  const check = checkIdNumber(fields.idNumber, { today: session.today })
  const type = idTypeOf(fields, usual, session.today)
  const bare = bareIdProblem(form, party, session.today)
  const typed = fields.idNumber.trim() !== ''
  const verified = check.valid && check.kind === type
  const name = `${party}.idNumber`
  const left = session.visited.includes(name) || session.tried
  // A number is judged when its last place is typed, not before.
  const judged = left || check.normalized.length >= 18
  const wrong = typed && bare !== null
  const asksReason =
    fields.idException !== '' || fields.idType !== null || (wrong && judged) || (required && !typed && left)
  const excused = fields.idException.trim() !== ''
  const error = check.problems.find((problem) => problem.severity === 'error')
  const warning = check.problems.find((problem) => problem.severity === 'warning')
  const wrongText = wrong && judged && !excused ? numberProblemText(t, bare, error) : null
  return (
    <>
      <TextSlot
        name={name}
        span={span}
        label={label}
        required={required}
        value={fields.idNumber}
        onChange={(text) => set('idNumber', text)}
        maxLength={40}
        {...(typed ? { masked: type === 'uscc' ? fields.idNumber : maskIdNumber(fields.idNumber) } : {})}
        problem={wrongText ?? (excused ? null : problemOf(name))}
        hint={verified && warning !== undefined ? idProblemText(t, warning) : undefined}
        tail={typed && !wrong ? <IdTail check={check} type={type} /> : null}
        tailOk={verified}
      />
      {asksReason ? (
        <>
          <FieldSlot name={`${party}.idType`} span={3}>
            <Select<IdType | 'auto'>
              label={t('applicant.idType')}
              value={fields.idType ?? 'auto'}
              onChange={(value) => edit({ type: 'idType', party, idType: value === 'auto' ? null : value })}
              options={[
                { value: 'auto', label: t('applicant.idTypeAuto') },
                ...idTypes.map((value) => ({ value, label: t(`terms:idType.${value}`) })),
              ]}
            />
          </FieldSlot>
          {bare !== null || excused ? (
            <TextSlot
              name={`${party}.idException`}
              span={9}
              label={t('applicant.exception')}
              value={fields.idException}
              onChange={(text) => set('idException', text)}
              maxLength={200}
              placeholder={t('applicant.exceptionHint')}
            />
          ) : null}
        </>
      ) : null}
    </>
  )
}

function IdTail({ check, type }: { readonly check: IdCheck; readonly type: IdType }) {
  const { t } = useTranslation(['intake', 'terms'])
  const { birth, sex } = check
  if (!check.valid || check.kind !== type) return t(`terms:idType.${type}`)
  return (
    <>
      {birth !== null && sex !== null ? t('applicant.birth', { birth, sex: t(`applicant.sex.${sex}`) }) : ''}
      {type === 'resident_id' || type === 'uscc' ? '' : t(`terms:idType.${type}`)}
      <Mark name="done" />
      <span className="vh">{t('applicant.valid')}</span>
    </>
  )
}

/** What is wrong with a number that is right in itself is said at once too. */
const numberProblemText = (
  t: Parameters<typeof idProblemText>[0],
  bare: FieldProblemCode,
  error: IdProblem | undefined,
): string | null => {
  if (error !== undefined) return idProblemText(t, error)
  return bare === 'agent_is_applicant' ? fieldProblemText(bare) : null
}

const idProblemText = (
  t: (key: `idProblem.${IdProblem['code']}`, values: { readonly detail: string }) => string,
  problem: IdProblem,
): string => t(`idProblem.${problem.code}`, { detail: problem.detail })

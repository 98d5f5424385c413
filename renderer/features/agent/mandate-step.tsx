import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { maskPhone } from '../../../domain/identity/mask.ts'
import { mandateDeeds, type MandateDeed } from '../../../domain/record/mandate/mandate-record.ts'
import { fieldProblemText } from '../../i18n/refusal-text.ts'
import { FieldSlot } from '../../intake/field-slot.tsx'
import { IdSlots } from '../../intake/id-slots.tsx'
import { representativeLimits } from '../../intake/model/field-limits.ts'
import { typedTermProblem } from '../../intake/model/typed-term.ts'
import { TextSlot } from '../../intake/text-slot.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { SignaturePad } from '../../ui/signature-pad.tsx'
import { authorityOf } from './authority.ts'
import { useErrandContext } from './errand-context.ts'
import { PaperButtons } from './paper-buttons.tsx'

/** The mandate (民法典 art. 165): who acts, in what, how far, until when; signed here or on paper, with the documents of both. */
export function MandateStep() {
  const { t } = useTranslation(['agent', 'intake'])
  const { intake, agency } = useErrandContext()
  const { form, edit, session } = intake
  const { representative } = form
  const term = typedTermProblem(form, session.today)
  const setDeeds = (deed: MandateDeed, on: boolean) => {
    const deeds = mandateDeeds.filter((each) => (each === deed ? on : agency.deeds.includes(each)))
    edit({ type: 'agency', part: { deeds } })
    edit({ type: 'representative', field: 'authority', text: authorityOf(deeds) })
    // Giving up the request is a disposal of his right: only a special authority carries it.
    const authorityKind = deeds.includes('withdraw') ? 'special' : 'general'
    edit({ type: 'representativeChoice', choices: { authorityKind } })
    edit({ type: 'representative', field: 'matters', text: authorityKind === 'special' ? matterOf(form) : '' })
  }
  return (
    <>
      <h1>{t('mandate.title')}</h1>
      <p className="errand-say">
        {t('mandate.say', { resident: form.applicant.name.trim(), agent: representative.name, matter: matterOf(form) })}
      </p>
      <div className="errand-form" data-section="representative">
        <FieldSlot name="deeds" span={12}>
          <fieldset className="errand-deeds">
            <legend>{t('mandate.deeds')}</legend>
            {mandateDeeds.map((deed) => (
              <Checkbox
                key={deed}
                label={t(`deed.${deed}`)}
                checked={agency.deeds.includes(deed)}
                onChange={(on) => setDeeds(deed, on)}
              />
            ))}
          </fieldset>
        </FieldSlot>
        <TextSlot
          name="representative.validUntil"
          span={4}
          label={t('mandate.until')}
          required
          value={representative.validUntil}
          onChange={(text) => edit({ type: 'representative', field: 'validUntil', text })}
          maxLength={representativeLimits.validUntil}
          {...(term?.field === 'validUntil' ? { problem: fieldProblemText(term.code) } : {})}
        />
        <IdSlots party="representative" label={t('mandate.agentId')} span={4} usual="resident_id" />
        <TextSlot
          name="representative.phone"
          span={4}
          label={t('mandate.agentPhone')}
          value={representative.phone}
          onChange={(text) => edit({ type: 'representative', field: 'phone', text })}
          maxLength={representativeLimits.phone}
          inputMode="tel"
          {...(representative.phone === '' ? {} : { masked: maskPhone(representative.phone) })}
        />
      </div>
      <div className="errand-pair">
        <IdCard of="principalId" title={t('mandate.principalCard')} name={t('mandate.principalFile')} />
        <IdCard of="agentId" title={t('mandate.agentCard')} name={t('mandate.agentFile')} />
      </div>
      <Signature />
    </>
  )
}

const matterOf = ({ matter }: { readonly matter: ReturnType<typeof useErrandContext>['intake']['form']['matter'] }) =>
  matter?.kind === 'service' ? matter.item.name : ''

interface IdCardProps {
  readonly of: 'principalId' | 'agentId'
  readonly title: string
  readonly name: string
}

function IdCard({ of, title, name }: IdCardProps) {
  const { t } = useTranslation('agent')
  const { agency, intake, keepPaper } = useErrandContext()
  const held = agency[of] !== null
  const kept = intake.papers.list.some(({ blob }) => blob === agency[of])
  return (
    <section className={`errand-card ${held ? 'ok' : ''}`} aria-label={title} data-field={of}>
      <b>{title}</b>
      {held ? (
        <Badge mark="done" tone="accent">
          {t(kept ? 'papers.taken' : 'mandate.fromBefore')}
        </Badge>
      ) : (
        <span className="muted">{t('mandate.bothSides')}</span>
      )}
      <PaperButtons name={name} again={held} onFile={(file) => void keepPaper(file, { of })} />
    </section>
  )
}

function Signature() {
  const { t } = useTranslation('agent')
  const { agency, intake, keepPaper } = useErrandContext()
  const [busy, setBusy] = useState(false)
  const { signature } = agency
  const keep = (file: File, kind: 'scan' | 'on_screen') => {
    setBusy(true)
    void keepPaper(file, { of: 'signature', kind }).finally(() => setBusy(false))
  }
  return (
    <section
      className={`errand-card wide ${signature === null ? '' : 'ok'}`}
      data-field="signature"
      aria-label={t('mandate.signature')}
    >
      <b>{t('mandate.signature')}</b>
      {signature === null ? (
        <>
          <SignaturePad
            label={t('mandate.pad', { name: intake.form.applicant.name.trim() })}
            name={t('mandate.signatureFile')}
            busy={busy}
            onSigned={(file) => keep(file, 'on_screen')}
          />
          <p className="muted">{t('mandate.orPaper')}</p>
          <PaperButtons name={t('mandate.paperFile')} again={false} onFile={(file) => keep(file, 'scan')} />
        </>
      ) : (
        <>
          <Badge mark="done" tone="accent">
            {t(`mandate.signed.${signature.kind}`)}
          </Badge>
          <span className="errand-paper-buttons">
            <Button onPress={() => intake.edit({ type: 'agency', part: { signature: null } })}>
              {t('mandate.signAgain')}
            </Button>
          </span>
        </>
      )}
    </section>
  )
}

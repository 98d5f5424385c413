import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { caseActFields } from '../../../../contract/acts/case-acts.ts'
import type { User } from '../../../../contract/queries/desk.ts'
import type { CaseActKind } from '../../../../domain/case/case-act.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { Role } from '../../../../domain/case/role.ts'
import { leadsToSignature } from '../../../../domain/disclosure/leads-to-signature.ts'
import { permittedTransitions } from '../../../../domain/case/workflow.ts'
import { titleOf } from '../../../../domain/case/titles.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { MaterialLine } from '../../../../domain/service/service-intake.ts'
import { fieldLabel } from '../../../i18n/act-form-text.ts'
import { operationText } from '../../../i18n/operation-text.ts'
import { fieldProblemText, refusalText } from '../../../i18n/refusal-text.ts'
import { useHost } from '../../../ipc/clients.ts'
import { useKeys } from '../../../keyboard/keyboard-context.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Note } from '../../../ui/panel.tsx'
import { useNavigation } from '../../../navigation/navigation-context.ts'
import { useToast } from '../../../ui/toast-store.ts'
import { workCalendar } from '../../../work-calendar.ts'
import { ActLetter } from './act-letter.tsx'
import { ActEffect } from './act-effect.tsx'
import { actOfDraft } from './form/act-of-draft.ts'
import { ActFields } from './form/act-fields.tsx'
import { withBlanks } from './form/blanks.ts'
import { type GroupDraft, emptyDraft } from './form/draft.ts'
import { plainPath } from './form/field-path.ts'
import { ActFormContext } from './form/form-context.ts'
import { prefillFor } from './form/prefill.ts'
import { previewAct } from './form/preview-act.ts'
import { shownSpecs, withoutUnusedReply } from './form/reply-form.ts'
import { specOfAct } from './form/spec-of-schema.ts'
import { materialsOf } from './materials-of.ts'
import { useAct } from './use-act.ts'

/** What a form holds while the page is open. */
export interface ActDraft {
  readonly fields: GroupDraft
  readonly materials: readonly MaterialLine[]
}

export interface ActDialogProps {
  readonly kind: CaseActKind
  readonly state: CaseState
  readonly today: PlainDate
  readonly user: User
  /** Null = nothing was filled in yet. Kept by the page, so that closing loses nothing. */
  readonly draft: ActDraft | null
  readonly onDraft: (draft: ActDraft) => void
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The form of any act: its fields, what it will bring about, and what is against it, while it is filled in. */
export function ActDialog(props: ActDialogProps) {
  const { t } = useTranslation('cases')
  const title = t('acts.form.title', { act: operationText(props.kind), title: titleOf(props.state) })
  const hasLetter = owesLetter(props.state, props.kind)
  return (
    <Dialog wide={hasLetter ? 'side' : true} open onClose={props.onClose} title={title}>
      <ActForm {...props} />
    </Dialog>
  )
}

function ActForm({ kind, state, today, user, draft, onDraft, onClose, onDone }: ActDialogProps) {
  const { t } = useTranslation('cases')
  const host = useHost()
  const toast = useToast()
  const [tried, setTried] = useState(false)
  const colleagues = useQuery({ queryKey: ['reference', 'staff'], queryFn: () => host.staff.list() }).data ?? []
  const specs = specOfAct(kind, caseActFields[kind])
  const prefill = prefillFor(state, today, user.name)
  const { fields, materials } = draft ?? { fields: emptyDraft(specs, prefill), materials: materialsOf(state) }
  const known = { staffName: (id: string) => colleagues.find((each) => each.id === id)?.name ?? '', materials }
  const previewing = { today, calendar: workCalendar(), role: user.role, actor: user.id }
  const said = withoutUnusedReply(kind, specs, fields)
  const preview = previewAct(state, actOfDraft(kind, specs, said, known), previewing)
  const { next } = useNavigation()
  // What the press that sent it wants next; the answer comes later.
  const goOn = useRef(false)
  const {
    perform,
    busy,
    failure,
    problems: told,
  } = useAct(state, () => {
    toast({ kind: 'done', text: t('acts.form.done', { act: operationText(kind) }) })
    onDone()
    if (goOn.current) next()
  })
  const problems = preview.outcome === 'incomplete' ? preview.problems : told
  const words = (path: string) => fieldLabel(`${kind}.${plainPath(path)}`)
  const problemOf = (path: string): string | null => {
    const found = problems.find(({ field }) => field === path)
    return found === undefined || (!tried && found.code === 'required') ? null : fieldProblemText(found.code)
  }
  const [first] = problems
  const reason =
    preview.outcome === 'refused'
      ? refusalText(preview.refusal)
      : first === undefined
        ? null
        : first.code === 'required'
          ? t('acts.form.required', { field: words(first.field) })
          : t('acts.form.wrong', { field: words(first.field), problem: fieldProblemText(first.code) })
  const confirm = (thenNext = false) => {
    setTried(true)
    goOn.current = thenNext
    if (preview.outcome === 'possible') perform(preview.act)
  }
  const passesOn = worksThroughQueue.has(user.role)
  useKeys([
    { keys: 'F9', label: operationText(kind), run: () => confirm() },
    { keys: 'Shift F9', label: t('acts.form.confirmNext'), enabled: passesOn, run: () => confirm(true) },
  ])
  const shown =
    preview.outcome === 'possible'
      ? preview
      : previewAct(state, actOfDraft(kind, specs, withBlanks(shownSpecs(kind, specs, fields), said), known), previewing)
  const hasLetter = owesLetter(state, kind)
  const letterReason =
    shown.outcome === 'refused'
      ? refusalText(shown.refusal)
      : shown.outcome === 'incomplete' && first !== undefined
        ? t('acts.letter.needs', { field: words(shown.problems[0]?.field ?? first.field) })
        : null
  const context = {
    kind,
    state,
    colleagues,
    problemOf,
    problems: tried ? problems : [],
    prefill,
    materials,
    onMaterials: (lines: readonly MaterialLine[]) => onDraft({ fields, materials: lines }),
  }
  return (
    <>
      {failure === null ? null : (
        <Banner tone="problem" title={t('acts.failed')} code={failure.code}>
          {failure.text}
        </Banner>
      )}
      <div className={hasLetter ? 'act-side' : 'act-alone'}>
        <div className="act-form">
          {specs.length === 0 ? null : (
            <div className="act-scroll">
              <ActFormContext value={context}>
                <ActFields
                  fields={specs}
                  at=""
                  draft={fields}
                  onChange={(next) => onDraft({ fields: next, materials })}
                  autoFocus
                />
              </ActFormContext>
            </div>
          )}
          {preview.outcome === 'possible' ? <ActEffect before={state} after={preview.after} /> : null}
          {preview.outcome === 'refused' ? <Note>{refusalText(preview.refusal)}</Note> : null}
        </div>
        {hasLetter ? (
          <ActLetter state={state} act={shown.outcome === 'possible' ? shown.act : null} reason={letterReason} />
        ) : null}
      </div>
      <div className="dialog-foot">
        <Button onPress={onClose} keys="Esc">
          {t('acts.cancel')}
        </Button>
        {passesOn ? (
          <Button keys="Shift F9" busy={busy} disabledReason={tried ? reason : null} onPress={() => confirm(true)}>
            {t('acts.form.confirmNext')}
          </Button>
        ) : null}
        <Button
          variant="primary"
          keys="F9"
          busy={busy}
          disabledReason={tried ? reason : null}
          onPress={() => confirm()}
          autoFocus={specs.length === 0}
        >
          {t('acts.form.confirm')}
        </Button>
      </div>
    </>
  )
}

/** Whoever has nobody before him goes on to the next case; at a window the next is whoever comes. */
const worksThroughQueue: ReadonlySet<Role> = new Set<Role>(['reviewer', 'head', 'disclosure_officer', 'supervisor'])

/** True when a letter comes of it, to be read while the form is filled in. */
const owesLetter = (state: CaseState, kind: CaseActKind): boolean =>
  leadsToSignature.has(kind) || permittedTransitions(state).some(({ act, letter }) => act === kind && letter !== null)

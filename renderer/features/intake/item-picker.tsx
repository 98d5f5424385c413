import type { KeyboardEvent } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as uuidv7 } from 'uuid'
import type { PreApplication } from '../../../contract/pre-application.ts'
import type { ItemHit } from '../../../contract/queries/items.ts'
import { maskName } from '../../../domain/identity/mask.ts'
import { errorText } from '../../i18n/error-text.ts'
import { itemLimitText } from '../../i18n/item-limit-text.ts'
import { useHost } from '../../ipc/clients.ts'
import { useKeys } from '../../keyboard/keyboard-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Marked } from '../../ui/marked.tsx'
import { moveActive } from '../../ui/move-active.ts'
import { Panel } from '../../ui/panel.tsx'
import { useToast } from '../../ui/toast-store.ts'
import { useIntake } from '../../intake/intake-context.ts'
import { matterName } from '../../intake/matter-name.ts'
import { fixedEntries, meantEntries, type FixedEntry } from '../../intake/model/fixed-entries.ts'
import { useApplication, useItemHits } from '../../intake/picker-query.ts'
import '../../ui/popover.css'
import '../../ui/field.css'

type PickerEntry = ItemHit | FixedEntry | PreApplication

const entryKeys: Readonly<Record<FixedEntry, string>> = {
  disclosure: 'Alt D',
  consultation: 'Alt Z',
  complaint: 'Alt T',
  bundle: 'Alt B',
}

/** Name, code, pinyin initials or department; ↑ ↓ and Enter, digits 1–9 while nothing is typed. */
export function ItemPicker() {
  const { t } = useTranslation(['intake', 'terms'])
  const { session, form, dispatch, edit, focusField } = useIntake()
  const host = useHost()
  const toast = useToast()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [active, setActive] = useState(0)
  /** The text that Enter was pressed on before its hits had come. */
  const entered = useRef<string | null>(null)
  const text = session.search
  const bundled = form.matter?.kind === 'bundle'
  const hits = useItemHits(text)
  const application = useApplication(text)
  const items = hits.data ?? []
  // To what is taken in together only items are added; the other kinds keep their keys.
  const meant = bundled ? [] : meantEntries(text)
  // Typed for, they stand first; otherwise they are the entries below the items.
  const applied = application.data && !bundled ? [application.data] : []
  const entries: readonly PickerEntry[] = text.trim() === '' ? [...items, ...meant] : [...applied, ...meant, ...items]
  const at = Math.min(active, entries.length - 1)
  const stale = hits.isPlaceholderData || hits.isPending || application.isPending

  // Whoever opens the picker, to begin or by Ctrl+I, types at once.
  useEffect(() => input.current?.focus(), [])
  const activeId = at >= 0 ? `${id}-${at}` : undefined
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const chooseFixed = (entry: FixedEntry) => {
    if (entry === 'bundle') {
      // Its matters are picked here, one after the other.
      edit({ type: 'chooseBundle' })
      dispatch({ type: 'changeItem', on: true })
      return input.current?.focus()
    }
    edit(entry === 'disclosure' ? { type: 'chooseDisclosure' } : { type: 'chooseContact', kind: entry })
    dispatch({ type: 'changeItem', on: false })
    focusField('channel')
  }
  const chooseItem = async (hit: ItemHit) => {
    const item = await host.items.get({ id: hit.id })
    if (item === null) return toast({ kind: 'problem', text: t('picker.gone') })
    if (bundled) return dispatch({ type: 'partChosen', caseId: form.caseId, partId: uuidv7(), item })
    dispatch({ type: 'itemChosen', caseId: form.caseId, item })
    dispatch({ type: 'changeItem', on: false })
    focusField('applicant.kind')
  }
  const chooseApplication = async (found: PreApplication) => {
    const item = await host.items.get({ id: found.itemId })
    if (item === null) return toast({ kind: 'problem', text: t('picker.gone') })
    dispatch({ type: 'applicationChosen', caseId: form.caseId, item, application: found })
    dispatch({ type: 'changeItem', on: false })
    // His card is on the desk: who it is comes first.
    focusField('applicant.name')
  }
  const choose = (entry: PickerEntry | undefined) => {
    if (entry === undefined) return
    if (typeof entry === 'string') return chooseFixed(entry)
    const chosen = 'preNo' in entry ? chooseApplication(entry) : chooseItem(entry)
    chosen.catch((error: unknown) => toast({ kind: 'problem', ...errorText(error) }))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return
    const digit = text === '' && /^[1-9]$/.test(event.key) ? items[Number(event.key) - 1] : undefined
    if (digit !== undefined) choose(digit)
    else if (event.key === 'Enter') {
      // The list of an earlier text must not be chosen from: the press waits for the right one.
      if (stale) entered.current = text
      else choose(entries[at])
    } else {
      const next = moveActive(event.key, at, entries.length)
      if (next === null || ((event.key === 'Home' || event.key === 'End') && text !== '')) return
      setActive(next)
    }
    event.preventDefault()
  }
  const chooseRef = useRef(() => {})
  useEffect(() => {
    chooseRef.current = () => choose(entries[at])
  })
  // Typing on takes the waiting press back.
  useEffect(() => {
    if (stale || entered.current === null) return
    const meant = entered.current === text
    entered.current = null
    if (meant) chooseRef.current()
  }, [stale, text])
  useKeys(
    fixedEntries.map((entry) => ({ keys: entryKeys[entry], label: t(`keys.${entry}`), run: () => chooseFixed(entry) })),
  )

  return (
    <Panel
      title={bundled ? t('bundle.pick') : t('picker.label')}
      padded={false}
      className="intake-picker"
      note={text.trim() === '' ? t('picker.recent') : t('picker.found')}
      actions={
        form.matter === null ? undefined : (
          <Button size="sm" keys="Esc" onPress={() => dispatch({ type: 'changeItem', on: false })}>
            {bundled ? t('bundle.enough') : matterName(form.matter)}
          </Button>
        )
      }
    >
      <div className="intake-search input">
        <Icon name="search" />
        <input
          ref={input}
          role="combobox"
          type="text"
          aria-label={t('picker.label')}
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          placeholder={t('picker.placeholder')}
          value={text}
          onChange={(event) => {
            setActive(0)
            dispatch({ type: 'searchItem', text: event.target.value })
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {bundled ? <PickedParts /> : null}
      {hits.error === null ? null : (
        <Banner tone="problem" title={t('picker.failed')} code={errorText(hits.error).code}>
          {errorText(hits.error).text}
        </Banner>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={t('picker.list')} className="intake-hits">
        {entries.map((entry, position) => (
          <div
            key={typeof entry === 'string' ? entry : 'preNo' in entry ? `pre ${entry.preNo}` : entry.id}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === at}
            className={`opt intake-hit ${position === at ? 'active' : ''} ${typeof entry === 'string' ? 'fixed' : ''}`}
            // The field keeps the focus; a press on the list must not take it away.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(entry)}
          >
            {typeof entry === 'string' ? (
              <>
                <KeyHint keys={entryKeys[entry]} />
                <b>{t(`picker.fixed.${entry}`)}</b>
                <span className="grow" />
                <span className="small muted">{t(`picker.fixedNote.${entry}`)}</span>
              </>
            ) : 'preNo' in entry ? (
              <ApplicationLine found={entry} />
            ) : (
              <ItemLine hit={entry} digit={text === '' && items.indexOf(entry) < 9 ? items.indexOf(entry) + 1 : null} />
            )}
          </div>
        ))}
      </div>
      {items.length === 0 && applied.length === 0 && hits.isSuccess && !stale ? (
        <p className="intake-none muted">
          {text.trim() === '' ? t('picker.noCatalogue') : t('picker.none', { text: text.trim() })}
        </p>
      ) : null}
    </Panel>
  )
}

/** People stand in front of the screen: who it is, is read off his paper. */
function ApplicationLine({ found }: { readonly found: PreApplication }) {
  const { t } = useTranslation('intake')
  const { kind, name } = found.applicant
  return (
    <>
      <b>{t('picker.application', { no: found.preNo })}</b>
      <span>{kind === 'person' ? maskName(name) : name}</span>
      <span className="small muted ell">{found.remark}</span>
      <span className="grow" />
      <span className="small muted num">{t('picker.submitted', { on: found.submittedOn })}</span>
    </>
  )
}

/** The matters of the bundle so far. */
function PickedParts() {
  const { t } = useTranslation('intake')
  const { parts } = useIntake().form.bundle
  return (
    <p className="intake-picked small" role="status">
      {parts.length === 0
        ? t('bundle.none')
        : t('bundle.picked', { n: parts.length, names: parts.map(({ item }) => item.name).join(t('listMark')) })}
    </p>
  )
}

function ItemLine({ hit, digit }: { readonly hit: ItemHit; readonly digit: number | null }) {
  const limit = itemLimitText(hit)
  return (
    <>
      {digit === null ? null : <KeyHint keys={String(digit)} />}
      <span className="intake-hit-name">
        <Marked text={hit.name} marks={hit.marks} />
      </span>
      <span className="grow" />
      <span className="small muted num intake-hit-limit" title={limit.basis ?? undefined}>
        {limit.text}
      </span>
      <span className="small muted intake-hit-kind">{hit.kind}</span>
      <span className="small muted intake-hit-organ ell">{hit.organ}</span>
    </>
  )
}

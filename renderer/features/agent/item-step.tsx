import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ItemHit } from '../../../contract/queries/items.ts'
import { inPersonArticle } from '../../../domain/record/mandate/in-person.ts'
import { articleText } from '../../i18n/article-text.ts'
import { errorText } from '../../i18n/error-text.ts'
import { itemLimitText } from '../../i18n/item-limit-text.ts'
import { useItemHits } from '../../intake/picker-query.ts'
import { useHost } from '../../ipc/clients.ts'
import { Badge } from '../../ui/badge.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Marked } from '../../ui/marked.tsx'
import { moveActive } from '../../ui/move-active.ts'
import { useToast } from '../../ui/toast-store.ts'
import { useErrandContext } from './errand-context.ts'
import { personalMatter } from './model/errand-gaps.ts'

/** What the resident wants done. A matter that the law keeps for himself says so, and goes no further (AGY-21). */
export function ItemStep() {
  const { t } = useTranslation(['agent', 'intake'])
  const { intake, goTo } = useErrandContext()
  const { session, form, dispatch } = intake
  const host = useHost()
  const toast = useToast()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [active, setActive] = useState(0)
  const text = session.search
  const hits = useItemHits(text)
  const items = hits.data ?? []
  const at = Math.min(active, items.length - 1)
  const stale = hits.isPlaceholderData || hits.isPending
  useEffect(() => input.current?.focus(), [])
  const activeId = at >= 0 ? `${id}-${at}` : undefined
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const choose = async (hit: ItemHit | undefined) => {
    if (hit === undefined) return
    const item = await host.items.get({ id: hit.id })
    if (item === null) return toast({ kind: 'problem', text: t('intake:picker.gone') })
    dispatch({ type: 'itemChosen', caseId: form.caseId, item })
    setActive(0)
    if (inPersonArticle(item.name) === null) goTo('resident')
  }
  const press = (hit: ItemHit | undefined) => {
    choose(hit).catch((error: unknown) => toast({ kind: 'problem', ...errorText(error) }))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return
    if (event.key === 'Enter') {
      // The list of an earlier text must not be chosen from.
      if (!stale) press(items[at])
    } else {
      const next = moveActive(event.key, at, items.length)
      if (next === null || ((event.key === 'Home' || event.key === 'End') && text !== '')) return
      setActive(next)
    }
    event.preventDefault()
  }
  const article = personalMatter(form)
  return (
    <>
      <h1>{t('item.title')}</h1>
      <p className="errand-say">{t('item.say')}</p>
      {article === null || form.matter?.kind !== 'service' ? null : (
        <Banner tone="problem" title={t('item.personal', { name: form.matter.item.name })}>
          {t('item.personalWhy', { article: articleText(article) })}
        </Banner>
      )}
      {hits.error === null ? null : (
        <Banner tone="problem" title={t('intake:picker.failed')} code={errorText(hits.error).code}>
          {errorText(hits.error).text}
        </Banner>
      )}
      <div className="errand-search input" data-field="item">
        <Icon name="search" />
        <input
          ref={input}
          role="combobox"
          type="text"
          aria-label={t('item.search')}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          placeholder={t('item.placeholder')}
          value={text}
          onChange={(event) => {
            setActive(0)
            dispatch({ type: 'searchItem', text: event.target.value })
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t('intake:picker.list')} className="errand-items">
        {items.map((hit, position) => (
          <div
            key={hit.id}
            id={`${id}-${position}`}
            role="option"
            aria-selected={position === at}
            className={`errand-item ${position === at ? 'active' : ''}`}
            // The field keeps the focus; a press on the list must not take it away.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => press(hit)}
          >
            <b>
              <Marked text={hit.name} marks={hit.marks} />
            </b>
            <span className="muted">{hit.organ}</span>
            {inPersonArticle(hit.name) === null ? (
              <span className="num muted">{itemLimitText(hit).text}</span>
            ) : (
              <Badge mark="cross">{t('item.inPerson')}</Badge>
            )}
          </div>
        ))}
      </div>
      {items.length === 0 && hits.isSuccess && !stale ? (
        <p className="muted">
          {text.trim() === '' ? t('intake:picker.noCatalogue') : t('intake:picker.none', { text: text.trim() })}
        </p>
      ) : null}
    </>
  )
}

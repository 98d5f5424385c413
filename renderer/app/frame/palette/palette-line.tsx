import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'
import { KeyHint } from '../../../ui/key-hint.tsx'
import { Marked } from '../../../ui/marked.tsx'
import type { PaletteEntry } from './entries.ts'

/** What the line is, by icon and word, and what it leads to. */
export function PaletteLine({ entry }: { readonly entry: PaletteEntry }) {
  const { t } = useTranslation(['frame', 'terms'])
  switch (entry.kind) {
    case 'search':
      return (
        <Line icon="search" kind={t('palette.cases')}>
          {t('palette.search', { text: entry.text })}
        </Line>
      )
    case 'case': {
      const { caseNo, title, applicant, status } = entry.row
      return (
        <Line icon="list" kind={t(`terms:status.${status}`)}>
          <span className="num">{caseNo}</span> {title}{' '}
          <span className="muted">{applicant === '' ? t('terms:nameless') : applicant}</span>
        </Line>
      )
    }
    case 'person': {
      const { name, idNumber, cases, more } = entry.person
      return (
        <Line icon="user" kind={t(more ? 'palette.personMore' : 'palette.person', { n: cases })}>
          {name} <span className="num muted">{idNumber ?? ''}</span>
        </Line>
      )
    }
    case 'item':
      return (
        <Line icon="intake" kind={t('palette.item')}>
          <Marked text={entry.item.name} marks={entry.item.marks} /> <span className="muted">{entry.item.organ}</span>
        </Line>
      )
    case 'page':
      return (
        <Line icon={entry.section.icon} kind={t('palette.page')} keys={entry.section.keys}>
          <Marked text={entry.label} marks={entry.marks} />
        </Line>
      )
    case 'act':
      return (
        <Line icon="check" kind={t('palette.act')} keys={entry.binding.shown ?? entry.binding.keys}>
          <Marked text={entry.label} marks={entry.marks} />
        </Line>
      )
  }
}

interface LineProps {
  readonly icon: IconName
  readonly kind: string
  readonly keys?: string
  readonly children: ReactNode
}

function Line({ icon, kind, keys, children }: LineProps) {
  return (
    <>
      <Icon name={icon} />
      <span className="palette-text">{children}</span>
      <span className="small muted">{kind}</span>
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </>
  )
}

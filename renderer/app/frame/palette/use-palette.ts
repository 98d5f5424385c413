import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useHost } from '../../../ipc/clients.ts'
import { useShownKeys } from '../../../keyboard/keyboard-context.ts'
import { sections } from '../sections.ts'
import type { PersonFound } from '../../../../contract/queries/people.ts'
import { paletteEntries, type PaletteEntry } from './entries.ts'

/** Lines for what is typed, or the cases of the person that was chosen; asks nothing while the palette is closed. */
export const usePalette = (text: string, open: boolean, person: PersonFound | null): readonly PaletteEntry[] => {
  const { t } = useTranslation('frame')
  const host = useHost()
  // Typing goes first; the lists follow.
  const asked = useDeferredValue(text.trim())
  const enabled = open && asked !== ''
  const cases = useQuery({
    queryKey: ['cases', 'palette', asked],
    queryFn: ({ signal }) =>
      host.cases.list(
        { text: asked, kinds: [], statuses: [], openOnly: false, order: 'newest', cursor: null, limit: shownCases },
        { signal },
      ),
    enabled,
    placeholderData: keepPreviousData,
  })
  const items = useQuery({
    queryKey: ['reference', 'palette', asked],
    queryFn: ({ signal }) => host.items.search({ text: asked, limit: shownItems }, { signal }),
    enabled,
    placeholderData: keepPreviousData,
  })
  const people = useQuery({
    queryKey: ['cases', 'palette', 'people', asked],
    queryFn: ({ signal }) => host.applicants.find({ text: asked }, { signal }),
    enabled: enabled && asked.length >= shortestName,
    placeholderData: keepPreviousData,
  })
  const personId = person?.caseId ?? null
  const his = useQuery({
    queryKey: ['cases', 'palette', 'of person', personId],
    queryFn: ({ signal }) => (personId === null ? [] : host.applicants.cases({ caseId: personId }, { signal })),
    enabled: open && personId !== null,
  })
  const acts = useShownKeys()
  const found = enabled ? cases.data?.rows : undefined
  const known = enabled && asked.length >= shortestName ? people.data : undefined
  const ofPerson = his.data
  const offered = enabled ? items.data : undefined
  return useMemo(
    () =>
      personId !== null
        ? (ofPerson ?? []).map((row): PaletteEntry => ({ kind: 'case', row }))
        : paletteEntries({
            text,
            sections: sections.map((section) => ({ section, label: t(`sections.${section.page}`) })),
            acts,
            cases: found ?? [],
            people: known ?? [],
            items: offered ?? [],
          }),
    [text, acts, found, known, offered, personId, ofPerson, t],
  )
}

/** One character fits too many people. */
const shortestName = 2

const shownCases = 6
const shownItems = 5

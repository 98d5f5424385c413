import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useHost } from '../../../ipc/clients.ts'
import { useShownKeys } from '../../../keyboard/keyboard-context.ts'
import { sections } from '../sections.ts'
import { paletteEntries, type PaletteEntry } from './entries.ts'

/** Lines for what is typed; asks nothing while the palette is closed. */
export const usePalette = (text: string, open: boolean): readonly PaletteEntry[] => {
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
  const acts = useShownKeys()
  const found = enabled ? cases.data?.rows : undefined
  const offered = enabled ? items.data : undefined
  return useMemo(
    () =>
      paletteEntries({
        text,
        sections: sections.map((section) => ({ section, label: t(`sections.${section.page}`) })),
        acts,
        cases: found ?? [],
        items: offered ?? [],
      }),
    [text, acts, found, offered, t],
  )
}

const shownCases = 6
const shownItems = 5

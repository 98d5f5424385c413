import { describe, expect, it } from 'vitest'
import { forbidden } from './layers.mjs'

describe('layers', () => {
  it.each([
    ['renderer/app/frame.tsx', 'db/store.ts'],
    ['domain/case/fold.ts', 'contract/operation.ts'],
    ['contract/desktop.ts', 'db/store.ts'],
    ['db/open.ts', 'electron/host/start.ts'],
    ['electron/main/start.ts', 'db/open.ts'],
    ['electron/main/start.ts', 'electron/host/compose.ts'],
    ['electron/preload/start.ts', 'domain/result.ts'],
    ['server/start.ts', 'db/open.ts'],
    ['parcel/seal-key.ts', 'db/open.ts'],
    ['parcel/seal-key.ts', 'server/sync/server-key.ts'],
    ['electron/main/start.ts', 'parcel/seal-key.ts'],
    ['renderer/app/frame.tsx', 'parcel/seal-key.ts'],
    ['renderer/features/intake/intake.tsx', 'renderer/features/cases/list.tsx'],
    ['renderer/ui/button.tsx', 'renderer/features/intake/intake.tsx'],
    ['server/sample/items.ts', '../shared/data/catalogue.json'],
  ])('%s may not import %s', (from, to) => {
    expect(forbidden(from, to)).toContain('may not import')
  })

  it.each([
    ['renderer/app/routes.tsx', 'renderer/features/intake/intake.tsx'],
    ['renderer/features/intake/intake.tsx', 'renderer/ui/button.tsx'],
    ['electron/host/compose.ts', 'db/open.ts'],
    ['electron/host/compose.ts', 'electron/host/session/session.ts'],
    ['server/sync/push.ts', 'domain/case/judge.ts'],
    ['server/parcel/read-ops.ts', 'parcel/parcel-crypto.ts'],
    ['electron/host/parcel/read-news.ts', 'parcel/parcel-crypto.ts'],
    ['e2e/two-windows.spec.ts', 'server/start.ts'],
  ])('%s may import %s', (from, to) => {
    expect(forbidden(from, to)).toBeNull()
  })
})

import { expect, it } from 'vitest'
import { workflowTables } from './workflow-tables.ts'

it('[CASE-16] the published tables are those that the program runs by', async () => {
  const tables = workflowTables()
  expect(tables).not.toMatch(/undefined|terms:|records:/)
  // For whoever changed a procedure on purpose: `vitest -u` writes the file, and the change shows in the review.
  await expect(tables).toMatchFileSnapshot('../../docs/workflows.md')
})

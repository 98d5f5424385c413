import { statusOfApplication, submitApplication } from './applications.ts'
import { openApi } from './context.ts'
import { changesOfProgress } from './progress-changes.ts'
import { queryProgress } from './progress-query.ts'
import { listPublished } from './published-list.ts'

/** Every endpoint of contract/open.ts; the compiler sees that none is missing. */
export const openRouter = openApi.router({
  progress: { query: queryProgress, changes: changesOfProgress },
  published: { list: listPublished },
  applications: { submit: submitApplication, status: statusOfApplication },
})

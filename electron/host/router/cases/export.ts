import type { ExportListInput, ListExportResult } from '../../../../contract/queries/case-library.ts'
import type { User } from '../../../../contract/queries/desk.ts'
import type { RunProgress } from '../../../../contract/queries/run.ts'
import { servesAtCounter } from '../../../../domain/rating/rating.ts'
import { err } from '../../../../domain/result.ts'
import { exportList } from '../../case-export/export-list.ts'
import { listFileName } from '../../case-export/list-file-name.ts'
import { toMutable } from '../../mutable.ts'
import type { Services } from '../../services.ts'
import { chooseAsUser } from '../../session/choose-as-user.ts'
import { signedIn } from '../base.ts'
import { tellRun } from '../run.ts'

export const exportCases = signedIn.cases.export.handler(({ context: { services, user, session }, input }) =>
  tellRun(exportTo(services, { user, session, input })),
)

interface Asked {
  readonly user: User
  readonly session: string
  readonly input: ExportListInput
}

async function* exportTo(
  services: Services,
  { user, session, input }: Asked,
): AsyncGenerator<RunProgress, ListExportResult> {
  const path = await chooseAsUser(services, 'save_list', listFileName(services.now()))
  if (path === null) return err({ code: 'cancelled' })
  if (!/^[^\0]+\.xlsx$/iu.test(path)) return err({ code: 'not_writable' })
  const isThere = () => {
    const now = services.session.find()
    return now !== null && !now.locked && now.session === session
  }
  return yield* exportList(services, { input, path, by: { staffId: user.id, name: user.name }, isThere })
}

const mostShown = 20

/** Windows see their own; whoever does not serve at one answers for the device and sees everybody's. */
export const listCaseExports = signedIn.cases.exports.handler(({ context: { services, user } }) =>
  toMutable(services.store.read.listExports.newest(servesAtCounter(user.role) ? user.id : null, mostShown)),
)

import { api } from './context.ts'
import { syncApplications } from './sync-applications.ts'
import { healthLive } from './health-live.ts'
import { healthReady } from './health-ready.ts'
import { syncCertificates } from './sync-certificates.ts'
import { syncChallenge } from './sync-challenge.ts'
import { syncEnrol } from './sync-enrol.ts'
import { syncHeads } from './sync-heads.ts'
import { syncHello } from './sync-hello.ts'
import { syncLease } from './sync-lease.ts'
import { syncProgress } from './sync-progress.ts'
import { syncFigures } from './sync-figures.ts'
import { syncPublished } from './sync-published.ts'
import { syncPull } from './sync-pull.ts'
import { syncPush } from './sync-push.ts'
import { syncQuarantine } from './sync-quarantine.ts'
import { syncSnapshot } from './sync-snapshot.ts'
import { syncRecover } from './sync-recover.ts'

/** Every endpoint of contract/server.ts; the compiler sees that none is missing. */
export const router = api.router({
  health: { live: healthLive, ready: healthReady },
  sync: {
    enrol: syncEnrol,
    challenge: syncChallenge,
    hello: syncHello,
    push: syncPush,
    pull: syncPull,
    heads: syncHeads,
    lease: syncLease,
    snapshot: syncSnapshot,
    progress: syncProgress,
    published: syncPublished,
    applications: syncApplications,
    figures: syncFigures,
    certificates: syncCertificates,
    recover: syncRecover,
    quarantine: syncQuarantine,
  },
})

import type { World } from './world.ts'

/** An administrator has judged what revoked devices brought (SYN-42). */
export const judgeIntake = (world: World): void => {
  const now = world.serverNow()
  for (const { id, revokedAt } of world.center.state.devices.values()) {
    if (revokedAt === null) continue
    world.onServer((center) => void center.applyIntake(id, now))
    world.count('intakes judged')
  }
}

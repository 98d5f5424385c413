import type { ConsoleDevice } from '../../contract/console.ts'

export const concerns = ['silent', 'backlog', 'failures', 'disputed'] as const
export type Concern = (typeof concerns)[number]

/** Acts that wait longer than a hall's morning are worth a look; a device that works has some all day. */
const usualBacklog = 200

/** Why somebody should look after a device; none of one that was put out of use. */
export const concernsOf = (device: ConsoleDevice): readonly Concern[] => {
  if (device.revoked) return []
  const has: Readonly<Record<Concern, boolean>> = {
    silent: device.silent,
    backlog: device.backlog > usualBacklog,
    failures: device.failures > 0,
    disputed: device.disputed > 0,
  }
  return concerns.filter((concern) => has[concern])
}

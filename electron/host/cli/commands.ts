import type { Command } from './command.ts'

/**
 * Every command by its name. Loaded when it is asked for: to count a deadline needs neither a store nor its compiled addon.
 */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  due: async () => (await import('./commands/due.ts')).dueCommand,
  fee: async () => (await import('./commands/fee.ts')).feeCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
  'check-id': async () => (await import('./commands/check-id.ts')).checkIdCommand,
  init: async () => (await import('./commands/init.ts')).initCommand,
  enrol: async () => (await import('./commands/enrol.ts')).enrolCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  search: async () => (await import('./commands/search.ts')).searchCommand,
  act: async () => (await import('./commands/act.ts')).actCommand,
  'bundle-case': async () => (await import('./commands/bundle-case.ts')).bundleCaseCommand,
  attach: async () => (await import('./commands/attach.ts')).attachCommand,
  files: async () => (await import('./commands/files.ts')).filesCommand,
  show: async () => (await import('./commands/show.ts')).showCommand,
  letter: async () => (await import('./commands/letter.ts')).letterCommand,
  similar: async () => (await import('./commands/similar.ts')).similarCommand,
  supervise: async () => (await import('./commands/supervise.ts')).superviseCommand,
  conflict: async () => (await import('./commands/conflict.ts')).conflictCommand,
  catalogue: async () => (await import('./commands/catalogue.ts')).catalogueCommand,
  settings: async () => (await import('./commands/settings.ts')).settingsCommand,
  calendar: async () => (await import('./commands/calendar.ts')).calendarCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  sync: async () => (await import('./commands/sync.ts')).syncCommand,
  bundle: async () => (await import('./commands/bundle.ts')).bundleCommand,
  simulate: async () => (await import('./commands/simulate.ts')).simulateCommand,
}

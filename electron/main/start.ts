import { Menu, app } from 'electron'
import type { AppFolders } from './app-folders.ts'
import { appFolders } from './app-folders.ts'
import { isDisplayMissing } from './command-line/display.ts'
import { parseFlags } from './command-line/parse-flags.ts'
import { runDesk } from './desk.ts'
import { guardApp } from './lockdown/app-guards.ts'
import { registerAppScheme } from './lockdown/scheme.ts'
import { applySwitches } from './lockdown/switches.ts'
import { makeFolder } from './make-folder.ts'
import { tell } from './tell.ts'
import { words } from './words/zh-cn.ts'

// Where the application begins: reads the command line, takes its folders, closes the doors, then opens the desk.
// Exit codes: 0 = ended by the user, 1 = failed, 2 = cannot start like this (bad flag, no display, folder unusable).

const begin = (): void => {
  // Electron's own answer to an uncaught error is a dialog box that waits for a click, also where nobody sits.
  process.on('uncaughtException', (error) => {
    tell(error.stack ?? error.message)
    app.exit(1)
  })
  process.on('unhandledRejection', (reason) => {
    throw reason
  })

  const flags = parseFlags(process.argv.slice(process.defaultApp ? 2 : 1), {
    cwd: process.cwd(),
    platform: process.platform,
    driver: process.env['YICHUANG_DRIVER'] === '1',
  })
  if (!flags.ok) return refuse(words.flagRefused(flags.error))
  if (isDisplayMissing(process.platform, process.env)) return refuse(words.displayMissing)

  const folders = appFolders(flags.value, app.getPath('userData'))
  const unusable = takeFolders(folders)
  if (unusable !== null) return refuse(unusable)
  app.setPath('userData', folders.profile)
  app.setPath('sessionData', folders.profile)
  if (!app.requestSingleInstanceLock()) {
    tell(words.alreadyRunning(folders.dataDir))
    return app.exit(0)
  }

  // With --no-sandbox from outside, asking for the sandbox would make every child process start over and over.
  if (flags.value.noSandbox) tell(words.sandboxOff)
  else app.enableSandbox()
  applySwitches(app.commandLine, flags.value.mode)
  app.commandLine.appendSwitch('lang', 'zh-CN')
  // Chromium's own complaints (no message bus, no graphics card) help nobody at a desk and bury ours.
  app.commandLine.appendSwitch('log-level', '3')
  registerAppScheme()
  guardApp(app)
  // No menu: Alt stays with the page, and no hidden shortcut reloads, zooms or opens anything.
  Menu.setApplicationMenu(null)

  const passphrase = process.env['YICHUANG_PASSPHRASE'] || null
  // Child processes, pages among them, are given a copy of the environment.
  delete process.env['YICHUANG_PASSPHRASE']
  void app.whenReady().then(() => runDesk({ flags: flags.value, folders, passphrase }))
}

const refuse = (sentence: string): void => {
  tell(sentence)
  app.exit(2)
}

/** Makes the folders, for this user only; a sentence about the first that cannot be made, or null. */
const takeFolders = ({ dataDir, profile, printed }: AppFolders): string | null => {
  for (const folder of [dataDir, profile, printed]) {
    try {
      makeFolder(folder)
    } catch (error) {
      return words.folderUnusable(
        folder,
        error instanceof Error && 'code' in error ? String(error.code) : String(error),
      )
    }
  }
  return null
}

begin()

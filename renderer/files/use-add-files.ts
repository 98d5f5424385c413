import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentLimit } from '../../domain/attachment/attachment.ts'
import type { Refusal } from '../../domain/case/refusal.ts'
import type { Result } from '../../domain/result.ts'
import { errorText } from '../i18n/error-text.ts'
import { refusalText } from '../i18n/refusal-text.ts'
import { readBase64 } from '../ipc/read-base64.ts'
import type { PaperKind } from './paper-kind.ts'
import { fileProblem, recordedName } from './read-file.ts'

export interface Adding {
  readonly done: number
  readonly total: number
}

/** A file that was not taken, and why; it stays until the next ones are added. */
export interface NotTaken {
  readonly name: string
  readonly text: string
}

export interface FileToSave extends PaperKind {
  readonly name: string
  /** Base64. */
  readonly content: string
}

interface AddState {
  readonly id: string
  readonly adding: Adding | null
  readonly notTaken: readonly NotTaken[]
}

const nothing = { adding: null, notTaken: [] } as const

export interface AddFiles {
  /** Resolves when they are saved, or it is known which are not; what comes meanwhile waits for its turn. */
  readonly add: (files: readonly File[], as: PaperKind) => Promise<void>
  readonly adding: Adding | null
  readonly notTaken: readonly NotTaken[]
  /** The file under way is finished; those after it are left out. */
  readonly stop: () => void
  /** Resolves when nothing is under way any more. */
  readonly settled: () => Promise<void>
}

/**
 * Saves files one after another, each on its own; those that are not taken say why. `done` is told when a number of them is through. What is
 * said of the files of one matter is not seen on another (`id`).
 */
export const useAddFiles = (
  id: string,
  save: (file: FileToSave) => Promise<Result<unknown, Refusal>>,
  done: () => Promise<void>,
): AddFiles => {
  const { t } = useTranslation('files')
  const [state, setState] = useState<AddState>({ id, ...nothing })
  const queue = useRef<Promise<void>>(Promise.resolve())
  const stopped = useRef(false)

  const reasonAgainst = async (file: File, as: PaperKind): Promise<string | null> => {
    const problem = fileProblem(file)
    if (problem !== null) return t(`problem.${problem}`, { max: attachmentLimit / 2 ** 20 })
    try {
      const saved = await save({ name: recordedName(file.name), ...as, content: await readBase64(file) })
      return saved.ok ? null : refusalText(saved.error)
    } catch (error) {
      return errorText(error).text
    }
  }
  const addNow = async (files: readonly File[], as: PaperKind): Promise<void> => {
    stopped.current = false
    const refused: NotTaken[] = []
    for (const [at, file] of files.entries()) {
      if (stopped.current) break
      setState((now) => ({ ...(now.id === id ? now : nothing), id, adding: { done: at, total: files.length } }))
      const text = await reasonAgainst(file, as)
      if (text !== null) refused.push({ name: file.name, text })
    }
    try {
      await done()
    } finally {
      setState({ id, notTaken: refused, adding: null })
    }
  }
  return {
    add: (files, as) => {
      if (files.length === 0) return Promise.resolve()
      queue.current = queue.current.then(() => addNow(files, as)).catch(() => undefined)
      return queue.current
    },
    ...(state.id === id ? { adding: state.adding, notTaken: state.notTaken } : nothing),
    stop: () => {
      stopped.current = true
    },
    settled: () => queue.current,
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AttachmentRole, attachmentLimit } from '../../../../domain/attachment/attachment.ts'
import { errorText } from '../../../i18n/error-text.ts'
import { refusalText } from '../../../i18n/refusal-text.ts'
import { useHost } from '../../../ipc/clients.ts'
import { readBase64 } from '../../../ipc/read-base64.ts'
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

/** Attaches files one after another; each is saved on its own, and those that are not taken say why. */
export const useAddFiles = (caseId: string) => {
  const { t } = useTranslation('files')
  const host = useHost()
  const queries = useQueryClient()
  const [adding, setAdding] = useState<Adding | null>(null)
  const [notTaken, setNotTaken] = useState<readonly NotTaken[]>([])
  const stopped = useRef(false)

  const reasonAgainst = async (file: File, role: AttachmentRole): Promise<string | null> => {
    const problem = fileProblem(file)
    if (problem !== null) return t(`problem.${problem}`, { max: attachmentLimit / 2 ** 20 })
    try {
      const content = await readBase64(file)
      const added = await host.attachments.add({ caseId, name: recordedName(file.name), role, content })
      return added.ok ? null : refusalText(added.error)
    } catch (error) {
      return errorText(error).text
    }
  }

  const add = async (files: readonly File[], role: AttachmentRole): Promise<void> => {
    if (adding !== null || files.length === 0) return
    stopped.current = false
    const refused: NotTaken[] = []
    for (const [at, file] of files.entries()) {
      if (stopped.current) break
      setAdding({ done: at, total: files.length })
      const text = await reasonAgainst(file, role)
      if (text !== null) refused.push({ name: file.name, text })
    }
    await queries.invalidateQueries({ queryKey: ['cases', 'one', caseId] })
    setNotTaken(refused)
    setAdding(null)
  }
  return {
    add,
    adding,
    notTaken,
    /** The file under way is finished; those after it are left out. */
    stop: () => {
      stopped.current = true
    },
  }
}

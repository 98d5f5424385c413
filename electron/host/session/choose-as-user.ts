import type { FilePurpose } from '../../../contract/host-process.ts'
import type { Services } from '../services.ts'

/** SHL-17: the way to a file, from the person at the desk. Who locked it or left while the dialog stood open has chosen nothing: null. */
export const chooseAsUser = async (
  { chooseFile, session }: Pick<Services, 'chooseFile' | 'session'>,
  purpose: FilePurpose,
  name: string,
): Promise<string | null> => {
  const asking = session.find()?.session
  const path = await chooseFile(purpose, name)
  const now = session.find()
  return now === null || now.locked || now.session !== asking ? null : path
}

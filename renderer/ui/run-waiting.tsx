import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { AfterAMoment, Progress } from './progress.tsx'

export interface RunWaitingProps {
  readonly run: {
    readonly busy: boolean
    readonly cancelled: boolean
    readonly progress: { readonly done: number; readonly total: number } | null
    readonly cancel: () => void
    readonly read: () => void
  }
  readonly loading: string
  readonly stopped: string
  readonly again: string
}

/** In the place of what is being read for a while: how far it is, a way to stop it, and after that one to begin anew. */
export function RunWaiting({ run, loading, stopped, again }: RunWaitingProps) {
  const { busy, cancelled, progress, cancel, read } = run
  if (cancelled && !busy) return <Banner title={stopped} actions={<Button onPress={read}>{again}</Button>} />
  const known = progress !== null && progress.total > 0
  return (
    <AfterAMoment ms={400}>
      <Progress label={loading} onCancel={cancel} {...(known ? { value: progress.done, max: progress.total } : {})} />
    </AfterAMoment>
  )
}

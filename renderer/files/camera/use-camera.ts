import { useEffect, useState } from 'react'

/** Why there is no picture. `taken`: another program has the camera. `lost`: it was pulled out. */
export type CameraProblem = 'none' | 'denied' | 'taken' | 'lost' | 'failed'

export type CameraState =
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'live'
      readonly stream: MediaStream
      readonly device: string
      readonly devices: readonly CameraDevice[]
    }
  | { readonly kind: 'problem'; readonly problem: CameraProblem }

export interface CameraDevice {
  readonly id: string
  readonly label: string
}

/** What a document camera gives at best; a lesser one gives what it has. A page of A4 is legible from 1600 pixels. */
const wanted = { width: { ideal: 3264 }, height: { ideal: 2448 } }

/** What the camera sees, for as long as the component is there: the light of the device goes out with it. */
export const useCamera = (
  chosen: string | null,
  /** Another number tries again. */
  attempt: number,
): CameraState => {
  const [state, setState] = useState<CameraState>({ kind: 'starting' })
  useEffect(() => {
    let stream: MediaStream | null = null
    let wanting = true
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const start = async () => {
      setState({ kind: 'starting' })
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { ...wanted, ...(chosen === null ? {} : { deviceId: { exact: chosen } }) },
        })
        if (!wanting) return stop()
        const [track] = stream.getVideoTracks()
        track?.addEventListener('ended', () => setState({ kind: 'problem', problem: 'lost' }))
        const all = await navigator.mediaDevices.enumerateDevices()
        if (!wanting) return
        const devices = all
          .filter(({ kind }) => kind === 'videoinput')
          .map(({ deviceId, label }) => ({ id: deviceId, label }))
        setState({ kind: 'live', stream, device: track?.getSettings().deviceId ?? '', devices })
      } catch (error) {
        stop()
        if (wanting) setState({ kind: 'problem', problem: problemOf(error) })
      }
    }
    void start()
    return () => {
      wanting = false
      stop()
    }
  }, [chosen, attempt])
  return state
}

const problems: Readonly<Record<string, CameraProblem>> = {
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotAllowedError: 'denied',
  NotReadableError: 'taken',
  AbortError: 'taken',
}

const problemOf = (error: unknown): CameraProblem =>
  error instanceof DOMException ? (problems[error.name] ?? 'failed') : 'failed'

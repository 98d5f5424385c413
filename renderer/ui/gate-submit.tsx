import { Button } from './button.tsx'
import { AfterAMoment, Progress } from './progress.tsx'

export interface GateSubmitProps {
  readonly label: string
  /** It was pressed, and the answer is on its way. */
  readonly busy: boolean
  /** Said once the answer takes a moment. */
  readonly busyLabel: string
  /** It cannot be pressed yet for another reason. */
  readonly held?: boolean
}

/** The one act of a gate, on Enter. */
export function GateSubmit({ label, busy, busyLabel, held = false }: GateSubmitProps) {
  return (
    <>
      <Button type="submit" variant="primary" keys="Enter" busy={busy || held}>
        {label}
      </Button>
      {busy ? (
        <AfterAMoment ms={1000}>
          <Progress label={busyLabel} />
        </AfterAMoment>
      ) : null}
    </>
  )
}

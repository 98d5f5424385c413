import { Icon } from './icon.tsx'
import './step-bar.css'

export interface Step {
  readonly label: string
  /** A date or a note below the name. */
  readonly detail?: string | null
  readonly state: 'done' | 'now' | 'todo'
}

/** Where a case is on its way, left to right. */
export function StepBar({ steps, label }: { readonly steps: readonly Step[]; readonly label: string }) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li key={step.label} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="dot" aria-hidden="true">
            {step.state === 'done' ? <Icon name="check" /> : null}
          </span>
          <b>{step.label}</b>
          {step.detail}
        </li>
      ))}
    </ol>
  )
}

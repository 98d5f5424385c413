import type { ReactNode, Ref } from 'react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Focusable } from 'react-aria-components/Focusable'
import { Tooltip, TooltipTrigger } from 'react-aria-components/Tooltip'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { KeyHint, keyShortcutsOf } from './key-hint.tsx'
import './button.css'

export interface ButtonProps {
  readonly children?: ReactNode
  readonly onPress?: () => void
  readonly variant?: 'plain' | 'primary' | 'quiet'
  readonly size?: 'sm' | 'md'
  readonly icon?: IconName
  /** The key that does the same, e.g. `F9` or `Ctrl S`; binding it is the caller's (see `app/keyboard`). */
  readonly keys?: string
  /** Why it cannot be done now. The button stays focusable, so that the reason can be heard and read. */
  readonly disabledReason?: string | null
  /** Under way: a second press does nothing. */
  readonly busy?: boolean
  readonly type?: 'button' | 'submit'
  readonly autoFocus?: boolean
  /** Said after the visible text, or instead of it where there is only an icon: which of several alike it is. */
  readonly label?: string
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ ref, ...props }: ButtonProps) {
  const { variant = 'plain', size = 'md', disabledReason = null, busy = false } = props
  const { t } = useTranslation('ui')
  const reasonId = useId()
  const off = disabledReason !== null || busy
  const button = (
    <button
      ref={ref}
      type={props.type ?? 'button'}
      className={['btn', variant, size, props.className ?? ''].join(' ')}
      // A press that is refused must not reach the form either.
      onClick={(event) => (off ? event.preventDefault() : props.onPress?.())}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={disabledReason === null ? undefined : reasonId}
      aria-keyshortcuts={props.keys === undefined ? undefined : keyShortcutsOf(props.keys)}
      autoFocus={props.autoFocus}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      {props.children}
      {props.label === undefined ? null : <span className="vh">{props.label}</span>}
      {props.keys === undefined ? null : <KeyHint keys={props.keys} />}
    </button>
  )
  if (disabledReason === null) return button
  const reason = t('unavailable', { reason: disabledReason })
  return (
    <>
      <TooltipTrigger delay={200} closeDelay={0}>
        <Focusable>{button}</Focusable>
        <Tooltip className="tooltip" offset={6}>
          {reason}
        </Tooltip>
      </TooltipTrigger>
      <span id={reasonId} className="vh">
        {reason}
      </span>
    </>
  )
}

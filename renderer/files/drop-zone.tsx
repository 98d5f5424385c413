import { type ReactNode, useState } from 'react'

interface DropZoneProps {
  readonly className: string
  /** False = nothing is taken here now, and nothing lights up. */
  readonly enabled: boolean
  /** With the element that they were let go over. */
  readonly onFiles: (files: readonly File[], over: Element | null) => void
  readonly children: ReactNode
}

/** Takes files that are dropped on it. Whatever else is dragged over it, such as a line of text, is left to the fields inside. */
export function DropZone({ className, enabled, onFiles, children }: DropZoneProps) {
  const [over, setOver] = useState(false)
  return (
    <div
      className={`${className} ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(enabled)
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setOver(false)
      }}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return
        event.preventDefault()
        setOver(false)
        const over = event.target instanceof Element ? event.target : null
        if (enabled) onFiles([...event.dataTransfer.files], over)
      }}
    >
      {children}
    </div>
  )
}

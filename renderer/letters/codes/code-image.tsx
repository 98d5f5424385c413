import { useMemo } from 'react'
import { code128Path, qrPath, type CodePath } from './code-path.ts'

/** 0.25 mm a module: every office printer draws it, every hand scanner reads it. */
const moduleMm = 0.25
const barsHeightMm = 10

/** Code 128 of a case number, as wide as it needs to be. */
export function BarCode({ text, label }: { readonly text: string; readonly label: string }) {
  const code = useMemo(() => code128Path(text), [text])
  return <CodeImage code={code} label={label} widthMm={code.width * moduleMm} heightMm={barsHeightMm} />
}

export function QrCode({
  text,
  label,
  sizeMm,
}: {
  readonly text: string
  readonly label: string
  readonly sizeMm: number
}) {
  const code = useMemo(() => qrPath(text), [text])
  return <CodeImage code={code} label={label} widthMm={sizeMm} heightMm={sizeMm} />
}

function CodeImage(props: {
  readonly code: CodePath
  readonly label: string
  readonly widthMm: number
  readonly heightMm: number
}) {
  const { code, label, widthMm, heightMm } = props
  return (
    <svg
      className="letter-code"
      role="img"
      aria-label={label}
      width={`${widthMm}mm`}
      height={`${heightMm}mm`}
      viewBox={`0 0 ${code.width} ${code.height}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
    >
      <path d={code.path} />
    </svg>
  )
}

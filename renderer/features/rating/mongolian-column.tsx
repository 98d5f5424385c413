import { canDraw } from '../../i18n/can-draw.ts'
import { mongolian, mongolianOf } from '../../i18n/mongolian.ts'

/** The Mongolian of a public text in its own vertical line beside the Chinese; nothing where there is none, or nothing to draw it with. */
export function MongolianColumn({ of }: { readonly of: string }) {
  const text = mongolianOf(of)
  return text === null || !canDraw(text) ? null : (
    <span className="customer-mong" lang={mongolian}>
      {text}
    </span>
  )
}

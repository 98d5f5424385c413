import '@fontsource/noto-sans-mongolian/mongolian-400.css'
import { mongolian, mongolianOf } from '../i18n/mongolian.ts'
import './mongolian-column.css'

/**
 * The Mongolian of a public text in a vertical line of its own, at the left of the Chinese (内蒙古 1996 办法 art. 3); nothing where there is
 * none. Its font comes with the program, so that no terminal draws boxes.
 */
export function MongolianColumn({ of, className = '' }: { readonly of: string; readonly className?: string }) {
  const text = mongolianOf(of)
  return text === null ? null : (
    <span className={`mong ${className}`} lang={mongolian}>
      {text}
    </span>
  )
}

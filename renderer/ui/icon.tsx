import { iconPaths, type IconName } from './icon-paths.ts'
import './icon.css'

/** A line icon beside a word; never the only carrier of a meaning, so it is hidden from screen readers. */
export function Icon({ name, className = '' }: { readonly name: IconName; readonly className?: string }) {
  return (
    <svg className={`i ${className}`} viewBox="0 0 18 18" aria-hidden="true">
      {iconPaths[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  )
}

/** One window: a frame with its panes. Decoration beside the product's or the center's name. */
export function ProductMark() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <rect x="3" y="3" width="18" height="18" />
      <path d="M3 8.500h18M12 8.500V21" strokeWidth="1.6" />
      <path d="M12 13.500h9" strokeWidth="1.6" />
    </svg>
  )
}

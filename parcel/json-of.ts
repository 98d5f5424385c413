/** What a frame says; null for a text that is no JSON, which no schema of a parcel takes. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Longest side in pixels that small print on an A4 sheet can be read at (some 180 to the inch). */
const longestSide = 2100
/** Sharp enough for small print, a tenth of the camera's own bytes. */
const quality = 0.8
/** What is no larger costs no village its data allowance. */
const smallEnough = 500 * 1024

/** Width and height, at most `longest` on the longer side, in proportion. */
export const shrunkSize = (width: number, height: number, longest: number = longestSide) => {
  const by = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) }
}

/**
 * A photograph as small as it can still be read, as a JPEG; any other file, and a photograph that would not become smaller, as it is. A picture
 * that cannot be drawn is left to the host, which says what is wrong with it.
 */
export const shrinkPicture = async (file: File): Promise<File> => {
  if (!/^image\/(?:jpeg|png)$/u.test(file.type) || file.size <= smallEnough) return file
  try {
    const picture = await createImageBitmap(file)
    const { width, height } = shrunkSize(picture.width, picture.height)
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (context === null) return file
    // What is transparent in a PNG would come out black.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.drawImage(picture, 0, 0, width, height)
    picture.close()
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
    return blob.size >= file.size ? file : new File([blob], jpegName(file.name), { type: 'image/jpeg' })
  } catch {
    return file
  }
}

const jpegName = (name: string): string => name.replace(/\.(?:png|jpe?g)$/iu, '') + '.jpg'

/** Quarter turns to the right. */
export type Turn = 0 | 1 | 2 | 3

export const turned = (turn: Turn): Turn => ((turn + 1) % 4) as Turn

/** Sharp enough for small print, a tenth of the camera's own bytes. */
const quality = 0.85

/** What the camera shows now, turned as it is shown, as a JPEG. Null when there is no picture yet. */
export const takePicture = (video: HTMLVideoElement, turn: Turn, name: string): Promise<File | null> => {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0 || height === 0) return Promise.resolve(null)
  const canvas = document.createElement('canvas')
  const lies = turn % 2 === 1
  canvas.width = lies ? height : width
  canvas.height = lies ? width : height
  const context = canvas.getContext('2d')
  if (context === null) return Promise.resolve(null)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((turn * Math.PI) / 2)
  context.drawImage(video, -width / 2, -height / 2)
  return new Promise((resolve) => {
    canvas.toBlob(
      (blob) => resolve(blob === null ? null : new File([blob], name, { type: 'image/jpeg' })),
      'image/jpeg',
      quality,
    )
  })
}

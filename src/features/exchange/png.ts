import type { Picture } from '#things/picture.ts'

/** Sharp on screens that draw two pixels for one, and never more than browsers can draw. */
const scale = 2
const mostPixels = 16_000

/** An SVG picture as PNG. Rejects where the browser cannot draw it. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const factor = Math.min(scale, mostPixels / Math.max(width, height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * factor)
    canvas.height = Math.round(height * factor)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, fail) => {
      canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('The picture could not be drawn.'))))
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}

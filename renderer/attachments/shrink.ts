/** 长边多少像素、JPEG 几成画质：layout.md E2 第 9 条，免得台账膨胀。 */
const WHOLE = { longest: 2000, quality: 0.8 }
/** 缩略图与 2×2 照片页用的一份：78 毫米宽印出来约 300 点一寸。 */
const SMALL = { longest: 1000, quality: 0.75 }

type Size = typeof WHOLE

async function drawn(picture: ImageBitmap, { longest, quality }: Size): Promise<Blob> {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('这台电脑画不出图片，请重新打开软件再试。')
  // JPEG 没有透明：透明处是白纸
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return blob ?? Promise.reject(new Error('图片太大，没有缩成。请先在手机上裁小一点再添加。'))
}

/**
 * 把一张照片缩成两份：看大图、印扫描件的一份（长边 2000），看缩略图、印照片页的一份（长边 1000）。
 * 照着相机记的方向摆正；重新画过，拍摄地点等都不在了。
 * @example const { whole, small } = await shrink(file, '现场.jpg')
 */
export async function shrink(file: Blob, name: string): Promise<{ whole: Blob; small: Blob }> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() =>
    Promise.reject(new Error(`“${name}”打不开，可能没有传完整。请重新拷一份，或在手机上另存后再添加。`)),
  )
  try {
    return { whole: await drawn(picture, WHOLE), small: await drawn(picture, SMALL) }
  } finally {
    picture.close()
  }
}

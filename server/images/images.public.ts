import type { Api } from '../http/api.ts'
import { readImage } from './images.usecases.ts'

export function imageDoors(api: Api) {
  api.bytes('/images/:name', 'image/webp', (ctx, name) => readImage(ctx, name))
}

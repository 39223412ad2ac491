import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { Image, ImageQuery } from './images.schemas.ts'
import { keepImage } from './images.usecases.ts'

const keep = route('POST /admin/api/images', {
  summary: 'A picture for a text: its bytes as PNG, JPEG or WebP, kept as WebP without what else the file carried',
  access: { may: 'content.write' },
  query: ImageQuery,
  reply: Image,
  status: 201,
  mostBytes: 8 * 1024 * 1024,
  problems: ['image.type_not_allowed', 'image.too_large', 'image.unreadable', 'storage.busy'],
})

export function imageAdminDoors(api: StaffApi) {
  api.receive(keep, (ctx, { bytes, contentType, query }) =>
    keepImage(ctx, { bytes, contentType, unitId: query.unitId }),
  )
}

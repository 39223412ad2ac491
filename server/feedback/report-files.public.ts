import { z } from '@hono/zod-openapi'
import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { LinkAsked } from './progress.schemas.ts'
import { DroppedFile, FileId, FileParams, OwnFileParams, UploadedFile } from './report-files.schemas.ts'
import { readFileByLink, readMyFile, readPublicFile } from './report-files.usecases.ts'
import { dropFile, keepFile } from './upload.usecases.ts'

const upload = route('POST /api/feedback/files', {
  summary: 'A photo (PNG, JPEG, WebP) or a PDF to send along with a report: its bytes, kept for a day until it is sent',
  access: 'citizen',
  reply: UploadedFile,
  status: 201,
  mostBytes: 8 * 1024 * 1024,
  problems: [
    'image.type_not_allowed',
    'image.too_large',
    'image.unreadable',
    'file.type_not_allowed',
    'pdf.active',
    'pdf.locked',
    'pdf.unreadable',
    'feedback.too_many_waiting_files',
    'feedback.too_many_uploads',
    'storage.busy',
  ],
})
const drop = route('DELETE /api/feedback/files/{id}', {
  summary: 'Take back one that was not sent yet',
  access: 'citizen',
  params: FileParams,
  reply: DroppedFile,
  problems: ['file.not_found'],
})
const mine = route('GET /api/me/feedback/{code}/files/{id}', {
  summary: 'What I sent along with a report of mine, as a download',
  access: 'citizen',
  params: OwnFileParams,
  reply: z.unknown(),
  problems: ['report.not_found', 'file.not_found'],
})
const byLink = route('POST /api/feedback/by-link/files', {
  summary: 'What was sent along with the report of a private link, as a download',
  access: 'anyone',
  body: LinkAsked.extend({ id: FileId }),
  reply: z.unknown(),
  problems: ['report.not_found', 'report.too_many_guesses', 'file.not_found'],
})
const answered = route('GET /api/feedback/answered/{code}/files/{id}', {
  summary: 'A photo of a report that everybody may read, with parts blacked out, as a download',
  access: 'anyone',
  params: OwnFileParams,
  reply: z.unknown(),
  problems: ['file.not_found'],
})

export function reportFileDoors(api: Api) {
  api.receiveCitizen(upload, (ctx, { bytes, contentType }) => keepFile(ctx, { bytes, contentType }))
  api.serveCitizen(drop, (ctx, { params }) => dropFile(ctx, params.id))
  api.downloadCitizen(mine, (ctx, { params }) => readMyFile(ctx, params.code, params.id))
  api.download(byLink, (ctx, { body }, from) => readFileByLink(ctx, body, from))
  api.download(answered, (ctx, { params }) => readPublicFile(ctx, params.code, params.id))
}

import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { ImportQuery, ImportReport } from './unit-import.schemas.ts'
import { exportUnits, importUnits, writeTemplate } from './unit-import.usecases.ts'
import {
  HeadcountChange,
  Merger,
  NewUnit,
  OnQuery,
  UnitChange,
  UnitDetail,
  UnitEnd,
  UnitList,
  UnitParams,
  UnitsQuery,
} from './units.schemas.ts'
import { changeUnit, closeUnit, createUnit, getUnit, listUnits, mergeIntoOne, tellHeadcount } from './units.usecases.ts'

const MOST_IMPORT_BYTES = 8 * 1024 * 1024
const manages = { access: { may: 'units.manage' } } as const
const changes = { ...manages, params: UnitParams, reply: UnitDetail, needsIfMatch: true } as const

const list = route('GET /admin/api/units', {
  summary: 'The tree of units on a day, flat, each after the one above it',
  access: 'signed_in',
  query: UnitsQuery,
  reply: UnitList,
  problems: ['cursor.invalid'],
})
const one = route('GET /admin/api/units/{id}', {
  summary: 'A unit with its history, its people and its mergers',
  access: { may: 'figures.read' },
  params: UnitParams,
  query: OnQuery,
  reply: UnitDetail,
  problems: ['unit.not_found'],
})
const create = route('POST /admin/api/units', {
  ...manages,
  summary: 'Add a unit',
  body: NewUnit,
  reply: UnitDetail,
  status: 201,
  problems: ['unit.not_found', 'unit.already_exists', 'unit.parent_not_there'],
})
const change = route('POST /admin/api/units/{id}/changes', {
  ...changes,
  summary: 'Another name, kind or place from a day on',
  body: UnitChange,
  problems: [
    'unit.not_found',
    'unit.changed_meanwhile',
    'unit.not_there_then',
    'unit.parent_not_there',
    'unit.cycle',
    'unit.root_stays',
  ],
})
const headcount = route('PUT /admin/api/units/{id}/headcounts', {
  ...changes,
  summary: 'Tell how many people a unit has from a day on, or take a number back',
  body: HeadcountChange,
  problems: ['unit.not_found', 'unit.changed_meanwhile', 'unit.not_there_then'],
})
const close = route('POST /admin/api/units/{id}/end', {
  ...changes,
  summary: 'End a unit below which nothing stands any more',
  body: UnitEnd,
  problems: ['unit.not_found', 'unit.changed_meanwhile', 'unit.not_there_then', 'unit.has_children'],
})
const merge = route('POST /admin/api/units/merge', {
  ...manages,
  summary: 'Several units become one, with their people and all below them',
  body: Merger,
  reply: UnitDetail,
  problems: [
    'unit.not_found',
    'unit.changed_meanwhile',
    'unit.already_exists',
    'unit.not_there_then',
    'unit.parent_not_there',
    'unit.cycle',
    'unit.root_stays',
  ],
})
const upload = route('POST /admin/api/units/import', {
  ...manages,
  summary: 'Add and change units from a spreadsheet: try it, then do all of it or nothing',
  query: ImportQuery,
  reply: ImportReport,
  mostBytes: MOST_IMPORT_BYTES,
  problems: [
    'spreadsheet.unreadable',
    'spreadsheet.too_large',
    'spreadsheet.has_formula',
    'spreadsheet.too_slow',
    'spreadsheet.busy',
    'unit.import_refused',
    'unit.changed_meanwhile',
  ],
})
const template = route('GET /admin/api/units/files/template', {
  ...manages,
  summary: 'An empty spreadsheet to fill in',
  reply: z.unknown(),
})
const present = route('GET /admin/api/units/files/export', {
  ...manages,
  summary: 'The units on a day, in the form the import reads',
  query: OnQuery,
  reply: z.unknown(),
})

export function unitsAdminDoors(api: StaffApi) {
  api.serve(list, (ctx, { query }) => listUnits(ctx, query))
  api.serve(one, (ctx, { params, query }) => getUnit(ctx, params.id, query.on))
  api.serve(create, (ctx, { body }) => createUnit(ctx, body))
  api.serve(change, (ctx, { params, ifMatch, body }) => changeUnit(ctx, { id: params.id, ifMatch, change: body }))
  api.serve(headcount, (ctx, { params, ifMatch, body }) => tellHeadcount(ctx, { id: params.id, ifMatch, change: body }))
  api.serve(close, (ctx, { params, ifMatch, body }) => closeUnit(ctx, { id: params.id, ifMatch, ...body }))
  api.serve(merge, (ctx, { body }) => mergeIntoOne(ctx, body))
  api.receive(upload, (ctx, { query, bytes }) => importUnits(ctx, bytes, { isDryRun: query.dryRun === 'true' }))
  api.download(template, () => writeTemplate())
  api.download(present, (ctx, { query }) => exportUnits(ctx, query.on))
}

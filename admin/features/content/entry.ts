import type { components, paths } from '../../api/schema.gen.ts'

export type Entry = components['schemas']['Entry']
export type EntryRow = components['schemas']['EntryRow']
export type Edition = components['schemas']['Edition']
export type EditionSummary = components['schemas']['EditionSummary']
export type FieldProblem = components['schemas']['FieldProblem']
export type Body = Record<string, unknown>

export type WrittenKind = Entry['kind']
export type EditionState = Edition['state']
export type Step = Edition['steps'][number]
export type ChangeKind = NonNullable<Edition['changeKind']>
export type EntryFilters = NonNullable<paths['/admin/api/entries']['get']['parameters']['query']>

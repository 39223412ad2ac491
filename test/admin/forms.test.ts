import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { z } from 'zod'
import type { FieldSpec } from '../../admin/features/content/forms/field-spec.ts'
import { blankFields, keyFrom, moved, valueAt, withValueAt } from '../../admin/features/content/forms/form-value.ts'
import { withKeys } from '../../admin/features/content/forms/keys.ts'
import { FORMS } from '../../admin/features/content/forms/kinds.ts'
import {
  addNode,
  flawsOf,
  readTree,
  removeNode,
  renameNode,
  type Tree,
} from '../../admin/features/content/forms/tree.ts'
import { monthsAfter, today } from '../../admin/features/content/forms/vietnam-day.ts'
import { fillBlanks } from '../../server/content/draft-schema.ts'
import { KINDS } from '../../server/content/kinds.ts'
import { WRITTEN_KINDS } from '../../server/publishing/publishing.schemas.ts'
import { pathsOfForm, pathsOfSchema } from './form-paths.ts'

const specsOf = (kind: (typeof WRITTEN_KINDS)[number]) => FORMS[kind].flatMap(({ fields }) => fields)

describe.each(WRITTEN_KINDS)('the form of kind %s', (kind) => {
  test('has one field, and only one, for everything the service keeps, of the same sort and the same choices', () => {
    expect(pathsOfForm(specsOf(kind)).sort()).toEqual(pathsOfSchema(KINDS[kind].written).sort())
  })

  test('begins as the service fills an empty draft, so that opening it changes nothing', () => {
    expect(blankFields(specsOf(kind))).toEqual(fillBlanks(KINDS[kind].written, {}))
  })

  test('has labels that differ within each group, so that no two fields are called the same', () => {
    const twice = groupsOf(specsOf(kind)).flatMap((fields) => {
      const labels = fields.map(({ label }) => label)
      return labels.filter((label, at) => labels.indexOf(label) !== at)
    })
    expect(twice).toEqual([])
  })
})

function groupsOf(fields: FieldSpec[]): FieldSpec[][] {
  const inside = fields.flatMap((spec) => {
    if (spec.type === 'group' || spec.type === 'groups') return groupsOf(spec.fields)
    return spec.type === 'tree' ? [...groupsOf(spec.questions), ...groupsOf(spec.outcomes)] : []
  })
  return [fields, ...inside]
}

describe('a value at a path', () => {
  const procedure = {
    name: 'Chuyển trường',
    cases: [{ documents: [{ name: 'Đơn' }, { name: 'Học bạ' }] }, { documents: [] }],
  }

  test('is changed there alone: what the path does not touch stays the same object, so its fields are not drawn', () => {
    const next = withValueAt(procedure, 'cases.0.documents.1.name', 'Học bạ gốc')
    expect(next).toEqual({
      name: 'Chuyển trường',
      cases: [{ documents: [{ name: 'Đơn' }, { name: 'Học bạ gốc' }] }, { documents: [] }],
    })
    expect(valueAt(next, 'cases.0.documents.0')).toBe(procedure.cases[0]?.documents[0])
    expect(valueAt(next, 'cases.1')).toBe(procedure.cases[1])
    expect(valueAt(procedure, 'cases.0.documents.1.name')).toBe('Học bạ')
  })

  test('is made where nothing stands yet, and found missing without failing', () => {
    expect(withValueAt({ scale: null }, 'scale.min', 0)).toEqual({ scale: { min: 0 } })
    expect(valueAt(procedure, 'cases.7.documents.0.name')).toBeUndefined()
    expect(withValueAt(procedure, '', { name: 'Khác' })).toEqual({ name: 'Khác' })
  })

  test('moves one place and never past an end', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
    expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  })
})

describe('a key made from words', () => {
  test.each([
    ['Học sinh chuyển từ tỉnh khác đến?', 'hoc-sinh-chuyen-tu-tinh-khac-den'],
    ['Đường Điện Biên Phủ', 'duong-dien-bien-phu'],
    ['2026', 'muc-2026'],
    ['???', 'muc'],
  ])('%s → %s', (words, key) => {
    expect(keyFrom(words)).toBe(key)
  })

  test('is always one the service takes, and never one that is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const key = keyFrom(words)
        expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        expect(key).not.toMatch(/^\d+$/)
        expect(keyFrom(words, [key, `${key}-2`])).toBe(`${key}-3`)
      }),
    )
  })

  test('is made for a new question once it has words, and stays when the words change', () => {
    const specs = specsOf('procedure')
    const written = withKeys({ questions: [{ text: 'Học sinh khuyết tật?', help: null, key: '' }] }, specs)
    expect(written.questions).toEqual([{ text: 'Học sinh khuyết tật?', help: null, key: 'hoc-sinh-khuyet-tat' }])
    const changed = withValueAt(written, 'questions.0.text', 'Em là người khuyết tật?')
    expect(withKeys(changed as Record<string, unknown>, specs)).toBe(changed)
  })

  test('differs for two answers of the same words', () => {
    const options = [
      { label: 'Chưa', next: '', key: '' },
      { label: 'Chưa', next: '', key: '' },
    ]
    const body = { start: 'hoi', questions: { hoi: { text: 'Có chưa?', help: null, options } }, outcomes: {} }
    expect(valueAt(withKeys(body, specsOf('situation')), 'questions.hoi.options')).toEqual([
      { label: 'Chưa', next: '', key: 'chua' },
      { label: 'Chưa', next: '', key: 'chua-2' },
    ])
  })
})

describe('the decision tree in the editor', () => {
  const tree: Tree = {
    start: 'cung-tinh',
    questions: {
      'cung-tinh': {
        text: 'Cùng tỉnh?',
        options: [
          { label: 'Cùng', next: 'nop-truong' },
          { label: 'Khác', next: 'cap-hoc' },
        ],
      },
      'cap-hoc': {
        text: 'Cấp nào?',
        options: [
          { label: 'Tiểu học', next: 'nop-truong' },
          { label: 'Trung học', next: 'nop-so' },
        ],
      },
    },
    outcomes: { 'nop-truong': { title: 'Nộp ở trường' }, 'nop-so': { title: 'Nộp ở Sở' } },
  }

  test('renaming a question keeps its place, and everything that led to it still does', () => {
    const renamed = renameNode(tree, 'cap-hoc', 'hoc-cap-nao')
    expect(Object.keys(renamed.questions)).toEqual(['cung-tinh', 'hoc-cap-nao'])
    expect(valueAt(renamed, 'questions.cung-tinh.options.1.next')).toBe('hoc-cap-nao')
    expect(flawsOf(renamed)).toEqual([])
    expect(renameNode(tree, 'cung-tinh', 'bat-dau').start).toBe('bat-dau')
    expect(renameNode(tree, 'nop-truong', 'truong').outcomes).toEqual({
      truong: { title: 'Nộp ở trường' },
      'nop-so': { title: 'Nộp ở Sở' },
    })
  })

  test('a removed outcome leaves answers that say they lead nowhere', () => {
    expect(flawsOf(removeNode(tree, 'nop-so'))).toEqual([{ flaw: 'leads_nowhere', key: 'cap-hoc', option: 1 }])
  })

  test('says what turns in a circle and what nobody comes to', () => {
    const circle = readTree(withValueAt(tree, 'questions.cap-hoc.options.1.next', 'cung-tinh'))
    expect(flawsOf(circle)).toEqual([
      { flaw: 'circle', key: 'cap-hoc', option: 1 },
      { flaw: 'never_reached', part: 'outcomes', key: 'nop-so' },
    ])
    expect(flawsOf({ ...tree, start: '' })).toEqual([{ flaw: 'no_start' }])
  })

  test('a new question is called after its words once they are written, wherever it is already led to', () => {
    const { tree: grown, key } = addNode(tree, 'questions', { text: '', help: null, options: [] })
    const led = withValueAt(grown, 'questions.cap-hoc.options.1.next', key)
    const written = withValueAt(led, `questions.${key}.text`, 'Trường chuyên?')
    const named = withKeys(written as Record<string, unknown>, specsOf('situation'))
    expect(valueAt(named, 'questions.cap-hoc.options.1.next')).toBe('truong-chuyen')
    expect(valueAt(named, 'questions.truong-chuyen.text')).toBe('Trường chuyên?')
  })

  test('the first question added is the one it begins with', () => {
    const empty: Tree = { start: '', questions: {}, outcomes: {} }
    expect(addNode(empty, 'outcomes', {}).tree.start).toBe('')
    expect(addNode(empty, 'questions', {}).tree.start).toBe('cau-hoi')
  })

  const folder = new URL('../../content/situations/', import.meta.url)
  test.each(readdirSync(folder))('finds nothing wrong with %s, as the service does not', (file) => {
    const body: z.infer<typeof KINDS.situation.written> = parse(readFileSync(new URL(file, folder), 'utf8'))
    expect(flawsOf(readTree(body))).toEqual([])
    expect(withKeys(body as Record<string, unknown>, specsOf('situation'))).toEqual(body)
  })

  test('finds the same trees whole as the service does, however the answers are led', () => {
    const names = ['cung-tinh', 'cap-hoc', 'nop-truong', 'nop-so', 'khong-co']
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 4, maxLength: 4 }), (leads) => {
        const led = ['cung-tinh.options.0', 'cung-tinh.options.1', 'cap-hoc.options.0', 'cap-hoc.options.1'].reduce(
          (known, option, at) => readTree(withValueAt(known, `questions.${option}.next`, leads[at])),
          tree,
        )
        expect(flawsOf(led).length === 0).toBe(KINDS.situation.check(led).length === 0)
      }),
    )
  })
})

describe('days', () => {
  test.each([
    ['2026-11-24', 3, '2027-02-24'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-02-28', 12, '2028-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
  ])('%s and %i months is %s', (day, months, later) => {
    expect(monthsAfter(day, months)).toBe(later)
  })

  test('after five in the afternoon in London it is tomorrow in Tây Ninh', () => {
    expect(today(new Date('2026-11-24T17:30:00Z'))).toBe('2026-11-25')
  })
})

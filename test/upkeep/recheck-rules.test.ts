import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { ProcedureFile } from '../../server/procedures/procedures.schemas.ts'
import { compareProcedure, lookedAt, takeOver, withSource } from '../../server/upkeep/recheck.rules.ts'
import { readJson, readSheet } from '../../server/upkeep/recheck-input.rules.ts'
import { readFee, readTime } from '../../server/upkeep/told-times.rules.ts'

const FILE = join(import.meta.dirname, '../../content/procedures/2.002854.yaml')

describe('reading what an export says', () => {
  test.each([
    ['5 ngày làm việc kể từ ngày nhận đủ hồ sơ', 5, 'working_day'],
    ['15 ngày', 15, 'calendar_day'],
    ['2 tháng', 2, 'month'],
    ['Không quy định', null, null],
    ['Trong 5 ngày làm việc', null, null],
  ])('the time "%s"', (text, amount, unit) => expect(readTime(text)).toMatchObject({ text, amount, unit }))

  test.each([
    ['50.000 đồng/hồ sơ', 50_000],
    ['200000 đồng', 200_000],
    ['1.500.000 đ', 1_500_000],
    ['Không thu phí', null],
    ['20 đơn vị', null],
  ])('the fee "%s"', (text, amount) => expect(readFee(text)).toMatchObject({ text, amount }))

  test('what is left empty is not said', () => {
    const [told] = readJson(
      Buffer.from('[{"code":" 2.002854 ","name":"","times":[],"steps":null,"agency":" Sở  GDĐT "}]'),
    )
    expect(told).toEqual({ code: '2.002854', agency: 'Sở GDĐT' })
    expect(
      readSheet([
        ['Mã thủ tục', 'Lệ phí'],
        ['1.000001', null],
        [null, null],
      ]),
    ).toEqual([{ code: '1.000001' }])
  })
})

describe('taking over what an export says', () => {
  const document = (name: string, question: string | null = null) => ({
    name,
    original: 1,
    copy: 0,
    form: null,
    appliesWhen: question === null ? null : { question, answer: 'yes' as const },
    condition: null,
  })
  const basis = [{ number: '15/2026/TT-BGDĐT', title: 'Quy chế' }]
  const some: ProcedureFile = {
    ...ProcedureFile.parse(parse(readFileSync(FILE, 'utf8'))),
    name: 'Chuyển trường',
    plainName: 'Chuyển trường',
    detail: 'full',
    agency: 'Trường',
    field: 'Giáo dục',
    portalUrl: null,
    channels: [],
    cases: [
      { key: 'a', name: 'Cùng tỉnh', documents: [document('Đơn'), document('Học bạ', 'khac-tinh')] },
      { key: 'b', name: 'Khác tỉnh', documents: [document('Đơn'), document('Giấy giới thiệu')] },
    ],
    steps: ['Nộp', 'Nhận'],
    legalBasis: basis,
  }

  test('papers that stay keep who needs them, new ones are asked of everybody, dropped ones are gone', () => {
    const next = takeOver(some, { code: '1.000001', documents: ['Đơn', 'Học bạ', 'Ảnh thẻ'] })
    expect(
      next.cases.map(({ documents }) => documents.map(({ name, appliesWhen }) => [name, appliesWhen?.question])),
    ).toEqual([
      [
        ['Đơn', undefined],
        ['Học bạ', 'khac-tinh'],
        ['Ảnh thẻ', undefined],
      ],
      [['Đơn', undefined]],
    ])
  })

  test('a law keeps its title, and the order papers are listed in is no change', () => {
    const told = { code: '1.000001', legalBasis: [{ number: '15/2026/tt-bgdđt', title: null }] }
    expect(compareProcedure(some, told)).toEqual([])
    expect(
      takeOver(some, { ...told, legalBasis: [...told.legalBasis, { number: '1/2027/QĐ', title: null }] }).legalBasis,
    ).toEqual([...basis, { number: '1/2027/QĐ', title: null }])
    expect(compareProcedure(some, { code: '1.000001', documents: ['Giấy giới thiệu', 'Học bạ', 'Đơn.'] })).toEqual([])
    expect(compareProcedure(some, { code: '1.000001', steps: ['Nhận', 'Nộp'] })).toMatchObject([{ field: 'steps' }])
  })

  test('a procedure of which only the name is known is compared by that alone', () => {
    const listed = { ...some, detail: 'listed' as const, name: 'Thủ tục chuyển trường' }
    const told = { code: '1.000001', name: 'Thủ tục đổi trường', steps: ['Nộp'] }
    expect(compareProcedure(listed, told).map(({ field }) => field)).toEqual(['name'])
    expect(takeOver(listed, told)).toMatchObject({ plainName: 'Đổi trường', steps: some.steps })
  })

  test('the export of last year makes room for that of this year; other sources stay', () => {
    const own = { title: 'Quyết định 12/QĐ-BGDĐT', url: null }
    const first = withSource([own], { name: 'Cổng', exportedOn: '2026-01-02', url: null })
    expect(withSource(first, { name: 'Cổng', exportedOn: '2026-11-20', url: 'https://a.vn' })).toEqual([
      { title: 'Cổng, ngày 20/11/2026', url: 'https://a.vn' },
      own,
    ])
  })

  test.each([
    ['a review day ahead stays', '2026-05-20', '2027-05-20', '2027-05-20'],
    ['one that has come moves by as long as it was given', '2026-05-23', '2026-11-23', '2027-05-26'],
  ])('%s', (_, checkedOn, reviewBy, next) => {
    expect(lookedAt({ checkedOn, reviewBy }, '2026-11-23')).toEqual({ checkedOn: '2026-11-23', reviewBy: next })
  })
})

import { expect, test } from 'vitest'
import {
  addOption,
  changeKind,
  choicesProblem,
  fromChoices,
  markOption,
  moveOption,
  removeOption,
  toChoices,
} from '../../admin/features/quizzes/choices.ts'

const abc = { options: ['Xã', 'Tỉnh', 'Bộ'], key: [1] }

test('the mark of the right answer goes along when options are moved, added and taken out', () => {
  expect(moveOption(abc, 1, -1, 'single')).toEqual({ options: ['Tỉnh', 'Xã', 'Bộ'], key: [0] })
  expect(moveOption(abc, 0, -1, 'single')).toEqual(abc)
  expect(removeOption(abc, 0, 'single')).toEqual({ options: ['Tỉnh', 'Bộ'], key: [0] })
  expect(removeOption(abc, 1, 'single')).toEqual({ options: ['Xã', 'Bộ'], key: [] })
  expect(addOption(abc, 'single')).toEqual({ options: ['Xã', 'Tỉnh', 'Bộ', ''], key: [1] })
})

test('one answer takes the place of another; several stand side by side', () => {
  expect(markOption(abc, 2, 'single').key).toEqual([2])
  expect(markOption(abc, 0, 'multiple').key).toEqual([0, 1])
  expect(markOption(abc, 1, 'multiple').key).toEqual([])
})

test('steps are written in their right order and kept in one that does not tell it', () => {
  const written = { options: ['Nộp', 'Nhận giấy hẹn', 'Trả kết quả'], key: [0, 1, 2] }
  const kept = fromChoices(written, 'ordering')
  expect(kept).toEqual({ options: ['Nhận giấy hẹn', 'Nộp', 'Trả kết quả'], key: [1, 0, 2] })
  expect(toChoices({ kind: 'ordering', ...kept })).toEqual(written)
  const sorted = fromChoices({ options: ['Bước một', 'Bước năm'], key: [0, 1] }, 'ordering')
  expect(sorted).toEqual({ options: ['Bước năm', 'Bước một'], key: [1, 0] })
})

test('a question that becomes one of another kind keeps what still makes sense', () => {
  expect(changeKind(abc, 'true_false')).toEqual({ options: ['Đúng', 'Sai'], key: [1] })
  expect(changeKind({ ...abc, key: [1, 2] }, 'single').key).toEqual([1])
  expect(changeKind(abc, 'ordering').key).toEqual([0, 1, 2])
})

test('what is unwritten or unmarked is told before it is sent', () => {
  expect(choicesProblem({ ...abc, options: ['Xã', ' '] })).toBe('Có phương án chưa viết')
  expect(choicesProblem({ ...abc, key: [] })).toBe('Chưa đánh dấu đáp án')
  expect(choicesProblem(abc)).toBeUndefined()
})

import { expect, test } from 'vitest'
import { listChanges } from '../../admin/features/audit/changes.ts'

test.each([
  [
    'an edition that moves on',
    { edition: 1, state: 'approved' },
    { edition: 1, state: 'scheduled', at: '2026-11-24T01:00:00.000Z' },
    [
      ['Trạng thái', 'Đã duyệt', 'Hẹn giờ công bố'],
      ['Lúc', '—', '24/11/2026 08:00'],
    ],
  ],
  [
    'a saved draft',
    { reviewBy: '2026-12-31', sources: [{ title: 'Nghị quyết 76', url: null }], searchTerms: [] },
    {
      reviewBy: '2027-05-20',
      sources: [{ title: 'Nghị quyết 76', url: 'https://a.vn' }],
      searchTerms: ['hk', 'hộ khẩu'],
    },
    [
      ['Xem lại trước ngày', '31/12/2026', '20/05/2027'],
      ['Nguồn › mục 1 › Địa chỉ', '—', 'https://a.vn'],
      ['Từ tìm kiếm', '—', 'hk, hộ khẩu'],
    ],
  ],
  [
    'somebody’s roles',
    { roles: [{ role: 'editor', unitId: 'so-gddt' }], disabled: false },
    { roles: [{ role: 'publisher', unitId: 'so-gddt' }], disabled: true },
    [
      ['Vai trò › mục 1 › Vai trò', 'Biên tập', 'Đăng nội dung'],
      ['Đã khóa', 'không', 'có'],
    ],
  ],
  [
    'an edition held back',
    { state: 'scheduled' },
    { fields: [{ field: 'reviewBy', problem: 'in_the_past' }] },
    [
      ['Trạng thái', 'Hẹn giờ công bố', '—'],
      ['Mục còn thiếu › mục 1 › Mục', '—', 'Xem lại trước ngày'],
      ['Mục còn thiếu › mục 1 › Lỗi', '—', 'là ngày đã qua'],
    ],
  ],
  [
    'a unit',
    null,
    {
      periods: [{ name: 'Trường A', kind: 'primary', parentId: 'mau-xa-1', validFrom: '2026-07-01', validTo: null }],
      headcounts: [{ audience: 'student', asOf: '2026-09-05', count: 1250 }],
    },
    [
      ['Giai đoạn › mục 1 › Tên', '—', 'Trường A'],
      ['Giai đoạn › mục 1 › Loại', '—', 'Tiểu học'],
      ['Giai đoạn › mục 1 › Trực thuộc', '—', 'mau-xa-1'],
      ['Giai đoạn › mục 1 › Từ ngày', '—', '01/07/2026'],
      ['Số người › mục 1 › Ai', '—', 'Học sinh'],
      ['Số người › mục 1 › Tính từ ngày', '—', '05/09/2026'],
      ['Số người › mục 1 › Số lượng', '—', '1.250'],
    ],
  ],
])('%s is told in words, its days as people write them', (_what, before, after, told) => {
  expect(listChanges(before, after).map(({ name, ...change }) => [name, change.before, change.after])).toEqual(told)
})

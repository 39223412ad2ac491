import { Button } from 'antd'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { wholeList } from '../../ui/whole-list.ts'
import { may, useMe } from '../account/session.ts'
import { SecondFactorFirst } from '../staff/second-factor-first.tsx'
import { CategoryForm } from './category-form.tsx'
import type { Category } from './words.ts'

const PATH = '/admin/api/feedback/categories'

const COLUMNS: Column<Category>[] = [
  { key: 'name', title: 'Lĩnh vực', cell: ({ name }) => name },
  { key: 'limit', title: 'Trả lời trong', width: 170, cell: ({ limitDays }) => `${limitDays} ngày làm việc` },
  { key: 'reopen', title: 'Hỏi lại trong', width: 130, cell: ({ reopenDays }) => `${reopenDays} ngày` },
  { key: 'kept', title: 'Giữ', width: 110, cell: ({ retentionMonths }) => `${retentionMonths} tháng` },
  { key: 'active', title: 'Đang dùng', width: 110, cell: ({ isActive }) => (isActive ? 'Có' : 'Không') },
]

/** What people choose from, and how long the office has. */
export function CategoriesSection() {
  const { data: me } = useMe()
  const [isAdding, setAdding] = useState(false)
  const asked = api.useQuery('get', PATH)
  const mayChange = me !== undefined && may(me, 'feedback.settings')
  return (
    <>
      <p className="note warn">
        Số ngày theo quy định của pháp luật chưa được xác nhận. 15 ngày làm việc là mức đặt tạm, Sở quyết định rồi sửa ở
        đây. Thời hạn mới chỉ áp dụng cho phản ánh gửi từ lúc sửa.
      </p>
      {mayChange && !isAdding && (
        <div>
          <Button type="primary" onClick={() => setAdding(true)}>
            Thêm lĩnh vực
          </Button>
        </div>
      )}
      {isAdding && (
        <section className="card narrow" aria-labelledby="new-category">
          <h2 id="new-category">Thêm lĩnh vực</h2>
          <SecondFactorFirst>
            <CategoryForm onDone={() => setAdding(false)} />
          </SecondFactorFirst>
        </section>
      )}
      <DataTable
        name="Lĩnh vực phản ánh"
        list={wholeList(asked)}
        rowKey={({ id }) => id}
        columns={COLUMNS}
        detail={mayChange ? (category) => <Change category={category} /> : undefined}
        file={{ name: 'linh-vuc-phan-anh', readPage: () => client.GET(PATH) }}
        empty="Chưa có lĩnh vực nào."
      />
    </>
  )
}

function Change({ category }: { category: Category }) {
  return (
    <SecondFactorFirst>
      <CategoryForm key={category.version} category={category} />
    </SecondFactorFirst>
  )
}

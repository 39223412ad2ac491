import { Button } from 'antd'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { wholeList } from '../../ui/whole-list.ts'
import { TemplateForm } from './template-form.tsx'
import { type Template, USE_NAMES } from './words.ts'

const PATH = '/admin/api/feedback/templates'

/** Texts to begin from, each unit its own. */
export function TemplatesSection() {
  const [isAdding, setAdding] = useState(false)
  const templates = api.useQuery('get', PATH)
  const categories = api.useQuery('get', '/admin/api/feedback/categories')
  const items = categories.data?.items ?? []
  const nameOf = (id: string | null) =>
    id === null ? 'mọi lĩnh vực' : (items.find((each) => each.id === id)?.name ?? id)
  const columns: Column<Template>[] = [
    { key: 'title', title: 'Tên mẫu', cell: ({ title }) => title },
    { key: 'use', title: 'Dùng khi', width: 120, cell: ({ use }) => USE_NAMES[use] },
    { key: 'category', title: 'Lĩnh vực', cell: ({ categoryId }) => nameOf(categoryId) },
    { key: 'active', title: 'Đang dùng', width: 110, cell: ({ isActive }) => (isActive ? 'Có' : 'Không') },
  ]
  return (
    <>
      {!isAdding && (
        <div>
          <Button type="primary" onClick={() => setAdding(true)}>
            Thêm mẫu
          </Button>
        </div>
      )}
      {isAdding && (
        <section className="card narrow" aria-labelledby="new-template">
          <h2 id="new-template">Thêm mẫu</h2>
          <TemplateForm categories={items} onDone={() => setAdding(false)} />
        </section>
      )}
      <DataTable
        name="Mẫu trả lời"
        list={wholeList(templates)}
        rowKey={({ id }) => id}
        columns={columns}
        detail={(template) => <TemplateForm key={template.version} template={template} categories={items} />}
        file={{ name: 'mau-tra-loi', readPage: () => client.GET(PATH) }}
        empty="Chưa có mẫu nào. Mẫu giúp trả lời những câu hay gặp nhanh hơn."
      />
    </>
  )
}

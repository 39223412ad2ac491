import { App, Button, Checkbox, Popconfirm } from 'antd'
import { useState } from 'react'
import { api, client } from '../../api/client.ts'
import { readProblem } from '../../api/problem.ts'
import { problemText } from '../../api/problem-text.ts'
import type { components } from '../../api/schema.gen.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useFilters } from '../../ui/use-filters.ts'
import { useUnitName } from '../staff/unit-name.tsx'
import { UnitSelect } from '../units/unit-select.tsx'
import { asList } from './as-list.ts'
import { MembersUpload } from './members-upload.tsx'
import type { TabProps } from './tabs.ts'
import { useRefreshContest } from './use-contest.ts'
import type { Contest } from './words.ts'

type Member = components['schemas']['ContestMemberList']['items'][number]

/** The list of one unit: what is there, and another in its place. */
export function MembersTab({ contest, me }: TabProps) {
  const { filters, setFilter } = useFilters('don-vi')
  const mine = me.permissions.find(({ permission }) => permission === 'contests.members')?.unitIds ?? []
  const own = me.roles.find(({ unitId }) => mine.includes(unitId))?.unitId
  const unitId = filters['don-vi'] ?? own
  const unitName = useUnitName(unitId)
  const mayMark =
    me.permissions.find(({ permission }) => permission === 'contests.manage')?.unitIds.includes(contest.unitId) ?? false
  return (
    <div className="contest-parts">
      <p className="note">
        Mỗi đơn vị tải danh sách người dự thi của mình: mã cán bộ hoặc mã học sinh, họ tên. Tên và mã được niêm lại; chỉ
        người phụ trách đơn vị đọc được, và danh sách bị xóa khi hội thi vào lưu trữ.
      </p>
      {mine.length > 1 && (
        <label className="members-unit" htmlFor="members-unit">
          Đơn vị
          <UnitSelect
            id="members-unit"
            value={unitId}
            chosenName={unitName}
            onChange={(id) => setFilter('don-vi', id)}
          />
        </label>
      )}
      {unitId !== undefined && <List key={unitId} contest={contest} unitId={unitId} mayMark={mayMark} />}
    </div>
  )
}

function List({ contest, unitId, mayMark }: { contest: Contest; unitId: string; mayMark: boolean }) {
  const { message } = App.useApp()
  const refresh = useRefreshContest()
  const params = { path: { id: contest.id, unitId } }
  const list = api.useQuery('get', '/admin/api/contests/{id}/units/{unitId}/members', { params })
  const [problem, setProblem] = useState<unknown>()
  const isOpen = contest.state === 'scheduled' || contest.state === 'open'

  async function run(work: Promise<{ error?: unknown }>, done: string) {
    setProblem(undefined)
    const { error } = await work
    if (error) return setProblem(error)
    await refresh()
    message.success(done)
  }
  const mark = (memberId: string, isOrganiser: boolean) =>
    run(
      client.PUT('/admin/api/contests/{id}/members/{memberId}/organiser', {
        params: { path: { id: contest.id, memberId } },
        body: { isOrganiser },
      }),
      isOrganiser ? 'Đã ghi là ban tổ chức.' : 'Đã bỏ khỏi ban tổ chức.',
    )
  const drop = () =>
    run(client.DELETE('/admin/api/contests/{id}/units/{unitId}/members', { params }), 'Đã xóa danh sách.')
  return (
    <>
      {isOpen && <MembersUpload contest={contest} unitId={unitId} />}
      {problem !== undefined && (
        <p className="note bad" role="alert">
          {problemText(readProblem(problem))}
        </p>
      )}
      <DataTable
        name="Danh sách dự thi"
        list={asList(list)}
        rowKey={({ id }) => id}
        columns={columnsOf(contest, mayMark && isOpen, mark)}
        file={{
          name: 'danh-sach-du-thi',
          readPage: () => client.GET('/admin/api/contests/{id}/units/{unitId}/members', { params }),
        }}
        filters={
          isOpen &&
          (list.data?.items.length ?? 0) > 0 && (
            <Popconfirm
              title="Xóa cả danh sách của đơn vị?"
              description="Bài đã làm vẫn còn."
              okText="Xóa"
              cancelText="Không"
              onConfirm={drop}
            >
              <Button danger>Xóa danh sách</Button>
            </Popconfirm>
          )
        }
        empty="Đơn vị chưa có danh sách."
      />
    </>
  )
}

function columnsOf(
  contest: Contest,
  mayMark: boolean,
  mark: (id: string, isOrganiser: boolean) => unknown,
): Column<Member>[] {
  const blockName = ({ blockId }: Member) => contest.settings.blocks.find(({ id }) => id === blockId)?.name ?? ''
  return [
    { key: 'name', title: 'Họ và tên', cell: ({ name }) => name },
    { key: 'code', title: 'Mã', cell: ({ code }) => code },
    { key: 'block', title: 'Bảng', cell: blockName },
    {
      key: 'organiser',
      title: 'Ban tổ chức, không xếp hạng',
      cell: ({ id, name, isOrganiser }) => (
        <Checkbox
          className="pick"
          checked={isOrganiser}
          disabled={!mayMark}
          aria-label={`${name} thuộc ban tổ chức`}
          onChange={({ target }) => void mark(id, target.checked)}
        />
      ),
      text: ({ isOrganiser }) => (isOrganiser ? 'x' : ''),
    },
  ]
}

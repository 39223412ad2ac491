import { Button, Checkbox, Table } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { type Cell, ExportButton, type ReadPage } from './export-button.tsx'
import { Empty, Failed, Waiting } from './states.tsx'
import { DESK } from './theme.ts'
import { useMedia } from './use-media.ts'

export type Column<Row> = {
  key: string
  title: string
  width?: number | string
  align?: 'right'
} & (
  | { cell: (row: Row) => Cell; text?: undefined }
  /** `text` is what stands in the exported file, where the cell is more than its words. */
  | { cell: (row: Row) => ReactNode; text: (row: Row) => Cell }
)

/** What `api.useInfiniteQuery(…, BY_CURSOR)` gives. */
export type CursorList<Row> = {
  data: { pages: { items: Row[] }[] } | undefined
  error: unknown
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

export type Picking<Row> = { picked: Row[]; onPick: (rows: Row[]) => void; label: (row: Row) => string }

type Props<Row> = {
  /** What the table holds, for those who hear it. */
  name: string
  list: CursorList<Row>
  rowKey: (row: Row) => string
  /** The first column names the row. */
  columns: Column<Row>[]
  /** Where a row leads; its first column becomes the link. */
  linkTo?: (row: Row) => string
  /** What unfolds below a row. */
  detail?: (row: Row) => ReactNode
  /** Rows can be picked, to do the same with all of them. */
  picking?: Picking<Row>
  /** Search box, selects and switches, above the table. */
  filters?: ReactNode
  /** The whole list as a file: how to read on, or where the service has it ready. */
  file: { name: string; readPage: ReadPage<Row> } | { href: string }
  empty: ReactNode
}

/** A list by cursor: a table on a desk, cards on a phone, each row within reach of the keyboard. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { list, filters } = props
  return (
    <section className="data-table" aria-label={props.name}>
      <div className="table-tools">
        <div className="filters">{filters}</div>
        {isFilled(list) && <Export {...props} />}
      </div>
      <Rows {...props} />
      {list.data && list.error ? <Failed problem={list.error} onRetry={list.fetchNextPage} isLoad /> : null}
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          Xem thêm
        </Button>
      )}
    </section>
  )
}

function isFilled({ data }: CursorList<unknown>) {
  return data?.pages.some(({ items }) => items.length > 0) ?? false
}

function Export<Row extends object>({ name, columns, file }: Props<Row>) {
  if ('href' in file)
    return (
      <Button href={file.href} download>
        Xuất bảng
      </Button>
    )
  const cells = columns.map(({ title, cell, text }) => ({ title, text: text ?? cell }))
  return <ExportButton name={name} fileName={file.name} columns={cells} readPage={file.readPage} />
}

function Rows<Row extends object>(props: Props<Row>) {
  const { list, empty } = props
  const isDesk = useMedia(DESK)
  if (!list.data) return list.error ? <Failed problem={list.error} onRetry={list.refetch} isLoad /> : <Waiting />
  const rows = list.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0) return <Empty>{empty}</Empty>
  return isDesk ? <DeskTable {...props} rows={rows} /> : <Cards {...props} rows={rows} />
}

function DeskTable<Row extends object>({
  rows,
  columns,
  rowKey,
  linkTo,
  detail,
  picking,
}: Props<Row> & { rows: Row[] }) {
  const navigate = useNavigate()
  const [unfolded, setUnfolded] = useState<readonly React.Key[]>([])

  function toggle(key: string) {
    setUnfolded((before) => (before.includes(key) ? before.filter((each) => each !== key) : [...before, key]))
  }
  function onRowKey(event: KeyboardEvent, row: Row) {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return
    event.preventDefault()
    if (linkTo) navigate(linkTo(row))
    else if (detail) toggle(rowKey(row))
  }
  return (
    <Table<Row>
      size="small"
      dataSource={rows}
      rowKey={rowKey}
      pagination={false}
      columns={columns.map(({ key, title, cell, width, align }, at) => ({
        key,
        title,
        width,
        align,
        render: (_: unknown, row: Row) =>
          at === 0 && linkTo ? (
            <Link to={linkTo(row)} data-open="">
              {cell(row)}
            </Link>
          ) : (
            cell(row)
          ),
      }))}
      onRow={(row) => {
        const attributes = { 'data-row': '', tabIndex: -1 }
        return { ...attributes, onKeyDown: (event) => onRowKey(event, row) }
      }}
      rowSelection={
        picking && {
          selectedRowKeys: picking.picked.map(rowKey),
          onChange: (_, picked) => picking.onPick(picked),
          getCheckboxProps: (row) => ({ 'aria-label': picking.label(row) }),
          getTitleCheckboxProps: () => ({ 'aria-label': 'Chọn mọi dòng đang hiện' }),
        }
      }
      expandable={
        detail && {
          columnTitle: <span className="only-heard">Chi tiết</span>,
          expandedRowRender: detail,
          expandedRowKeys: unfolded,
          onExpandedRowsChange: setUnfolded,
        }
      }
    />
  )
}

function Cards<Row extends object>({ rows, columns, rowKey, linkTo, detail, picking }: Props<Row> & { rows: Row[] }) {
  const [first, ...rest] = columns
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={rowKey(row)} className="card" data-row="" tabIndex={-1}>
          <div className="card-title">
            {picking && <Pick row={row} rowKey={rowKey} picking={picking} />}
            {linkTo ? (
              <Link to={linkTo(row)} data-open="">
                {first?.cell(row)}
              </Link>
            ) : (
              first?.cell(row)
            )}
          </div>
          <dl className="pairs">
            {rest
              .map(({ key, title, cell }) => ({ key, title, content: cell(row) }))
              .filter(({ content }) => content !== '' && content !== null)
              .map(({ key, title, content }) => (
                <div key={key}>
                  <dt>{title}</dt>
                  <dd>{content}</dd>
                </div>
              ))}
          </dl>
          {detail && (
            <details>
              <summary data-open="">Chi tiết</summary>
              {detail(row)}
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

function Pick<Row>({ row, rowKey, picking }: { row: Row; rowKey: (row: Row) => string; picking: Picking<Row> }) {
  const { picked, onPick, label } = picking
  const others = picked.filter((each) => rowKey(each) !== rowKey(row))
  return (
    <Checkbox
      className="pick"
      aria-label={label(row)}
      checked={others.length < picked.length}
      onChange={({ target }) => onPick(target.checked ? [...others, row] : others)}
    />
  )
}

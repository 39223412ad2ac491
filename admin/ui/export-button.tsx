import { App, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { client } from '../api/client.ts'
import { readProblem } from '../api/problem.ts'
import { problemText } from '../api/problem-text.ts'
import { saveFile } from './save-file.ts'

/** What the service puts in one spreadsheet. */
const MOST_ROWS = 20_000

export type Cell = string | number | null
type Page<Row> = { items: Row[]; nextCursor?: string | null }
type Answer<Row> = { data?: Page<Row>; error?: unknown }

/** A whole list, page by page, with the filters of the screen. */
export type ReadPage<Row> = (cursor: string | undefined) => Promise<Answer<Row>>

type Props<Row> = {
  name: string
  fileName: string
  columns: { title: string; text: (row: Row) => Cell }[]
  readPage: ReadPage<Row>
}

/** The whole list as a spreadsheet, not only what is on the screen; it says how far it is, and can be stopped or left. */
export function ExportButton<Row>({ name, fileName, columns, readPage }: Props<Row>) {
  const { message } = App.useApp()
  const [read, setRead] = useState<number>()
  const stopping = useRef<AbortController>(undefined)
  useEffect(() => () => stopping.current?.abort(), [])

  async function run() {
    const stopper = new AbortController()
    const { signal } = stopper
    stopping.current = stopper
    setRead(0)
    try {
      const rows = await readAll(readPage, setRead, signal)
      if (signal.aborted) return
      const { data, error } = await client.POST('/admin/api/exports', {
        body: {
          name,
          fileName,
          columns: columns.map(({ title }) => title),
          rows: rows.map((row) => columns.map(({ text }) => text(row))),
        },
        parseAs: 'blob',
        signal,
      })
      if (error) throw error
      if (data instanceof Blob) saveFile(data, `${fileName}.xlsx`)
      if (rows.length === MOST_ROWS)
        message.warning('Tệp chỉ có 20.000 dòng đầu. Anh/chị lọc bớt rồi xuất phần còn lại.')
    } catch (problem) {
      if (!signal.aborted) message.error(problemText(readProblem(problem)))
    } finally {
      if (!signal.aborted) setRead(undefined)
    }
  }
  function stop() {
    stopping.current?.abort()
    setRead(undefined)
  }
  if (read === undefined) return <Button onClick={() => void run()}>Xuất bảng</Button>
  return (
    <Button onClick={stop}>
      <span role="status">Đang đọc {read} dòng.</span> Dừng
    </Button>
  )
}

async function readAll<Row>(readPage: ReadPage<Row>, tell: (read: number) => void, signal: AbortSignal) {
  const rows: Row[] = []
  for (let cursor: string | undefined; !signal.aborted && rows.length < MOST_ROWS; ) {
    const { data, error } = await readPage(cursor)
    if (data === undefined) throw error
    rows.push(...data.items)
    if (!signal.aborted) tell(rows.length)
    if (!data.nextCursor) break
    cursor = data.nextCursor
  }
  return rows.slice(0, MOST_ROWS)
}

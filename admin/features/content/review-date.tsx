import { Tag } from 'antd'

const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' })

/** The day by which somebody looks again, and that it has passed. */
export function ReviewDate({ day }: { day: string | null }) {
  if (day === null) return 'chưa có'
  const [year, month, date] = day.split('-')
  return (
    <>
      {`${date}/${month}/${year}`} {day <= DAY.format(new Date()) && <Tag color="warning">quá hạn</Tag>}
    </>
  )
}

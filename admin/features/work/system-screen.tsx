import { Tag } from 'antd'
import { api } from '../../api/client.ts'
import { formatMoment } from '../../ui/dates.ts'
import { ScreenFrame } from '../../ui/screen-frame.tsx'
import { Ready } from '../../ui/states.tsx'

const JOBS: Record<string, string> = {
  'publishing.publish-due': 'Công bố bản hẹn giờ',
  'reading.keep-reads': 'Ghi số lượt đọc',
  'search.keep-misses': 'Ghi câu hỏi chưa có trả lời',
  'staff.forget': 'Dọn phiên đăng nhập đã hết hạn',
  backup: 'Sao lưu',
  'upkeep.check-links': 'Kiểm tra liên kết',
  'chat.send': 'Gửi tin trò chuyện',
  'chat.keep-grant': 'Gia hạn quyền Zalo OA',
  'chat.forget-said': 'Dọn nội dung tin đã gửi',
  'upkeep.remind': 'Nhắc rà soát',
  'feedback.escalate': 'Nhắc phản ánh sắp đến hạn, quá hạn',
}

/** What happens by the clock, when it happened last, and whether it went well. */
export default function SystemScreen() {
  const jobs = api.useQuery('get', '/admin/api/jobs', {}, { refetchInterval: 30_000 })
  return (
    <ScreenFrame title="Hệ thống" intro="Việc máy chủ tự làm theo giờ. Lần chạy tính từ khi máy chủ khởi động.">
      <Ready asked={jobs}>
        {({ items }) => (
          <ul className="cards">
            {items.map(({ name, isRunning, lastRun, nextAt }) => (
              <li key={name} className="card" data-row="" tabIndex={-1}>
                <div className="card-title">{JOBS[name] ?? name}</div>
                <dl className="pairs">
                  <div>
                    <dt>Lần gần nhất</dt>
                    <dd>
                      {lastRun === null ? 'chưa chạy' : formatMoment(lastRun.finishedAt)}{' '}
                      {isRunning && <Tag color="processing">đang chạy</Tag>}
                      {lastRun &&
                        (lastRun.problem === null ? <Tag color="success">tốt</Tag> : <Tag color="error">lỗi</Tag>)}
                    </dd>
                  </div>
                  <div>
                    <dt>Lần tới</dt>
                    <dd>{nextAt === null ? 'không hẹn' : formatMoment(nextAt)}</dd>
                  </div>
                </dl>
              </li>
            ))}
          </ul>
        )}
      </Ready>
    </ScreenFrame>
  )
}

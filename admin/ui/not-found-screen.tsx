import { Link } from 'react-router-dom'
import { ScreenFrame } from './screen-frame.tsx'
import { Empty } from './states.tsx'

export function NotFoundScreen() {
  return (
    <ScreenFrame title="Không có trang này">
      <Empty>
        Địa chỉ này không có màn hình nào. <Link to="/">Về trang đầu</Link>
      </Empty>
    </ScreenFrame>
  )
}

import { Link } from 'react-router-dom'
import { Screen } from '../../ui/screen.tsx'

export default function NotFoundScreen() {
  return (
    <Screen title="Không tìm thấy trang">
      <div className="stack">
        <p>Địa chỉ này không có trang nào. Có thể đường dẫn đã cũ hoặc gõ nhầm.</p>
        <div className="buttons">
          <Link className="button main" to="/tim">
            Tìm nội dung
          </Link>
          <Link className="button" to="/">
            Về Trang chủ
          </Link>
        </div>
      </div>
    </Screen>
  )
}

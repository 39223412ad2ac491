import '../../ui/rich-text.css'
import { Screen } from '../../ui/screen.tsx'

/** True to what the app does today; a change in what is kept changes this page first. */
export default function PolicyScreen() {
  return (
    <Screen title="Chính sách quyền riêng tư" below="Ứng dụng Hành chính giáo dục Tây Ninh">
      <div className="rich">
        <p>Trang này nói ứng dụng Hành chính giáo dục Tây Ninh giữ gì và không giữ gì về bạn.</p>
        <h2>Không cần đăng nhập</h2>
        <p>Bạn đọc và tra cứu mà không cần tài khoản. Ứng dụng không xin tên, số điện thoại, vị trí hay ảnh của bạn.</p>
        <h2>Giữ trên máy của bạn</h2>
        <ul className="bullets">
          <li>Giấy tờ bạn đã đánh dấu và câu trả lời trong “Tình huống của bạn”.</li>
          <li>Thủ tục và mã hồ sơ bạn đã lưu.</li>
          <li>Cỡ chữ, độ tương phản và nền bạn chọn.</li>
          <li>Bản sao nội dung để đọc khi không có mạng.</li>
        </ul>
        <p>Những thứ này không gửi đi đâu. Bạn xoá bằng cách xoá dữ liệu ứng dụng hoặc trình duyệt.</p>
        <h2>Máy chủ ghi nhận</h2>
        <ul className="bullets">
          <li>Mỗi lượt truy cập: loại trang, thời gian xử lý và kết quả. Không ghi bạn là ai, không ghi câu bạn gõ.</li>
          <li>Câu tìm kiếm không có kết quả: chỉ đếm, sau khi che số dài và địa chỉ thư.</li>
          <li>
            Mỗi trang được mở bao nhiêu lần trong ngày và từ mã QR của đơn vị nào. Không ghi ai mở. Để không đếm trùng,
            máy chủ nhớ tạm dấu vết đã mã hoá của địa chỉ mạng nhiều nhất một ngày, không lưu lại. Trình duyệt đặt
            “Không theo dõi” thì không được đếm.
          </li>
          <li>
            Góp ý “Trang này có hữu ích không?”: câu trả lời, điều bạn viết và trang được góp ý. Tên, số dài, địa chỉ
            thư và liên kết mạng xã hội nhận ra được đều bị che trước khi lưu. Cán bộ phụ trách trang đọc góp ý này.
          </li>
        </ul>
        <p>Ứng dụng không dùng cookie, không quảng cáo, không chia sẻ dữ liệu cho bên thứ ba.</p>
        <h2>Quyền của bạn</h2>
        <p>
          Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 cho bạn quyền biết, xem, sửa, xoá dữ liệu và rút lại sự đồng ý. Vì
          ứng dụng không ghi bạn là ai trên máy chủ, bạn chỉ cần xoá dữ liệu trên máy mình. Góp ý đã gửi không gắn với
          ai nên không tìm lại theo người gửi được.
        </p>
        <h2>Chủ quản và liên hệ</h2>
        <p>
          Văn phòng Sở Giáo dục và Đào tạo Tây Ninh. Số điện thoại và địa chỉ liên hệ: chưa có thông tin được kiểm
          chứng.
        </p>
        <p className="caption">Cập nhật ngày 24/11/2026.</p>
      </div>
    </Screen>
  )
}

import { Form, InputNumber, Select } from 'antd'
import { COUNTING_NAMES, optionsOf, PREDICTION_NAMES, TIE_BREAK_NAMES } from './words.ts'

const AFTER_SUBMITTING = { nothing: 'Chưa báo gì', score: 'Báo điểm' }
const AFTER_CLOSING = { score: 'Báo điểm', answers: 'Báo điểm và đáp án từng câu' }
const NAMES = { masked: 'Chữ cái đầu và đơn vị', whole: 'Cả tên, với người lớn đã đồng ý' }

function Count({ name, label, ...range }: { name: string | string[]; label: string; min: number; max: number }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: 'Chưa điền' }]}>
      <InputNumber precision={0} {...range} />
    </Form.Item>
  )
}

/** Everything else in which rules of contests differ. */
export function RulesPart() {
  return (
    <>
      <div className="builder-row">
        <Count name="minutes" label="Số phút làm bài" min={1} max={180} />
        <Count name="graceSeconds" label="Giây chờ mạng sau giờ hết" min={0} max={60} />
        <Count name="attemptsPerRound" label="Số lượt mỗi vòng" min={1} max={10} />
        <Form.Item name="counts" label="Tính lượt nào">
          <Select options={optionsOf(COUNTING_NAMES)} />
        </Form.Item>
      </div>
      <div className="builder-row">
        <Form.Item name="prediction" label="Câu dự đoán" extra="Không tính điểm, chỉ để xếp khi bằng điểm.">
          <Select options={optionsOf(PREDICTION_NAMES)} />
        </Form.Item>
        <Form.Item name="tieBreaks" label="Bằng điểm thì xét lần lượt" extra="Theo thứ tự anh/chị chọn.">
          <Select mode="multiple" maxCount={4} options={optionsOf(TIE_BREAK_NAMES)} placeholder="đồng hạng" />
        </Form.Item>
      </div>
      <div className="builder-row">
        <Form.Item name={['tells', 'afterSubmitting']} label="Nộp xong, người thi thấy">
          <Select options={optionsOf(AFTER_SUBMITTING)} />
        </Form.Item>
        <Form.Item name={['tells', 'afterClosing']} label="Có kết quả, người thi thấy">
          <Select options={optionsOf(AFTER_CLOSING)} />
        </Form.Item>
      </div>
      <div className="builder-row">
        <Count name={['units', 'minSize']} label="Đơn vị từ bao nhiêu người mới xếp hạng" min={0} max={10_000} />
        <Count name={['units', 'minParticipation']} label="Tham gia từ bao nhiêu % mới xếp hạng" min={0} max={100} />
      </div>
      <div className="builder-row">
        <Count name="complaintDays" label="Số ngày nhận khiếu nại" min={0} max={30} />
        <Form.Item name="names" label="Tên trên bảng xếp hạng">
          <Select options={optionsOf(NAMES)} />
        </Form.Item>
      </div>
    </>
  )
}

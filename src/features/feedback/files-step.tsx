import { FilePicker } from './file-picker.tsx'
import type { StepProps } from './form-screen.tsx'

export function FilesStep({ draft, change }: StepProps) {
  return (
    <>
      <FilePicker files={draft.files} onChange={(files) => change({ files })} />
      <p className="caption">
        Chữ bạn viết luôn được giữ. Ảnh chưa tải lên xong thì phải chọn lại nếu bạn đóng ứng dụng hoặc mất mạng.
      </p>
    </>
  )
}

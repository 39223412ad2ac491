import { useCallback, useId, useRef } from 'react'
import type { AttachedFile } from './draft.ts'
import { FILE_TYPES, MOST_FILES, useUploads } from './upload.ts'

type Props = { files: AttachedFile[]; onChange: (files: AttachedFile[]) => void }

/** Photos and PDFs, sent as they are chosen, so that sending the report itself is quick. */
export function FilePicker({ files, onChange }: Props) {
  const field = useId()
  const latest = useRef(files)
  latest.current = files
  const keep = useCallback(
    (file: AttachedFile) => {
      latest.current = [...latest.current, file]
      onChange(latest.current)
    },
    [onChange],
  )
  const uploads = useUploads(keep)
  const room = MOST_FILES - files.length - uploads.waiting.length
  return (
    <div className="stack">
      {room > 0 && (
        <>
          <p className="caption" id={`${field}-help`}>
            Nhiều nhất {MOST_FILES} tệp, ảnh hoặc PDF, không bắt buộc. Nơi chụp ghi trong ảnh sẽ được xoá. Đừng chụp rõ
            mặt trẻ em nếu không cần.
          </p>
          <label className="button file-button">
            <input
              type="file"
              multiple
              accept={FILE_TYPES.join(',')}
              aria-describedby={`${field}-help`}
              onChange={(event) => {
                void uploads.add([...(event.target.files ?? [])].slice(0, room))
                event.target.value = ''
              }}
            />
            Chọn ảnh hoặc tệp PDF
          </label>
        </>
      )}
      {files.length + uploads.waiting.length > 0 && (
        <ul className="files" aria-label="Tệp kèm theo">
          {files.map((file) => (
            <li key={file.id}>
              <span>
                {file.name}
                <br />
                <span className="tag good">Đã tải lên</span>
              </span>
              <button
                type="button"
                className="button"
                onClick={() => {
                  onChange(files.filter((each) => each.id !== file.id))
                  uploads.takeBack(file)
                }}
                aria-label={`Bỏ ${file.name}`}
              >
                Bỏ
              </button>
            </li>
          ))}
          {uploads.waiting.map((each) => (
            <li key={each.key}>
              <span role="status">
                {each.file.name}
                <br />
                {each.problem === null ? 'Đang tải lên…' : <span className="field-error">{each.problem}</span>}
              </span>
              {each.problem !== null && (
                <>
                  <button type="button" className="button" onClick={() => void uploads.again(each)}>
                    Tải lại
                  </button>
                  <button type="button" className="button" onClick={() => uploads.drop(each)}>
                    Bỏ
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

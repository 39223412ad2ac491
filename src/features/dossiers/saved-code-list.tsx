import { useState } from 'react'
import { formatDate } from '../../ui/dates.ts'
import { Icon } from '../../ui/icon.tsx'
import { useStored } from '../../ui/stored.ts'
import { usePlatform } from '../../zalo/platform.ts'
import { CODES_KEY, NO_CODES } from './saved-codes.ts'
import './dossiers.css'

/** Codes a person keeps at hand; they never leave the device. */
export function SavedCodeList() {
  const { copyText } = usePlatform()
  const [saved, setSaved] = useStored(CODES_KEY, NO_CODES)
  const [copied, setCopied] = useState<string>()
  if (saved.length === 0) return null
  return (
    <>
      <h3>Mã đã lưu</h3>
      <ul className="saved-codes">
        {saved.map(({ code, savedOn }) => (
          <li key={code}>
            <p>
              <strong>{code}</strong>
              <br />
              <span className="caption">Lưu ngày {formatDate(savedOn)}</span>
            </p>
            <button
              type="button"
              className="button"
              aria-label={`Chép mã ${code}`}
              onClick={() => void copyText(code).then((done) => setCopied(done ? code : undefined))}
            >
              <Icon name="copy" size={20} />
              {copied === code ? 'Đã chép' : 'Chép'}
            </button>
            <button
              type="button"
              className="button"
              aria-label={`Xoá mã ${code}`}
              onClick={() => setSaved(saved.filter((each) => each.code !== code))}
            >
              <Icon name="close" size={20} />
              Xoá
            </button>
          </li>
        ))}
      </ul>
      <p className="only-heard" role="status">
        {copied && 'Đã chép mã hồ sơ'}
      </p>
    </>
  )
}

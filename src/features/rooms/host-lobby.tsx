import { usePlatform } from '../../zalo/platform.ts'
import { QrCode } from './qr-code.tsx'
import type { Host } from './use-host.ts'
import type { SeenRoom } from './use-room.ts'

export function HostLobby({ seen: { room }, host }: { seen: SeenRoom; host: Host }) {
  const { apiBase, basename, kind } = usePlatform()
  const address = `${kind === 'zalo' ? apiBase : location.origin + basename}/vao-lop/${room.pin}`
  return (
    <>
      <div className="lobby">
        <div className="card stack">
          <p>Mở {address.replace(/^https?:\/\//, '').replace(/\/\d+$/, '')} rồi gõ mã:</p>
          <p className="pin">
            {room.pin.slice(0, 3)} {room.pin.slice(3)}
          </p>
        </div>
        <QrCode text={address} label={`Mã QR vào phòng ${room.pin}`} />
      </div>
      <section className="stack" aria-labelledby="da-vao">
        <h2 id="da-vao">
          <span role="status">
            {room.players.length === 0 ? 'Chưa có ai vào' : `${room.players.length} bạn đã vào`}
          </span>
        </h2>
        <ul className="nicknames">
          {room.players.map(({ nickname }) => (
            <li key={nickname}>
              {nickname}
              <button type="button" aria-label={`Mời ${nickname} ra khỏi phòng`} onClick={() => host.remove(nickname)}>
                ✕
              </button>
            </li>
          ))}
        </ul>
      </section>
      <div className="buttons">
        <button
          type="button"
          className="button main"
          disabled={host.isSending || room.players.length === 0}
          onClick={host.advance}
        >
          Bắt đầu, {room.of} câu
        </button>
      </div>
    </>
  )
}

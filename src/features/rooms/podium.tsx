import type { Room } from './use-room.ts'

const FIRST_RANKS = 3

export function Podium({ players }: { players: Room['players'] }) {
  const first = players.filter(({ rank }) => rank <= FIRST_RANKS)
  const others = players.filter(({ rank }) => rank > FIRST_RANKS)
  return (
    <section className="stack" aria-labelledby="xep-hang">
      <h2 id="xep-hang">Xếp hạng</h2>
      <ol className="podium">
        {first.map(({ nickname, points, rank }) => (
          <li key={nickname} className={`rank-${rank}`}>
            <strong>Hạng {rank}</strong>
            <span>{nickname}</span>
            <span className="caption">{points} điểm</span>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <ol className="others">
          {others.map(({ nickname, points, rank }) => (
            <li key={nickname}>
              {rank}. {nickname} · {points} điểm
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

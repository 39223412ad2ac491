import { groupDays, type Hours } from './words.ts'

export function HoursTable({ name, hours }: { name: string; hours: Hours }) {
  return (
    <table className="hours-table" aria-label={name}>
      <thead className="only-heard">
        <tr>
          <th scope="col">Ngày</th>
          <th scope="col">Giờ làm việc</th>
        </tr>
      </thead>
      <tbody>
        {groupDays(hours).map(({ days, openings }) => (
          <tr key={days}>
            <th scope="row">{days}</th>
            <td>{openings}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

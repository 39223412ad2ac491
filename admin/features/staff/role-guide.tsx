import { roleText } from '../account/role-text.ts'
import { NEEDS_SECOND_FACTOR, PERMISSION_WORDS, ROLE_PERMISSIONS, ROLES } from './roles.ts'
import './staff.css'

/** Folded away until somebody wonders which role to give. */
export function RoleGuide() {
  return (
    <details className="role-guide">
      <summary>Vai trò làm được gì</summary>
      <div className="card">
        <p className="caption">
          Mỗi vai trò có hiệu lực trong đơn vị được giao và mọi đơn vị trực thuộc. Một người có thể giữ nhiều vai trò.
          Việc có dấu * chỉ làm được khi đã bật xác thực hai bước.
        </p>
        <table className="role-table">
          <thead>
            <tr>
              <th scope="col">Vai trò</th>
              <th scope="col">Làm được</th>
            </tr>
          </thead>
          <tbody>
            {ROLES.map((role) => (
              <tr key={role}>
                <th scope="row">{roleText(role)}</th>
                <td>
                  <ul>
                    {ROLE_PERMISSIONS[role].map((permission) => (
                      <li key={permission}>
                        {PERMISSION_WORDS[permission]}
                        {NEEDS_SECOND_FACTOR.includes(permission) && '\u00a0*'}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

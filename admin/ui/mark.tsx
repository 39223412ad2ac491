/** The service's name as the staff see it. */
export function Mark() {
  return (
    <>
      <svg className="seal" viewBox="0 0 64 64" width="32" height="32" aria-hidden="true">
        <rect width="64" height="64" rx="14" fill="var(--brand)" />
        <path d="M18 14h20l10 10v26H18z" fill="var(--sheet)" />
        <path
          d="m24 37 6 6 11-12"
          fill="none"
          stroke="var(--good)"
          strokeWidth="4"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span>
        Hành chính giáo dục <small>Trang cán bộ</small>
      </span>
    </>
  )
}

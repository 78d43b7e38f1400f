/** The mark: three footholds up to a light. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M5 25.500h8v-6.500h6.500v-6.500H27" fill="none" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round" strokeLinejoin="round" />
      <circle className="mark__light" cx="23" cy="6.5" r="2.7" />
    </svg>
  )
}

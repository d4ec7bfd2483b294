/** Frontage's mark: a front with three doors. */
export const Mark = () => (
  <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true" fill="none">
    <rect x="2" y="3" width="20" height="18" rx="4" fill="var(--accent)" />
    <path
      d="M6 21v-7a1.5 1.5 0 0 1 3 0v7M10.5 21V10a1.5 1.5 0 0 1 3 0v11M15 21v-7a1.5 1.5 0 0 1 3 0v7"
      stroke="var(--on-accent)"
      strokeWidth="1.6"
    />
  </svg>
)

/** The mark of the product: a start, a decision, an end. */
export function Brand({ size = 44 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 44 44" aria-hidden="true" focusable="false">
      <path d="M8 36 36 8" fill="none" stroke="#fff" strokeWidth="3" />
      <circle cx="8" cy="36" r="5.5" fill="#fff" />
      <path
        d="m22 12.5 9.5 9.5-9.5 9.5-9.5-9.5z"
        fill="#fff"
        stroke="var(--iter-primary)"
        strokeWidth="2"
        strokeLinejoin="round"
      />
      <circle cx="36" cy="8" r="5" fill="var(--iter-primary)" stroke="#fff" strokeWidth="3.5" />
    </svg>
  );
}

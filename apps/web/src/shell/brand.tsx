/** The mark of the product: a way with its stations. */
export function Brand({ size = 40 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path
        d="M8 31V19a7 7 0 0 1 7-7h4a6 6 0 0 1 6 6v5a6 6 0 0 0 6 6"
        fill="none"
        stroke="#fff"
        strokeWidth="3.2"
        strokeLinecap="round"
      />
      <circle cx="8" cy="32" r="5" fill="#fff" />
      <path d="m19 5.5 6.5 6.5-6.5 6.5-6.5-6.5z" fill="#fff" />
      <circle cx="32" cy="29" r="4.4" fill="var(--iter-primary)" stroke="#fff" strokeWidth="3.2" />
    </svg>
  );
}

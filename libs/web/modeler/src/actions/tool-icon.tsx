const PATHS = {
  undo: 'M8 5 3 10l5 5M3 10h10a6 6 0 0 1 0 12h-3',
  redo: 'm16 5 5 5-5 5M21 10H11a6 6 0 0 0 0 12h3',
  grid: 'M4 4h16v16H4zM4 12h16M12 4v16',
  map: 'M3 5h18v14H3zM12 11h6v5h-6z',
  keyboard: 'M2 6h20v12H2zM6 10h1M10 10h1M14 10h1M18 10h1M7 14h10',
} as const;

export type ToolIconName = keyof typeof PATHS;

/** Drawings that the kit's icons lack; an ornament, the control has the words. */
export function ToolIcon({ name }: { name: ToolIconName }) {
  return (
    <svg className="iter-modeler-tool-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

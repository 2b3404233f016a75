import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page, expect } from '@playwright/test';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.1 AA for text of usual size. */
const CONTRAST = 4.5;

/**
 * Where axe cannot decide about contrast, because text and ground are separate SVG shapes or overlays on them.
 * Nothing outside these may stay undecided; inside them the pairs of colors are computed below.
 */
const CANVASES = ['.djs-container', '.djs-minimap', '.bjs-powered-by'];

interface AxeNode {
  readonly html: string;
  readonly target: readonly string[];
  readonly failureSummary?: string;
}
interface AxeFinding {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly AxeNode[];
}
interface AxeReport {
  readonly violations: readonly AxeFinding[];
  readonly incomplete: readonly AxeFinding[];
}

/** Fails on any violation, on contrast that axe leaves undecided outside a canvas, and on weak pairs inside one. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  await page.evaluate(AXE);
  const report = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<AxeReport> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
    return axe.run(document, { runOnly: { type: 'tag', values: tags } });
  });
  expect(report.violations.flatMap(lines), `${screen}: violations`).toEqual([]);
  const undecided = report.incomplete
    .filter(({ id }) => id === 'color-contrast')
    .flatMap((finding) => finding.nodes);
  const outside: string[] = [];
  for (const node of undecided) {
    if (!(await isOnCanvas(page, node))) outside.push(`${node.target.join(' ')}: ${node.html.slice(0, 160)}`);
  }
  expect(outside, `${screen}: contrast that could not be decided`).toEqual([]);
  expect(await weakPairs(page), `${screen}: colors on the canvas`).toEqual([]);
}

const lines = ({ id, help, nodes }: AxeFinding) =>
  nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.html.slice(0, 160)}`);

const isOnCanvas = (page: Page, node: AxeNode) =>
  page.evaluate(
    ([selector, canvases]) => document.querySelector(selector ?? '')?.closest(canvases ?? '') !== null,
    [node.target.at(-1) ?? '', CANVASES.join(',')],
  );

/** Text on a canvas whose color differs too little from the shape or overlay it stands on. */
function weakPairs(page: Page): Promise<string[]> {
  return page.evaluate(
    ([canvases, least]) => {
      type Rgb = readonly [number, number, number];
      const parse = (color: string): Rgb | undefined => {
        const parts = color.match(/[\d.]+/g)?.map(Number);
        if (!color.startsWith('rgb') || !parts || parts.length < 3 || parts[3] === 0) return undefined;
        return [parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0];
      };
      const luminance = (rgb: Rgb) => {
        const [r, g, b] = rgb.map((part) => {
          const share = part / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
      };
      const ratio = (one: Rgb, other: Rgb) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
      };
      const ground = (element: Element): Rgb => {
        const visual = element.closest('.djs-visual');
        const shape = visual?.querySelector(
          ':scope > rect, :scope > circle, :scope > polygon, :scope > path',
        );
        const fill =
          shape && !element.closest('.djs-label-group, [data-element-id$="_label"]')
            ? parse(getComputedStyle(shape).fill)
            : undefined;
        if (fill) return fill;
        for (let at: Element | null = element; at; at = at.parentElement) {
          const color = parse(getComputedStyle(at).backgroundColor);
          if (color) return color;
        }
        return [255, 255, 255];
      };
      const weak: string[] = [];
      for (const canvas of document.querySelectorAll(String(canvases))) {
        for (const element of canvas.querySelectorAll('svg text, .djs-overlay *')) {
          const text = [...element.childNodes].some(
            (node) => node.nodeType === 3 && node.textContent?.trim(),
          );
          const lettering = element.tagName === 'text' ? element.textContent?.trim() : text;
          if (!lettering || element.getClientRects().length === 0) continue;
          const style = getComputedStyle(element);
          const color = parse(element instanceof SVGElement ? style.fill : style.color);
          if (!color) continue;
          const found = ratio(color, ground(element));
          if (found < Number(least))
            weak.push(`"${element.textContent?.trim().slice(0, 40)}" ${found.toFixed(2)}:1`);
        }
      }
      return [...new Set(weak)];
    },
    [CANVASES.join(','), CONTRAST] as const,
  );
}

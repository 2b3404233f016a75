import { type AnnexLine, type AnnexTexts, cellsOf } from './annex.ts';
import { XML_HEAD, xmlText } from './xml.ts';
import { zip } from './zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Twentieths of a point: A3 across, with margins of 2 cm. */
const PAGE = { width: 23_811, height: 16_838, margin: 1134 } as const;
const WIDTHS = [3400, 3400, 3900, 3400, 4743, 2700];
const FULL = WIDTHS.reduce((sum, width) => sum + width, 0);
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
  .join('');

/** The annex as a text document: one table, its column titles on every page. */
export function annexDocx(lines: readonly AnnexLine[], texts: AnnexTexts): Uint8Array {
  return zip([
    {
      path: '[Content_Types].xml',
      content: `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      path: '_rels/.rels',
      content: `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { path: 'word/document.xml', content: documentXml(lines, texts) },
  ]);
}

function documentXml(lines: readonly AnnexLine[], { title, columns }: AnnexTexts): string {
  const grid = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const rows = [
    tableRow(
      columns.map((text, index) => cell([text], WIDTHS[index] ?? 0, { bold: true })),
      '<w:tblHeader/>',
    ),
    ...lines.map((line) =>
      line.kind === 'heading'
        ? tableRow([cell([line.text], FULL, { bold: true, span: 6 })], '<w:cantSplit/>')
        : tableRow(
            cellsOf(line).map((text, index) => cell(text.split('\n'), WIDTHS[index] ?? 0, {})),
            '',
          ),
    ),
  ];
  return [
    `${XML_HEAD}<w:document xmlns:w="${MAIN}"><w:body>`,
    paragraph(title, { bold: true, size: 32 }),
    `<w:tbl><w:tblPr><w:tblW w:w="${FULL}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`,
    ...rows,
    '</w:tbl>',
    `<w:sectPr><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}" w:orient="landscape"/><w:pgMar w:top="${PAGE.margin}" w:right="${PAGE.margin}" w:bottom="${PAGE.margin}" w:left="${PAGE.margin}" w:header="600" w:footer="600" w:gutter="0"/></w:sectPr>`,
    '</w:body></w:document>',
  ].join('');
}

function tableRow(cells: readonly string[], properties: string): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;
}

function cell(
  texts: readonly string[],
  width: number,
  { bold = false, span = 1 }: { readonly bold?: boolean; readonly span?: number },
): string {
  const spanned = span === 1 ? '' : `<w:gridSpan w:val="${span}"/>`;
  const shade = bold ? '<w:shd w:val="clear" w:color="auto" w:fill="E6ECF4"/>' : '';
  const inside = texts.map((text) => paragraph(text, { bold, size: 18 })).join('');
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${spanned}${shade}</w:tcPr>${inside}</w:tc>`;
}

/** `size` in half points. */
function paragraph(text: string, { bold, size }: { readonly bold: boolean; readonly size: number }): string {
  const run = `<w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/><w:lang w:val="it-IT"/></w:rPr>`;
  return `<w:p><w:pPr><w:spacing w:after="40"/></w:pPr><w:r>${run}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`;
}

import { type AnnexLine, type AnnexTexts, cellsOf } from './annex.ts';
import { XML_HEAD, xmlText } from './xml.ts';
import { zip } from './zip.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const WIDTHS = [34, 34, 40, 34, 70, 30];
/** Places in the list of styles below. */
const STYLES = { cell: 1, columns: 2, heading: 3 } as const;
/** Longest text of a cell (ECMA-376). */
const LONGEST = 32_767;

/** The annex as a workbook of one sheet: wrapped cells, the column titles fixed at the top and repeated in print. */
export function annexXlsx(lines: readonly AnnexLine[], texts: AnnexTexts): Uint8Array {
  const name = xmlText(texts.title.slice(0, 31).replace(/[[\]:*?/\\']/g, ' '));
  return zip([
    {
      path: '[Content_Types].xml',
      content: `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    },
    {
      path: '_rels/.rels',
      content: `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      path: 'xl/workbook.xml',
      content: `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$1:$1</definedName></definedNames></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    { path: 'xl/styles.xml', content: stylesXml() },
    { path: 'xl/worksheets/sheet1.xml', content: sheetXml(lines, texts) },
  ]);
}

function sheetXml(lines: readonly AnnexLine[], { columns }: AnnexTexts): string {
  const widths = WIDTHS.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const rows = [
    rowXml(1, columns, STYLES.columns),
    ...lines.map((line, index) =>
      line.kind === 'heading'
        ? rowXml(index + 2, [line.text], STYLES.heading)
        : rowXml(index + 2, cellsOf(line), STYLES.cell),
    ),
  ];
  const merged = lines.flatMap((line, index) =>
    line.kind === 'heading' ? [`<mergeCell ref="A${index + 2}:F${index + 2}"/>`] : [],
  );
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData>${rows.join('')}</sheetData>`,
    merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`,
    '<pageSetup paperSize="8" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

function rowXml(number: number, cells: readonly string[], style: number): string {
  const inside = cells.map(
    (text, index) =>
      `<c r="${'ABCDEF'[index] ?? 'F'}${number}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${xmlText(text.slice(0, LONGEST))}</t></is></c>`,
  );
  return `<row r="${number}">${inside.join('')}</row>`;
}

function stylesXml(): string {
  const wrap = '<alignment vertical="top" wrapText="1"/>';
  return `${XML_HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="10"/><name val="Calibri"/></font><font><b/><sz val="10"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6ECF4"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf borderId="1" applyBorder="1" applyAlignment="1">${wrap}</xf><xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${wrap}</xf><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;
}

import type { Choose } from './choose.ts';

type TextMutation = (xml: string, choose: Choose) => string;

const ODD_TEXT = [
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?php ?>',
  '&amp;',
  '&unknown;',
  '&#x0;',
  '&#xFFFFFFFF;',
  '\u0000',
  '\uFFFE',
  '\uD800',
  '\u202E',
  'ñ',
  '𝄞',
  '\r',
  '\t',
  '\u00A0',
  'xmlns=""',
  '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;&b;">]>',
];
/** FEEL that is long, deep, wrong, or much work. */
const ODD_FEEL = [
  `=${'('.repeat(2_000)}1${')'.repeat(2_000)}`,
  `=${'1+'.repeat(5_000)}1`,
  `=[${'['.repeat(500)}${']'.repeat(500)}]`,
  '=for i in 1..1000000000 return i',
  '=matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$")',
  '=if',
  '=x.y.z[1][2](3)',
  '=9999999999 ** 9999999999',
  '=string join(for i in 1..9999 return string(i), "x")',
  '=duration("P9999999999Y")',
  '=date and time("2027-13-45T99:99:99")',
  '=null',
  '=true',
  '=false',
  '="a"',
  '=1',
  '=0',
  '=-1',
  '=1000000000',
  '=[1,2,3]',
  '=[]',
  '=loopCounter < 3',
  'R1000000000/PT0S',
  'R/PT1S',
  'PT0S',
  'P1000000000Y',
  '-PT5M',
  '*/1 * * * * *',
  '${x}',
  '',
];

const span = (xml: string, choose: Choose, most: number): [number, number] => {
  const from = choose.below(xml.length);
  return [from, Math.min(xml.length, from + 1 + choose.below(most))];
};

const cut: TextMutation = (xml, choose) => {
  const [from, to] = span(xml, choose, choose.once(3) ? 2_000 : 20);
  return xml.slice(0, from) + xml.slice(to);
};
const repeat: TextMutation = (xml, choose) => {
  const [from, to] = span(xml, choose, 500);
  return xml.slice(0, to) + xml.slice(from, to).repeat(1 + choose.below(5)) + xml.slice(to);
};
const insert: TextMutation = (xml, choose) => {
  const at = choose.below(xml.length);
  return xml.slice(0, at) + choose.one(ODD_TEXT) + xml.slice(at);
};
const truncate: TextMutation = (xml, choose) => xml.slice(0, choose.below(xml.length));
const exchange: TextMutation = (xml, choose) => {
  const [from, to] = span(xml, choose, 300);
  const at = choose.below(from + 1);
  return xml.slice(0, at) + xml.slice(from, to) + xml.slice(at, from) + xml.slice(to);
};
const character: TextMutation = (xml, choose) => {
  const at = choose.below(xml.length);
  return (
    xml.slice(0, at) + String.fromCharCode(choose.below(choose.once(4) ? 65_536 : 128)) + xml.slice(at + 1)
  );
};
/** Another expression in the place of one. */
const expression: TextMutation = (xml, choose) => {
  const places = [...xml.matchAll(/"(=[^"]*)"|>(\s*=[^<]*)<|<time\w+[^>]*>([^<]*)</g)];
  if (places.length === 0) return insert(xml, choose);
  const place = choose.one(places);
  const old = place[1] ?? place[2] ?? place[3] ?? '';
  const at = place.index + place[0].indexOf(old, 1);
  const other = choose.one(ODD_FEEL).replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return xml.slice(0, at) + other + xml.slice(at + old.length);
};

/** Mutations that know nothing of XML; half of the results are not well-formed. */
export const textMutations: readonly TextMutation[] = [
  cut,
  repeat,
  insert,
  truncate,
  exchange,
  character,
  expression,
  expression,
  expression,
];

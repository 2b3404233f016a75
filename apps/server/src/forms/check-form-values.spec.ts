import { describe, expect, it } from '@jest/globals';
import type { JsonText } from '@iter/engine-core';
import { parseExactly, stringifyExactly } from '../http/json.ts';
import { checkFormValues } from './check-form-values.ts';
import { readFormSchema } from './form-schema.ts';

const now = Date.parse('2027-01-15T09:00:00Z');

function check(components: readonly object[], data: string, variables: Record<string, string> = {}) {
  const read = readFormSchema(JSON.stringify({ type: 'default', components }));
  if (!('schema' in read)) throw new Error(read.reason);
  const submission = {
    schema: read.schema,
    data: parseExactly(data) as Record<string, unknown>,
    variables: variables as Record<string, JsonText>,
    now,
    locale: 'it' as const,
  };
  return checkFormValues(submission);
}

function faults(components: readonly object[], data: string, variables?: Record<string, string>) {
  const checked = check(components, data, variables);
  return checked.ok ? [] : checked.fields.map(({ field, rule }) => `${field}: ${rule}`);
}

function values(components: readonly object[], data: string, variables?: Record<string, string>) {
  const checked = check(components, data, variables);
  return checked.ok ? stringifyExactly(checked.values) : checked.fields;
}

describe('checkFormValues', () => {
  it.each([
    ['textfield', {}, '5', 'type'],
    ['textfield', { validate: { required: true } }, '""', 'required'],
    ['textfield', { validate: { minLength: 3 } }, '"ab"', 'minLength'],
    ['textfield', { validate: { maxLength: 3 } }, '"abcd"', 'maxLength'],
    ['textfield', { validate: { pattern: '^[A-Z]{3}$' } }, '"ab1"', 'pattern'],
    ['textfield', { validate: { validationType: 'email' } }, '"a@b"', 'email'],
    ['textfield', { validate: { validationType: 'phone' } }, '"12"', 'phone'],
    ['number', {}, '"5"', 'type'],
    ['number', { serializeToString: true }, '5', 'type'],
    ['number', { validate: { min: 1 } }, '0.9', 'min'],
    ['number', { validate: { max: '=limite' } }, '10.01', 'max'],
    ['number', { decimalDigits: 2 }, '1.005', 'decimals'],
    ['number', { increment: 0.5 }, '1.2', 'step'],
    ['checkbox', {}, '"true"', 'type'],
    ['checkbox', { validate: { required: true } }, 'false', 'required'],
    ['select', { values: [{ value: 'a' }, { value: 'b' }] }, '"c"', 'option'],
    ['radio', { valuesKey: 'scelte' }, '"z"', 'option'],
    ['select', { valuesExpression: '=for s in scelte return s.value' }, '"z"', 'option'],
    ['taglist', { values: [{ value: 'a' }] }, '"a"', 'type'],
    ['datetime', { subtype: 'date' }, '"2027-02-29"', 'date'],
    ['datetime', { subtype: 'time' }, '"25:00"', 'time'],
    ['datetime', { subtype: 'datetime' }, '"2027-01-31"', 'dateTime'],
    ['datetime', { subtype: 'date', disallowPassedDates: true }, '"2027-01-14"', 'min'],
  ])('refuses a wrong value of a %s with %j', (type, options, value, rule) => {
    const variables = { limite: '10', scelte: '[{"label":"A","value":"a"}]' };
    expect(faults([{ type, key: 'campo', ...options }], `{"campo":${value}}`, variables)).toEqual([
      `campo: ${rule}`,
    ]);
  });

  it('says which item of a list is wrong, and everything that is wrong at once', () => {
    const components = [
      { type: 'checklist', key: 'voci', values: [{ value: 'a' }, { value: 'b' }] },
      { type: 'textfield', key: 'atto', validate: { required: true } },
    ];
    expect(faults(components, '{"voci":["a","c"]}')).toEqual(['voci[1]: option', 'atto: required']);
  });

  it('keeps numbers to the letter', () => {
    const components = [{ type: 'number', key: 'importo', validate: { max: '100000000000000000000' } }];
    expect(values(components, '{"importo":12345678901234567890}')).toBe('{"importo":12345678901234567890}');
    expect(values(components, '{"importo":1.10}')).toBe('{"importo":1.10}');
  });

  it('takes nothing for hidden and disabled fields, and does not ask for them', () => {
    const components = [
      { type: 'radio', key: 'esito', values: [{ value: 'si' }, { value: 'no' }] },
      {
        type: 'textarea',
        key: 'motivo',
        conditional: { hide: '=esito = "si"' },
        validate: { required: true },
      },
      { type: 'textfield', key: 'ufficio', disabled: true },
    ];
    expect(values(components, '{"esito":"si","motivo":"x","ufficio":"altro"}')).toBe('{"esito":"si"}');
    expect(faults(components, '{"esito":"no"}')).toEqual(['motivo: required']);
  });

  it('refuses what the form has no field for', () => {
    expect(faults([{ type: 'textfield', key: 'a' }], '{"a":"x","termine":"2030-01-01"}')).toEqual([
      'termine: unknown',
    ]);
  });

  it('computes expressions again instead of believing the page', () => {
    const components = [
      { type: 'number', key: 'importo' },
      { type: 'expression', key: 'iva', expression: '=importo * aliquota' },
    ];
    expect(values(components, '{"importo":200,"iva":1}', { aliquota: '0.22' })).toBe(
      '{"importo":200,"iva":44}',
    );
  });

  it('reads groups and rows of lists at their paths', () => {
    const components = [
      {
        type: 'group',
        path: 'ditta',
        components: [{ type: 'textfield', key: 'nome', validate: { required: true } }],
      },
      { type: 'group', components: [{ type: 'textfield', key: 'nota' }] },
      {
        type: 'dynamiclist',
        path: 'righe',
        components: [{ type: 'number', key: 'quantita', validate: { min: 1 } }],
      },
    ];
    expect(values(components, '{"ditta":{"nome":"X","altro":1},"nota":"n","righe":[{"quantita":2}]}')).toBe(
      '{"ditta":{"nome":"X"},"nota":"n","righe":[{"quantita":2}]}',
    );
    expect(faults(components, '{"righe":[{"quantita":2},{"quantita":0}]}')).toEqual([
      'ditta.nome: required',
      'righe[1].quantita: min',
    ]);
  });

  it('is not stopped by a pattern that would take for ever', () => {
    const component = { type: 'textfield', key: 'a', validate: { pattern: '^(a+)+$' } };
    expect(faults([component], `{"a":"${'a'.repeat(5000)}!"}`)).toEqual(['a: pattern']);
  });

  it('names the field in the reader’s words', () => {
    const checked = check([{ type: 'number', key: 'importo' }], '{"importo":"x"}');
    expect(checked).toMatchObject({
      fields: [{ field: 'importo', rule: 'type', message: 'Valore di tipo sbagliato: atteso numero.' }],
    });
  });
});

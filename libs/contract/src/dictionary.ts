import { texts, type TextRoom } from './texts/index.ts';

export const locales = ['it', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Values that a text may name as `{{name}}`; `count` also chooses the plural form. */
export type TextParams = Readonly<Record<string, string | number | boolean | null | undefined>>;

type TextTree = { readonly [key: string]: string | TextTree };

const separator = ':';

/**
 * A text of the product in the reader's language.
 *
 * The files are i18next JSON (version 4), so that the web app reads the same ones: rooms are namespaces,
 * `key_one`/`key_other` (and `_zero`, `_two`, `_few`, `_many`) are plural forms chosen by `count`, and
 * `{{name}}` is replaced by a parameter. Nesting with `$t()` and formats are not supported.
 *
 * @param locale language of the reader
 * @param key `room:path.to.key`, for example `errors:TASK_NOT_YOURS.detail`
 * @param params values of the text; a missing one leaves its place visible
 * @returns the text; Italian where the language lacks it; the key itself where no file has it
 */
export function text(locale: Locale, key: string, params: TextParams = {}): string {
  const found = find(locale, key, params) ?? find('it', key, params);
  return found === undefined ? key : interpolate(found, params);
}

/** Whether a file has the key, in this language or in Italian. */
export function hasText(locale: Locale, key: string, params: TextParams = {}): boolean {
  return (find(locale, key, params) ?? find('it', key, params)) !== undefined;
}

/** The languages' texts by room, as i18next takes them in `resources`. */
export const textResources: Readonly<Record<Locale, Readonly<Record<TextRoom, TextTree>>>> = texts;

/** The reader's language out of an `Accept-Language` header; Italian where none of ours is asked for. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const asked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().split(';');
      const quality = options.map((option) => /^\s*q=([0-9.]+)/.exec(option)?.[1]).find(Boolean);
      return {
        language: tag.slice(0, 2).toLowerCase(),
        quality: quality === undefined ? 1 : Number(quality),
      };
    })
    .sort((a, b) => b.quality - a.quality);
  return (
    locales.find((locale) => locale === asked.find(({ language }) => isLocale(language))?.language) ?? 'it'
  );
}

function isLocale(language: string): language is Locale {
  return (locales as readonly string[]).includes(language);
}

function find(locale: Locale, key: string, params: TextParams): string | undefined {
  const at = key.indexOf(separator);
  const room = key.slice(0, at);
  const path = key.slice(at + 1);
  const tree: TextTree | undefined = (textResources[locale] as Record<string, TextTree | undefined>)[room];
  if (at < 0 || tree === undefined) return undefined;
  const count = params['count'];
  if (typeof count === 'number') {
    const plural = lookUp(tree, `${path}_${new Intl.PluralRules(locale).select(count)}`);
    const zero = count === 0 ? lookUp(tree, `${path}_zero`) : undefined;
    const chosen = zero ?? plural ?? lookUp(tree, `${path}_other`);
    if (chosen !== undefined) return chosen;
  }
  return lookUp(tree, path);
}

/** Keys may be nested or flat with dots in them; the longest flat part wins, as in i18next. */
function lookUp(tree: TextTree, path: string): string | undefined {
  const whole = own(tree, path);
  if (typeof whole === 'string') return whole;
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const branch = own(tree, path.slice(0, dot));
    if (typeof branch === 'object') {
      const found = lookUp(branch, path.slice(dot + 1));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function own(tree: TextTree, key: string): string | TextTree | undefined {
  return Object.hasOwn(tree, key) ? tree[key] : undefined;
}

function interpolate(template: string, params: TextParams): string {
  return template.replace(/\{\{\s*-?\s*([\w.]+)\s*\}\}/g, (place, name: string) => {
    const value = params[name];
    return value === undefined || value === null ? place : String(value);
  });
}

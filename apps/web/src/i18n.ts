import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '@iter/contract';

type File = () => Promise<{ default: object }>;

/** The files of the dictionary, each fetched when the first page that needs it opens. */
const files: Record<Locale, Record<string, File>> = {
  it: {
    app: () => import('@iter/contract/texts/app.it.json'),
    kit: () => import('@iter/contract/texts/kit.it.json'),
    errors: () => import('@iter/contract/texts/errors.it.json'),
    register: () => import('@iter/contract/texts/register.it.json'),
    tasks: () => import('@iter/contract/texts/tasks.it.json'),
    modeler: () => import('@iter/contract/texts/modeler.it.json'),
    monitor: () => import('@iter/contract/texts/monitor.it.json'),
    bpmn: () => import('@iter/contract/texts/bpmn.it.json'),
    'bpmn-js': () => import('@iter/contract/texts/bpmn-js.it.json'),
    'form-js': () => import('@iter/contract/texts/form-js.it.json'),
  },
  en: {
    app: () => import('@iter/contract/texts/app.en.json'),
    kit: () => import('@iter/contract/texts/kit.en.json'),
    errors: () => import('@iter/contract/texts/errors.en.json'),
    register: () => import('@iter/contract/texts/register.en.json'),
    tasks: () => import('@iter/contract/texts/tasks.en.json'),
    modeler: () => import('@iter/contract/texts/modeler.en.json'),
    monitor: () => import('@iter/contract/texts/monitor.en.json'),
    bpmn: () => import('@iter/contract/texts/bpmn.en.json'),
    'bpmn-js': () => import('@iter/contract/texts/bpmn-js.en.json'),
    'form-js': () => import('@iter/contract/texts/form-js.en.json'),
  },
};

const dictionary: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, room, done) {
    const file = files[language === 'en' ? 'en' : 'it'][room];
    if (!file) {
      done(new Error(`Expected a file of the dictionary, but there is no ${room}.`), false);
      return;
    }
    file().then(
      (loaded) => done(null, { ...loaded.default }),
      (error: Error) => done(error, false),
    );
  },
};

const STORED = 'iter.locale';

/** The language that the reader chose on this device, if any. */
export function chosenLocale(): Locale | undefined {
  const stored = localStorage.getItem(STORED);
  return stored === 'it' || stored === 'en' ? stored : undefined;
}

export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'it';
}

export async function changeLocale(locale: Locale, remember: boolean): Promise<void> {
  if (remember) localStorage.setItem(STORED, locale);
  document.documentElement.lang = locale;
  if (locale !== i18next.language) await i18next.changeLanguage(locale);
}

export async function startTexts(): Promise<void> {
  const locale = chosenLocale() ?? 'it';
  document.documentElement.lang = locale;
  await i18next
    .use(dictionary)
    .use(initReactI18next)
    .init({
      lng: locale,
      fallbackLng: 'it',
      supportedLngs: ['it', 'en'],
      ns: ['app', 'kit', 'errors'],
      defaultNS: 'app',
      // React escapes by itself.
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

import { unescaped } from './hostile-values.ts';

/** What a form shows, as a browser would send it back. */
export function shownFields(html: string): Readonly<Record<string, string>> {
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  const inputs = [...html.matchAll(/<input\s(?:[^>"]|"[^"]*")*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !/type="(?:radio|checkbox)"/.test(tag) || /\schecked/.test(tag))
    .map((tag) => [attribute(tag, 'name') ?? '', unescaped(attribute(tag, 'value') ?? '')]);
  const areas = [...html.matchAll(/<textarea\s(?:[^>"]|"[^"]*")*?name="([^"]+)"(?:[^>"]|"[^"]*")*>([^<]*)</g)].map(
    ([, name = '', text = '']) => [name, unescaped(text)],
  );
  return Object.fromEntries([...inputs, ...areas].filter(([name]) => name !== ''));
}

import * as z from 'zod/mini';
import { cleanLine } from '../clean.ts';
import { type Asks, type Field, type Maybe, type Problem, type Reading, read, typedField, wrong } from '../field.ts';

const local = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/;
/** A letter or number other than those of ASCII. */
const foreign = /(?!\w)[\p{L}\p{N}]/gu;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * An email address that a letter can be sent to: a practical check, not RFC 5322 in full. The domain becomes small
 * letters (and punycode, where it has accents); the part before the @ stays as typed, because its case is its owner's.
 * Kind to pasting: "mailto:", "Name <…>" and a trailing full stop or comma are set aside.
 */
export function email<const Options extends Asks>(options: Options): Field<Maybe<Options, string>> {
  return typedField<string, Options>(options, {
    clean: cleanLine,
    json: z.string().check(z.maxLength(254), z.email()),
    understand: (typed) => {
      const pasted = /<([^<>]*)>$/.exec(typed)?.[1] ?? typed;
      const address = pasted
        .trim()
        .replace(/^mailto:/i, '')
        .replace(/[.,;]$/, '');
      const at = address.lastIndexOf('@');
      const name = address.slice(0, at);
      const domain = asciiDomain(address.slice(at + 1));
      if (at < 1 || domain === undefined) return wrong({ code: 'not-email' });
      if (!local.test(name)) return wrong(soundBut(name));
      const value = `${name}@${domain}`;
      return value.length > 254 ? wrong({ code: 'too-long', max: 254 }) : read(value);
    },
  });
}

/** Says which letter it is, where nothing else is wrong: whoever has such an address would look for a slip that is not there. */
function soundBut(name: string): Problem {
  const plain = name.normalize('NFC');
  const [character] = plain.match(foreign) ?? [];
  return character && local.test(plain.replace(foreign, 'x')) ? { code: 'email-character', character } : { code: 'not-email' };
}

function asciiDomain(typed: string): string | undefined {
  if (/[\s/\\?#:@%[\]]/.test(typed) || typed.length > 253) return undefined;
  const host = URL.parse(`http://${typed}`)?.hostname;
  const labels = host?.split('.') ?? [];
  const sound = labels.length > 1 && labels.every((label) => domainLabel.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
  return sound ? host : undefined;
}

/** A web address: http or https only, no user name or password in it. "www.example.org" gets its https://. At most 2,000. */
export function url<const Options extends Asks>(options: Options): Field<Maybe<Options, string>> {
  return typedField<string, Options>(options, {
    clean: cleanLine,
    json: z.string().check(z.maxLength(2000), z.url({ protocol: /^https?$/ })),
    understand: readUrl,
  });
}

function readUrl(typed: string): Reading<string> {
  if (typed.length > 2000) return wrong({ code: 'too-long', max: 2000 });
  const address = URL.parse(/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`);
  const sound =
    address !== null &&
    (address.protocol === 'https:' || address.protocol === 'http:') &&
    address.username === '' &&
    address.password === '' &&
    (address.hostname.includes('.') || address.hostname === 'localhost') &&
    !/\s/.test(typed);
  return sound ? read(address.href) : wrong({ code: 'not-url' });
}

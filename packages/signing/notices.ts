import { read, replace } from './parameter-store.ts';

/**
 * What one service tells all others, such as which sessions have ended: a parameter in SSM that changes, beside the keys, which do not.
 * Whoever reads it depends on SSM, as for keys, and on no other service.
 */
export interface Notices {
  /** What was last said, read at most once a minute of `now`; undefined where nothing was ever said. */
  read(owner: string, name: string, now: Date): Promise<string | undefined>;
  /** Says it in place of what was said before; never empty, 4 KB at most. */
  say(owner: string, name: string, text: string): Promise<void>;
}

/** How old what somebody goes by can be. A read of SSM takes some ten milliseconds, so that a busy function hardly notices one a minute. */
export const noticeSeconds = 60;

export function noticesOf(prefix: string, parameters = { read, replace }): Notices {
  const known = new Map<string, { readonly text: string | undefined; readonly readAt: number }>();
  return {
    read: async (owner, name, now) => {
      const full = `${prefix}/${owner}/${name}`;
      const last = known.get(full);
      // A clock that was put back counts as time gone by.
      if (last && Math.abs(now.getTime() - last.readAt) < noticeSeconds * 1000) return last.text;
      const text = await parameters.read(full).catch((error: unknown) => {
        // What was heard last counts while SSM does not answer; who has heard nothing yet knows no key either.
        if (last) return last.text;
        throw error;
      });
      known.set(full, { text, readAt: now.getTime() });
      return text;
    },
    say: (owner, name, text) => parameters.replace(`${prefix}/${owner}/${name}`, text),
  };
}

import { inThousands } from '@convener/writing/numbers';
import { partsOf } from '@convener/writing/table-file';
import { file, notFound, problem } from './reply.ts';
import type { HttpRequest, Reply } from './request.ts';

/** A part of this size in Lambda's JSON fits into 6 MB by itself, and by base64, four characters for three bytes, where nothing can be compressed. */
const mostInPart = 4_400_000;
const inJson = (lines: string) => Buffer.byteLength(JSON.stringify(lines));

/**
 * A table to take away, as `tableFile` made it. Mostly it fits into one answer, compressed; where it does not, the answer leads to its parts:
 * the same address with `part=1` and so on.
 */
export function table({ path, query }: Pick<HttpRequest, 'path' | 'query'>, csv: string, fileName: `${string}.csv`): Reply {
  const wanted = query.get('part');
  if (wanted === null) return fileOf(csv, fileName, () => inSeveral(partsOf(csv, mostInPart, inJson), path, query));
  const part = /^[1-9]\d{0,3}$/.test(wanted) ? partsOf(csv, mostInPart, inJson)[Number(wanted) - 1] : undefined;
  return part ? fileOf(part.file, fileName.replace(/\.csv$/, `-${wanted}.csv`)) : notFound('part of the table');
}

function fileOf(csv: string, fileName: string, tooLong?: () => Reply): Reply {
  return file('text/csv; charset=utf-8', csv, { fileName, ...(tooLong ? { tooLong } : {}) });
}

function inSeveral(parts: ReturnType<typeof partsOf>, path: string, query: URLSearchParams): Reply {
  const links = parts.map(({ from, to }, position) => ({
    text: `Part ${position + 1}: rows ${inThousands(from)} to ${inThousands(to)}`,
    href: `${path}?${new URLSearchParams([...query, ['part', String(position + 1)]])}`,
  }));
  return problem(
    413,
    'This table is too long for one file',
    'Take it in parts. Each is a table of its own, with the same headings. What changes while you take them may be in two of them, or in none.',
    { links },
  );
}

import * as z from 'zod/mini';

const schema = z.object({ REPORTS_BUCKET: z.string() });

/** What reports alone reads from its environment. */
export function readReportSettings(environment: Readonly<Record<string, string | undefined>>): { readonly bucket: string } {
  return { bucket: schema.parse(environment).REPORTS_BUCKET };
}

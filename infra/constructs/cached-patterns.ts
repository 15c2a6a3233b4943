import type { ServiceDefinition } from '@convener/contracts/manifest';

/** CloudFront's own limit is 25 behaviours; the default and the reports take two. */
const mostPatterns = 20;

/**
 * Path patterns at which an answer may be kept at the edge, if its Cache-Control says so: the first step of every page that anybody may
 * read. Organisers' and attendees' own pages lie elsewhere and are never kept, whatever a header says.
 */
export function cachedPatterns(services: readonly ServiceDefinition[]): readonly string[] {
  const pages = services.flatMap((service) => service.routes).filter((route) => route.method === 'GET' && route.path !== '$default');
  const personal = new Set(pages.filter((route) => route.audience !== 'public').map((route) => firstStep(route.path)));
  const open = new Map<string, string[]>();
  for (const { audience, path } of pages) {
    const step = firstStep(path);
    if (audience === 'public' && !personal.has(step) && !step.startsWith('{')) open.set(step, [...(open.get(step) ?? []), path]);
  }
  const patterns = [...open].map(([step, paths]) => (paths.every((path) => path === `/${step}`) ? `/${step}` : `/${step}*`)).sort();
  if (patterns.length > mostPatterns) throw new Error(`${patterns.length} cached path patterns are too many for one distribution.`);
  return patterns;
}

function firstStep(path: string): string {
  return path.split('/')[1] ?? '';
}

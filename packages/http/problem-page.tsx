import { consolePage } from './console-page.tsx';
import { publicPage } from './public-page.tsx';
import type { ProblemPage } from './result.ts';
import type { NetworkSettings } from './settings.ts';

/**
 * A plain page that says what is wrong and what to do; never a stack trace. It stands in the frame of the pages round it, so that organisers
 * find their way on among their own pages, and others among the public ones.
 */
export function problemPage(network: NetworkSettings, path: string): ProblemPage {
  const organising = /^\/organise(\/|$)/.test(path);
  return ({ title, detail, links = [] }) => {
    const page = {
      title,
      network,
      main: (
        <>
          <h1>{title}</h1>
          <p>{detail}</p>
          {links.length > 0 && (
            <ul>
              {links.map(({ text, href }) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          )}
          <p>
            <a href={organising ? '/organise/events' : '/events'}>{organising ? 'Go to your events' : 'See the events'}</a>
            {network.contact ? (
              <>
                {' or '}
                <a href={`mailto:${network.contact}`}>write to us</a>
              </>
            ) : null}
            .
          </p>
        </>
      ),
    };
    return organising ? consolePage({ ...page, section: undefined }) : publicPage(page);
  };
}

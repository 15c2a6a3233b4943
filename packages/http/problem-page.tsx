import { type Network, renderPage } from '@convener/ui';
import type { ProblemPage } from './result.ts';

/** A plain page that says what is wrong and what to do; never a stack trace. */
export function problemPage(network: Network & { readonly contact: string }): ProblemPage {
  return ({ title, detail }) =>
    renderPage({
      title,
      network,
      audience: 'public',
      main: (
        <>
          <h1>{title}</h1>
          <p>{detail}</p>
          <p>
            <a href="/events">See the events</a>
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
    });
}

import type { Network } from '../network.ts';
import type { Theme } from '../theme.ts';
import type { UiWords } from '../words.en.ts';
import type { NavigationItem } from './tabs.tsx';

interface HeaderProps {
  readonly network: Network;
  readonly audience: 'public' | 'organiser';
  readonly navigation: readonly NavigationItem[];
  readonly account: readonly NavigationItem[];
  readonly words: UiWords;
}

export function PageHeader({ network, audience, navigation, account, words }: HeaderProps) {
  return (
    <header class="masthead">
      <div class="inner">
        <a class="network" href={network.home ?? '/'}>
          {network.logo ? <img src={network.logo.src} width={network.logo.width} height={network.logo.height} alt="" /> : <TableMark />}
          <span>{network.name}</span>
        </a>
        {audience === 'organiser' && <span class="audience">{words.organisers}</span>}
        <Menu label={words.mainMenu} items={navigation} />
        <Menu label={words.accountMenu} items={account} />
      </div>
    </header>
  );
}

function Menu({ label, items }: { readonly label: string; readonly items: readonly NavigationItem[] }) {
  if (items.length === 0) return null;
  return (
    <nav aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** People round a table: the mark of a network that has no logo. */
function TableMark() {
  return (
    <svg class="mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <circle cx="20" cy="20" r="7" />
      {seats.map(([x, y]) => (
        <circle key={`${x} ${y}`} class="seat" cx={x} cy={y} r="4" />
      ))}
    </svg>
  );
}

/** Seven seats on a circle of radius 15 round (20, 20). */
const seats = Array.from({ length: 7 }, (_, seat) => {
  const angle = (seat / 7) * 2 * Math.PI - Math.PI / 2;
  return [20 + 15 * Math.cos(angle), 20 + 15 * Math.sin(angle)].map((place) => Number(place.toFixed(1)));
});

/** The same mark for the browser's tab, in the network's colours. */
export function icon({ accent, glow }: Theme): string {
  const circles = seats.map(([x, y]) => `<circle cx='${x}' cy='${y}' r='4.5' fill='${glow}'/>`).join('');
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'><circle cx='20' cy='20' r='20' fill='${accent}'/><circle cx='20' cy='20' r='7' fill='#fff'/>${circles}</svg>`;
  return `data:image/svg+xml,${svg.replace(/#/g, '%23').replace(/</g, '%3C').replace(/>/g, '%3E')}`;
}

export function PageFooter({ network, words }: { readonly network: Network; readonly words: UiWords }) {
  return (
    <footer class="foot">
      <div class="inner">
        <nav aria-label={words.footerMenu}>
          <ul>
            <li>
              <a href="/accessibility-statement">{words.accessibilityStatement}</a>
            </li>
            <li>
              <a href="/privacy">{words.privacy}</a>
            </li>
          </ul>
        </nav>
        <p>{network.about ?? network.name}</p>
      </div>
    </footer>
  );
}

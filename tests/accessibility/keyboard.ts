import type { Page } from 'playwright-core';

/** Where the focus went, in the page's own words. */
interface Walk {
  /** Every place that should be reached, in the order of the document. */
  readonly expected: readonly string[];
  readonly reached: readonly Stop[];
  /** Those that put themselves before all others. */
  readonly ahead: readonly string[];
  /** The focus is still on the last place, although one more Tab was pressed. */
  readonly held: boolean;
}

interface Stop {
  readonly place: number;
  readonly seen: boolean;
  readonly what: string;
}

declare global {
  // The page's own window, between two looks at it.
  var walked: { readonly places: readonly Element[]; readonly stops: Stop[]; between: number } | undefined;
}

/** Walks through the page with the Tab key, from the first place to beyond the last. */
export async function keyboardProblems(page: Page): Promise<readonly string[]> {
  let left = (await page.evaluate(begin)) + 1;
  // What can be scrolled is a stop of its own, found only on the way.
  while (left > 0) {
    for (; left > 0; left -= 1) await page.keyboard.press('Tab');
    left = await page.evaluate(stopsInBetween);
  }
  return complaintsOf(await page.evaluate(end));
}

function complaintsOf({ expected, reached, ahead, held }: Walk): readonly string[] {
  const missed = expected.filter((_, place) => !reached.some((stop) => stop.place === place)).map((what) => `cannot be reached: ${what}`);
  const outOfOrder = reached
    .slice(0, expected.length)
    .filter(({ place }, at) => missed.length === 0 && place !== at)
    .map(({ what }) => `is not reached in its turn: ${what}`);
  const unseen = reached.filter(({ seen }) => !seen).map(({ what }) => `focus cannot be seen: ${what}`);
  return [
    ...missed,
    ...outOfOrder.slice(0, 1),
    ...ahead.map((what) => `is not reached in its turn: ${what}`),
    ...new Set(unseen),
    ...(held && expected.length > 1 ? [`does not let go of the focus: ${expected.at(-1)}`] : []),
  ];
}

/** Runs in the page. Gives how many places there are. */
function begin(): number {
  const candidates = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [contenteditable=true]')].filter(
    (each) => each.checkVisibility({ visibilityProperty: true }) && !each.matches(':disabled, [type=hidden]'),
  );
  // Radios of one question are one place: the ticked one, or the first.
  const places = candidates.filter((each) => {
    if (!(each instanceof HTMLInputElement) || each.type !== 'radio') return true;
    const group = candidates.filter(
      (other): other is HTMLInputElement =>
        other instanceof HTMLInputElement && other.type === 'radio' && other.name === each.name && other.form === each.form,
    );
    return each === (group.find(({ checked }) => checked) ?? group[0]);
  });
  const stops: Stop[] = [];
  const walk = { places, stops, between: 0 };
  globalThis.walked = walk;
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return;
    const place = places.indexOf(target);
    // What can be scrolled takes the focus too, so that its content can be read; nothing is operated there.
    if (place < 0) {
      walk.between += 1;
      return;
    }
    const around = [target, target.nextElementSibling, target.parentElement].filter((each) => each !== null);
    const seen = around.some((each) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    });
    stops.push({ place, seen, what: target.outerHTML.slice(0, 160) });
  });
  // The walk starts at the top, wherever a script has put the focus.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
  return places.length;
}

/** Runs in the page. Gives how many stops there were beside the places since it was last asked. */
function stopsInBetween(): number {
  const { walked } = globalThis;
  const count = walked?.between ?? 0;
  if (walked) walked.between = 0;
  return count;
}

/** Runs in the page. */
function end(): Walk {
  const { places = [], stops = [] } = globalThis.walked ?? {};
  const says = (place: Element) => place.outerHTML.slice(0, 160);
  const ahead = places.filter((place) => place instanceof HTMLElement && place.tabIndex > 0);
  const last = places.at(-1);
  return {
    expected: places.map(says),
    reached: stops,
    ahead: ahead.map(says),
    held: last !== undefined && document.activeElement === last,
  };
}

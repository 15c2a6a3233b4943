// Fetches this page again and swaps the parts marked data-live, so that reading, typing and open details are not disturbed.
const seconds = Number(document.currentScript?.dataset.seconds ?? 3);

/** What the reader has opened or scrolled stays as it is. */
function keepState(before, after) {
  for (const details of after.querySelectorAll('details[id]')) {
    const known = before.querySelector(`#${CSS.escape(details.id)}`);
    if (known?.open) details.open = true;
  }
  const scrolled = [...before.querySelectorAll('.scroll')].map((frame) => frame.scrollLeft);
  return () => {
    after.querySelectorAll('.scroll').forEach((frame, at) => {
      frame.scrollLeft = scrolled[at] ?? 0;
    });
  };
}

async function refresh() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const next = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    // Whoever has the focus inside a part is using it.
    if (!next || part.innerHTML === next.innerHTML || part.contains(document.activeElement)) continue;
    const restore = keepState(part, next);
    part.replaceWith(next);
    restore();
  }
}

setInterval(() => {
  refresh().catch(() => undefined);
}, seconds * 1000);

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { keepMarks } from './marks.ts';

// Runs in the browser. Every page works without it; it only makes some things kinder.

/** The error summary is what to read first. */
const summary = document.querySelector('[data-error-summary]');
if (summary instanceof HTMLElement) {
  summary.focus();
  for (const link of summary.querySelectorAll('a')) {
    link.addEventListener('click', (event) => {
      const control = document.getElementById(link.hash.slice(1));
      if (!control) return;
      event.preventDefault();
      // The label or legend comes into view, not only the box below it.
      const above = control.closest('fieldset')?.querySelector('legend') ?? document.querySelector(`label[for="${control.id}"]`);
      (above ?? control).scrollIntoView();
      control.focus({ preventScroll: true });
    });
  }
}

/** A second press within two seconds is a slip of the hand. The button is not disabled: it keeps the focus and its name. */
for (const form of document.querySelectorAll('form')) {
  let sentAt = 0;
  form.addEventListener('submit', (event) => {
    const now = Date.now();
    if (now - sentAt < 2000) event.preventDefault();
    else sentAt = now;
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  if (!navigator.clipboard) break;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy ?? '');
    button.textContent = button.dataset.copied ?? '';
    button.setAttribute('role', 'status');
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('[data-marks]')) keepMarks(form);

/** Leaves no way back to the page: it is replaced in the browser's history. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-quick-exit]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    document.body.hidden = true;
    location.replace(link.href);
  });
}

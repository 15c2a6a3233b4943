/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * A list of names to press at a door, with a bad connection: a press shows at once, is kept, and is sent when it can be. What is kept on the
 * device are ids and whether they were pressed, never a name.
 */
export function keepMarks(form: HTMLFormElement): void {
  const { marks = '', counted = '', unsent = '', sent = '', signedOut = '' } = form.dataset;
  const [mark = '', unmark = ''] = marks.split(' ');
  const key = `marks ${form.action}`;
  const status = form.querySelector('[role=status]');
  const waiting = new Map<string, boolean>(kept(key));
  let pressedAt = 0;
  let pressed = '';
  let sending = false;
  let refused = false;

  const show = (id: string, on: boolean): void => {
    const button = document.getElementById(id)?.querySelector('button');
    button?.setAttribute('aria-pressed', String(on));
    if (button) button.name = on ? unmark : mark;
  };
  const say = (): void => {
    const words = waiting.size === 0 ? sent : refused ? signedOut : unsent;
    const all = form.querySelectorAll('li').length;
    const on = form.querySelectorAll('[aria-pressed=true]').length;
    const text = `${counted} ${words}`.replace('{marked}', String(on)).replace('{all}', String(all));
    if (status) status.textContent = text.replace('{n}', String(waiting.size));
  };
  const keep = (): void => {
    try {
      if (waiting.size === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify([...waiting]));
    } catch {
      // A browser that keeps nothing still sends what is on the page.
    }
  };
  const send = async (): Promise<void> => {
    if (sending || waiting.size === 0) return;
    sending = true;
    const batch = [...waiting].slice(0, 100);
    const ids = (on: boolean) => batch.filter(([, each]) => each === on).map(([id]) => id);
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ [mark]: ids(true), [unmark]: ids(false) }),
      });
      refused = answer.status === 401 || answer.status === 403;
      // Pressed again meanwhile: that press is still to be sent.
      if (answer.ok) for (const [id, on] of batch) if (waiting.get(id) === on) waiting.delete(id);
    } catch {
      // No connection: it stays, and is tried again.
    }
    sending = false;
    keep();
    say();
    if (waiting.size > 0) setTimeout(send, 5000);
  };

  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (!button) return;
    event.preventDefault();
    const now = Date.now();
    // A second press on the same name at once is a slip of the hand.
    if (pressed === button.value && now - pressedAt < 800) return;
    [pressed, pressedAt] = [button.value, now];
    const on = button.name === mark;
    show(button.value, on);
    waiting.set(button.value, on);
    keep();
    say();
    void send();
  });
  addEventListener('online', () => void send());

  const find = form.querySelector<HTMLInputElement>('[type=search]');
  find?.closest<HTMLElement>('.field')?.removeAttribute('hidden');
  find?.addEventListener('input', () => {
    const wanted = folded(find.value);
    for (const item of form.querySelectorAll('li')) item.hidden = !folded(item.textContent ?? '').includes(wanted);
  });
  // Enter in the field must not press the first name.
  find?.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());

  for (const [id, on] of waiting) show(id, on);
  if (waiting.size > 0) say();
  void send();
}

function kept(key: string): [string, boolean][] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]');
  } catch {
    return [];
  }
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

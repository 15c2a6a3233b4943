import { type FormResult, parseForm } from '@convener/forms';
import { answer, done, type Handler, type HttpRequest, invalid, problem } from '@convener/http';
import type { ArrangeDependencies } from '../dependencies.arranging.ts';
import { bandOf, byFinancialYear } from '../domain/access-costs.ts';
import { supplierForm } from '../pages/arranging-forms.ts';
import { yearsPage } from '../pages/money-pages.tsx';
import { type SuppliersView, suppliersPage } from '../pages/suppliers-page.tsx';
import { words } from '../words.en.ts';

type Ports = ArrangeDependencies;

const path = '/organise/access/suppliers';

export const showSuppliers: Handler<Ports> = async ({ now }, ports) => {
  const suppliers = await ports.suppliers.all(now);
  return answer(() => suppliersPage({ network: ports.network, suppliers, supplierId: ports.ids.make('sup'), state: {} }), { suppliers });
};

export const changeSuppliers: Handler<Ports> = async ({ fields, now }, ports) => {
  switch (fields.action ?? 'add') {
    case 'add':
      return add(fields, now, ports);
    case 'remove':
      await ports.suppliers.remove(typeof fields.supplierId === 'string' ? fields.supplierId : '');
      return done(path);
    default:
      return problem(400, words.unclear.title, words.unclear.text);
  }
};

async function add(fields: HttpRequest['fields'], now: Date, ports: Ports) {
  const parsed = parseForm(supplierForm, fields);
  if (parsed.kind === 'invalid') {
    const state: SuppliersView['state'] & Extract<FormResult<unknown>, { kind: 'invalid' }> = parsed;
    const view = { network: ports.network, suppliers: await ports.suppliers.all(now), supplierId: ports.ids.make('sup') };
    return invalid(() => suppliersPage({ ...view, state }), parsed.errors);
  }
  const { name, email, phone = '', kinds, supplierId: proposed } = parsed.value;
  const supplierId = proposed && /^sup_[\w-]{16,40}$/.test(proposed) ? proposed : ports.ids.make('sup');
  const supplier = { supplierId, name, email, phone, kinds, usedAt: now.toISOString() };
  await ports.suppliers.keep(supplier);
  return done(path, supplier, { status: 201 });
}

/** Figures in steps alone: the exact ones stay inside. */
export const showYears: Handler<Ports> = async (_request, ports) => {
  const spent = await ports.expenses.all();
  const years = byFinancialYear(spent).map(({ year, events, band }) => ({
    year,
    band,
    events: events.map(({ eventId, title, endsAt, pence }) => ({ eventId, title, endsAt, band: bandOf(pence) })),
  }));
  return answer(() => yearsPage({ network: ports.network, spent }), { years });
};

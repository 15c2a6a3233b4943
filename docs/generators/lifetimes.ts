import { services } from '../../infra/services.ts';

/** Every class of data with its lifetime, as the manifests declare it beside the table. */
export function lifetimes(): readonly string[] {
  const rows = services.flatMap((service) =>
    Object.entries(service.tables).flatMap(([key, table]) =>
      Object.entries(table.lifetimes).map(
        ([what, howLong]) => `| ${what} | ${service.name}${key === 'main' ? '' : `, table \`${key}\``} | ${howLong} |`,
      ),
    ),
  );
  return ['| what | where | how long |', '|---|---|---|', ...rows];
}

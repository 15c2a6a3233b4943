import { inThousands } from '@convener/writing/numbers';

/** `£1,250` or `£12.50`. */
export function pounds(pence: number): string {
  const whole = `£${inThousands(Math.floor(pence / 100))}`;
  return pence % 100 === 0 ? whole : `${whole}.${String(pence % 100).padStart(2, '0')}`;
}

/** As a form's field or a table's cell has it: `1250.50`. */
export function plainPounds(pence: number | undefined): string {
  return pence === undefined ? '' : (pence / 100).toFixed(2);
}

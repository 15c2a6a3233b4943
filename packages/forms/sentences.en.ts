import type { Problem } from './field.ts';

/** Says what to do about a problem. Another language is one more function of this type. */
export type Sentences = (problem: Problem, what: string) => string;

/**
 * Sentences follow the pattern of the GOV.UK Design System: they say what to do, never what was "invalid". Where it says "select", we say
 * "choose", as every page here does.
 */
export const sentences: Sentences = (problem, what) => {
  const What = capital(what);
  switch (problem.code) {
    case 'missing':
      return problem.verb === 'tick' ? `Tick the box to say ${what}` : `${problem.verb === 'enter' ? 'Enter' : 'Choose'} ${what}`;
    case 'wrong-type':
      return `${What} was sent in a form that we could not read`;
    case 'too-long':
      return `${What} must be ${number(problem.max)} characters or fewer`;
    case 'too-short':
      return `${What} must be ${number(problem.min)} characters or more`;
    case 'not-email':
      return 'Enter an email address, like name@example.org';
    case 'email-character':
      return `We cannot write to an address with “${problem.character}” before the @. Enter another, with letters a to z, like name@example.org`;
    case 'not-url':
      return 'Enter a web address, like https://example.org/page';
    case 'not-slug':
      return `${What} must have only letters a to z, numbers and hyphens, like spring-gathering`;
    case 'not-date':
      return `${What} must be a real date, like 27 3 2026`;
    case 'date-incomplete':
      return `${What} must include a ${listed(problem.parts)}`;
    case 'year-short':
      return 'Year must have 4 numbers, like 2026';
    case 'date-early':
      return `${What} must be ${plainDate(problem.earliest)} or later`;
    case 'date-late':
      return `${What} must be ${plainDate(problem.latest)} or earlier`;
    case 'not-time':
      return `${What} must be a time, like 10:30 or 2pm`;
    case 'not-whole-number':
      return `${What} must be a whole number, like 40`;
    case 'not-money':
      return `${What} must be an amount of money, like 25 or 25.50`;
    case 'too-small':
      return `${What} must be ${number(problem.min)} or more`;
    case 'too-big':
      return `${What} must be ${number(problem.max)} or fewer`;
    case 'not-offered':
      return `Choose ${what} from the list`;
    case 'too-few':
      return `Choose at least ${number(problem.min)} for ${what}`;
    case 'too-many':
      return `Choose no more than ${number(problem.max)} for ${what}`;
    case 'custom':
      return problem.sentence;
  }
};

const months = 'January February March April May June July August September October November December'.split(' ');

function plainDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

function capital(what: string): string {
  return what.charAt(0).toUpperCase() + what.slice(1);
}

function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function listed(parts: readonly string[]): string {
  return parts.join(' and a ');
}

/** The values of a parameter that make sense, and what is wrong with parameters of a record that somebody brings. */
import { contains, describeDomain, type Domain } from '../actions/domain';
import type { InputIssue } from '../engine/parse';
import { nearestText } from '../kit/nearest-text';
import { PARAMETER_NAMES } from '../model/parameters';
import type { BareFacts } from './bare';

type Parameter = BareFacts['parameters'][number];

/** The values of a parameter that make sense, as a domain of fields of events. */
export function domainOf({ domain: { min, max, above, whole } }: Pick<Parameter, 'domain'>): Domain {
  return { kind: 'number', min, max, above: above === true, whole: whole === true };
}

/** What a parameter may be, in words that follow "must be": `a number from 0 to 1 (share)`. */
export function allowedText(parameter: Pick<Parameter, 'domain' | 'unit'>): string {
  const unit = parameter.unit === 'none' ? '' : ` (${parameter.unit})`;
  return `${parameter.domain.whole === true ? '' : 'a number '}${describeDomain(domainOf(parameter))}${unit}`;
}

/** What is wrong with the values of one row: outside its domain, or out of order. */
function valueIssues(parameter: Parameter, path: string): InputIssue[] {
  const { name, low, central, high } = parameter;
  const domain = domainOf(parameter);
  const issues = (['low', 'central', 'high'] as const)
    .filter((end) => parameter[end] !== null && !contains(domain, parameter[end]))
    .map((end) => ({
      path: `${path}.${end}`,
      message: `${name} must be ${allowedText(parameter)}; given ${parameter[end]}`,
    }));
  if (issues.length > 0) return issues;
  if ((low ?? central) <= central && central <= (high ?? central)) return [];
  return [{ path, message: `${name} must have its low below and its high above its central value` }];
}

/**
 * What is wrong with the parameters of a record: a name that the model does not read, one that it reads and that is
 * missing, two rows of one name, symbol or place, a value outside its domain.
 */
export function parameterIssues({ parameters }: Pick<BareFacts, 'parameters'>): InputIssue[] {
  const names: readonly string[] = PARAMETER_NAMES;
  const seen = new Map<string, number>();
  const issues: InputIssue[] = [];
  parameters.forEach((parameter, row) => {
    const path = `parameters.${row}`;
    const { name } = parameter;
    if (!names.includes(name)) {
      const near = nearestText(name, names);
      const meant = near === null ? '' : `; did you mean "${near}"?`;
      issues.push({ path: `${path}.name`, message: `the model reads no parameter "${name}"${meant}` });
    }
    for (const key of ['name', 'symbol', 'place'] as const) {
      if (parameter[key] === null) continue;
      const other = seen.get(`${key} ${parameter[key]}`);
      if (other !== undefined)
        issues.push({
          path: `${path}.${key}`,
          message: `parameters.${other} has the ${key} ${parameter[key]} already`,
        });
      seen.set(`${key} ${parameter[key]}`, row);
    }
    issues.push(...valueIssues(parameter, path));
  });
  const missing = names.filter((name) => !seen.has(`name ${name}`));
  if (missing.length > 0)
    issues.push({
      path: 'parameters',
      message: `the model reads ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''}, for which there is no row`,
    });
  return issues;
}

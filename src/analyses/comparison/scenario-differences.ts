/**
 * What tells a variant from its base: the list of differences, each of which can be taken back by itself.
 *
 * Taking one back and running the same episodes again is the but-for test of the law of torts and of actual causes
 * (Halpern and Pearl 2005): a difference without which an episode would not have ended as it did was needed for it.
 */
import { sameJson } from '../../engine/digest';
import type { State } from '../../model/state';
import { PARTY_IDS } from '../../model/actor';
import type { IssuePrior, ModelSpecification } from '../../scenario/model-specification';

/** A scenario as the simulation runs it. */
export interface Setting {
  readonly initial: State;
  readonly specification: ModelSpecification;
}

/** What a difference is about. */
export type DifferenceKind = 'event' | 'parameter' | 'issue' | 'policy' | 'hypothesis' | 'opening';

/** One way in which a variant differs from its base. */
export interface ScenarioDifference {
  /** `kind:name`; unique within a comparison. */
  readonly id: string;
  /** What it is about: a supposed event, a parameter, an issue, a policy, a hypothesis or the opening. */
  readonly kind: DifferenceKind;
  /** Name of the supposed event, dotted name of the parameter, id of the issue, party, hypothesis, or `opening`. */
  readonly name: string;
}

const differ = (a: unknown, b: unknown) => !sameJson(a, b);

/** Keys under which two lists of named things hold different values, in the order of the first, then of the second. */
function differing<T>(a: readonly T[], b: readonly T[], nameOf: (item: T) => string): string[] {
  const inB = new Map(b.map((item) => [nameOf(item), item]));
  const inA = new Set(a.map(nameOf));
  return [
    ...a.filter((item) => differ(item, inB.get(nameOf(item)))).map(nameOf),
    ...b.map(nameOf).filter((name) => !inA.has(name)),
  ];
}

const named = (kind: DifferenceKind, name: string): ScenarioDifference => ({
  id: `${kind}:${name}`,
  kind,
  name,
});

/** The specification without what other differences are about: what is left belongs to the opening. */
function openingSpecification({
  parameters,
  issues,
  policies,
  hypotheses,
  supposed,
  own,
  ...rest
}: ModelSpecification) {
  void [parameters, policies, hypotheses, supposed, own];
  return { ...rest, agenda: issues.map((issue) => issue.id) };
}

const eventName = ({ name }: ModelSpecification['supposed'][number]) => name;
const nameOf = ({ name }: ModelSpecification['parameters'][number]) => name;
const idOf = ({ id }: IssuePrior) => id;

/** Lists the differences of a variant from its base; empty where the two run alike. Deterministic in both. */
export function differencesOf(base: Setting, variant: Setting): ScenarioDifference[] {
  const [a, b] = [base.specification, variant.specification];
  const shared = (issues: readonly IssuePrior[], others: readonly IssuePrior[]) =>
    issues.filter((issue) => others.some((other) => other.id === issue.id));
  const hypotheses = (Object.keys(a.hypotheses) as (keyof ModelSpecification['hypotheses'])[]).filter(
    (key) => a.hypotheses[key] !== b.hypotheses[key],
  );
  const opening =
    differ(base.initial, variant.initial) || differ(openingSpecification(a), openingSpecification(b))
      ? [named('opening', 'opening')]
      : [];
  return [
    ...differing(a.supposed, b.supposed, eventName).map((name) => named('event', name)),
    ...PARTY_IDS.filter((party) => a.policies[party] !== b.policies[party]).map((party) =>
      named('policy', party),
    ),
    ...hypotheses.map((name) => named('hypothesis', name)),
    ...differing(a.parameters, b.parameters, nameOf).map((name) => named('parameter', name)),
    ...differing(shared(a.issues, b.issues), shared(b.issues, a.issues), idOf).map((id) =>
      named('issue', id),
    ),
    ...opening,
  ];
}

/** A list with the item of one name as another list has it: replaced, added at its place by `before`, or left out. */
function withItemOf<T>(
  list: readonly T[],
  source: readonly T[],
  nameOf: (item: T) => string,
  name: string,
): T[] {
  const theirs = source.find((item) => nameOf(item) === name);
  if (theirs === undefined) return list.filter((item) => nameOf(item) !== name);
  const at = list.findIndex((item) => nameOf(item) === name);
  return at < 0 ? [...list, theirs] : list.map((item, index) => (index === at ? theirs : item));
}

/** The supposed events in the order in which they are enacted: by day, then as the given list has them. */
function inOrder(
  supposed: ModelSpecification['supposed'],
  order: ModelSpecification['supposed'],
): ModelSpecification['supposed'] {
  const rank = (name: string) => order.findIndex((candidate) => candidate.name === name);
  return [...supposed].sort((a, b) =>
    a.event.on === b.event.on ? rank(a.name) - rank(b.name) : a.event.on < b.event.on ? -1 : 1,
  );
}

/** The opening of one setting with all else of another; the agenda is the opening's. */
function withOpening(setting: Setting, opening: Setting): Setting {
  const { parameters, policies, hypotheses, supposed } = setting.specification;
  const issues = opening.specification.issues.map(
    (issue) => setting.specification.issues.find((own) => own.id === issue.id) ?? issue,
  );
  return {
    initial: opening.initial,
    specification: { ...opening.specification, parameters, policies, hypotheses, supposed, issues },
  };
}

/** A variant with one of its differences from the base taken back. Pure. */
export function takenBack(variant: Setting, base: Setting, difference: ScenarioDifference): Setting {
  const { initial, specification } = variant;
  const { kind, name } = difference;
  const changed = (change: Partial<ModelSpecification>): Setting => ({
    initial,
    specification: { ...specification, ...change },
  });
  switch (kind) {
    case 'event': {
      const supposed = withItemOf(specification.supposed, base.specification.supposed, eventName, name);
      return changed({
        supposed: inOrder(supposed, [...base.specification.supposed, ...specification.supposed]),
      });
    }
    case 'parameter':
      return changed({
        parameters: withItemOf(specification.parameters, base.specification.parameters, nameOf, name),
      });
    case 'issue':
      return changed({ issues: withItemOf(specification.issues, base.specification.issues, idOf, name) });
    case 'policy': {
      const party = name === 'US' ? 'US' : 'CN';
      return changed({
        policies: { ...specification.policies, [party]: base.specification.policies[party] },
      });
    }
    case 'hypothesis': {
      const key = name === 'leverKept' ? 'leverKept' : 'gambitValidated';
      return changed({
        hypotheses: { ...specification.hypotheses, [key]: base.specification.hypotheses[key] },
      });
    }
    case 'opening':
      return withOpening(variant, base);
  }
}

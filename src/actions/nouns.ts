/**
 * The nouns of the families of action types, each with its article and its plural: the one table from which texts say
 * `a duty`, `an export control`, `the duties`. A family without a row does not compile where its acts are worded.
 */

/** A noun as texts use it. */
export interface Noun {
  /** The indefinite article, by how the noun sounds. */
  readonly article: 'a' | 'an';
  readonly one: string;
  readonly many: string;
}

/** The noun of each family, by the prefix of its action types. */
export const FAMILY_NOUNS = {
  tariff: { article: 'a', one: 'duty', many: 'duties' },
  control: { article: 'an', one: 'export control', many: 'export controls' },
  'port-fee': { article: 'a', one: 'port fee', many: 'port fees' },
  listing: { article: 'a', one: 'listing', many: 'listings' },
  'blocking-order': { article: 'a', one: 'blocking order', many: 'blocking orders' },
  licence: { article: 'a', one: 'licence', many: 'licences' },
  exclusion: { article: 'an', one: 'exclusion', many: 'exclusions' },
  probe: { article: 'a', one: 'probe', many: 'probes' },
  purchase: { article: 'a', one: 'purchase', many: 'purchases' },
  relief: { article: 'a', one: 'payment of relief', many: 'payments of relief' },
  undertaking: { article: 'an', one: 'undertaking', many: 'undertakings' },
  truce: { article: 'a', one: 'truce', many: 'truces' },
  institution: { article: 'an', one: 'institution', many: 'institutions' },
  issue: { article: 'an', one: 'issue', many: 'issues' },
  talks: { article: 'a', one: 'round of talks', many: 'rounds of talks' },
  meeting: { article: 'a', one: 'meeting', many: 'meetings' },
  agreement: { article: 'an', one: 'agreement', many: 'agreements' },
  statement: { article: 'a', one: 'statement', many: 'statements' },
  'third-country': { article: 'a', one: 'third country', many: 'third countries' },
  court: { article: 'an', one: 'authority', many: 'authorities' },
  calendar: { article: 'a', one: 'day', many: 'days' },
  economy: { article: 'an', one: 'account of the day', many: 'accounts of the day' },
  market: { article: 'a', one: 'market', many: 'markets' },
} as const satisfies Readonly<Record<string, Noun>>;

/** A noun behind its indefinite article: `an export control`. */
export const withArticle = ({ article, one }: Noun): string => `${article} ${one}`;

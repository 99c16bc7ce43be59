/** The types of the facts, compiled from their schemas. Do not edit: run `npm run forms`. */
import type { Condition } from '../model/condition';

/** An act of the record, as it is written. */
export type RecordedAct = {
  event: {
    on: string;
    actor: string;
    type: string;
    [field: string]: unknown;
  };
  source: string | null;
  certainty: 'high' | 'medium' | 'low' | 'unverified';
  basis?: 'statistic' | 'estimate' | 'prior';
  announcedOn?: string;
  speaker?: string;
  assumption?: true;
  note?: string;
};

/** A layer of duties as the facts have it, without what acts made of it. */
export type TariffFact = {
  id: string;
  label: string;
  imposer: 'US' | 'CN';
  target: 'US' | 'CN';
  authority: string;
  probe: string | null;
  coverage: {
    share: number;
    basis: 'published' | 'derived';
    source: string | null;
    assumption?: true;
    note?: string;
  };
  shareOfImports: {
    value: number;
    year: number | null;
    source: string;
    note?: string;
  } | null;
  stacksWith: 'all' | 'all-but-listed';
  doesNotStack: string[];
};

/** An export control as the facts have it, without what acts made of it. */
export type ControlFact = {
  id: string;
  label: string;
  imposer: 'US' | 'CN';
  target: 'US' | 'CN';
  authority: string;
  subject: 'rare-earths' | 'chips' | 'software' | 'affiliates' | 'aircraft' | 'batteries' | 'metals';
  reach: 'bilateral' | 'all-destinations' | 'extraterritorial';
  deMinimisPct: number | null;
  indivisible: boolean;
  severity: {
    value: number;
    low: number;
    high: number;
    source: string | null;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  };
};

/** The facts as a value: what `detente/data` exports and `start` takes. */
export type Facts = {
  sources: Record<string, {
    title: string;
    href: string | null;
    published: string | null;
  }>;
  start: {
    on: string;
    measures: {
      id: string;
      ratePct: number;
      source: string | null;
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    }[];
    probes: {
      id: string;
      since: string;
      status: 'open' | 'affirmative' | 'closed' | 'suspended';
      source: string | null;
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    }[];
    flows: {
      id: string;
      status: 'market' | 'halted';
      source: string | null;
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    }[];
    /**
     * The last day that the record covers, and why it ends there; that of its last act if left out.
     */
    until?: {
      on: string;
      note: string;
    };
  };
  acts: RecordedAct[];
  parties: {
    id: 'US' | 'CN';
    label: string;
    capital: string;
    timezoneNote: string;
  }[];
  people: {
    id: string;
    name: string;
    party: 'US' | 'CN' | null;
    role: string;
    body?: string;
    source: string | null;
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
  authorities: {
    id: string;
    owner: 'US' | 'CN';
    label: string;
    instruments: ('tariff' | 'export-control' | 'listing' | 'port-fee' | 'probe' | 'purchase' | 'blocking-order')[];
    ceilingPct: number | null;
    procedure: 'none' | 'finding';
    maximumDays: number | null;
    exposedToCourts: boolean;
    /** The uses that courts may end, each by whose account; all of them where it is left out. */
    exposure?: {
      use: 'tariff' | 'export-control' | 'listing' | 'port-fee' | 'probe' | 'purchase' | 'blocking-order';
      source: string | null;
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    }[];
    /** Whether its measures hit imports from all countries alike. */
    hitsAllCountries: boolean;
    /** From when it could be used. */
    since: {
      from: string;
      source: string | null;
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    };
    source: string | null;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
  lists: {
    id: string;
    label: string;
    authority: string;
    effect: 'supply' | 'trade' | 'dealings' | 'securities' | 'procurement';
    usual?: true;
    source: string | null;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
  tariffs: {
    usOnCn: TariffFact[];
    cnOnUs: TariffFact[];
  };
  reconciliations: {
    direction: 'usOnCn' | 'cnOnUs';
    from: string;
    pp: number;
    /** The part of it that has a source of its own and is no remainder. */
    effectPp?: number;
    source: string | null;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note: string;
  }[];
  controls: {
    us: ControlFact[];
    cn: ControlFact[];
  };
  portFees: {
    id: string;
    label: string;
    imposer: 'US' | 'CN';
    target: 'US' | 'CN';
    authority: string;
    probe: string | null;
    feePerNetTon: number;
    currency: 'USD' | 'CNY';
    indivisible: boolean;
  }[];
  listings: {
    id: string;
    label: string;
    list: string;
    imposer: 'US' | 'CN';
    target: 'US' | 'CN';
    authority: string;
    entities: number;
  }[];
  probes: {
    id: string;
    owner: 'US' | 'CN';
    target: 'US' | 'CN';
    authority: string;
    subject: string;
    hearingOn: string | null;
    source: string | null;
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
  purchases: {
    flows: {
      id: string;
      buyer: 'US' | 'CN';
      seller: 'US' | 'CN';
      product: string;
      monthlyImportsMmt: {
        from: string;
        until: string;
        value: number;
        publishedOn: string | null;
        source: string | null;
        basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
        assumption?: true;
        note?: string;
      }[];
      annualMmt: {
        year: number;
        value: number;
        source: string | null;
        basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
        assumption?: true;
        note?: string;
      }[];
    }[];
    /** What else may be bought by promise: an act opens the trade, and takes its unit from here. */
    products: {
      id: string;
      product: string;
      unit: 'Mmt' | 'USD bn' | 'pieces';
      normalYear: {
        value: number;
        year: number;
        source: string | null;
        basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
        assumption?: true;
        note?: string;
      };
    }[];
    commitments: {
      id: string;
      flow: string | null;
      buyer: 'US' | 'CN';
      seller: 'US' | 'CN';
      agreedOn: string;
      confirmedByBuyer: boolean;
      terms: {
        from: string;
        until: string;
        measure: string;
        value: number;
        unit: 'USD bn' | 'Mmt' | 'Mmt a year';
        delivered: number | null;
        deliveredShare: number | null;
        source: string | null;
        basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
        assumption?: true;
        note?: string;
      }[];
    }[];
  };
  undertakings: {
    id: string;
    party: 'US' | 'CN';
    label: string;
    history: {
      from: string;
      status: 'asked' | 'partial' | 'promised' | 'done' | 'refused';
      source: string | null;
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    }[];
  }[];
  truces: {
    id: string;
    label: string;
    parties: ('US' | 'CN')[];
    conditions: {
      party: 'US' | 'CN';
      text: string;
      source: string | null;
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    }[];
  }[];
  truceSpells: {
    id: string;
    truce: string;
    from: string;
    until: string;
    days: number;
    censored: boolean;
    brokenBy: 'US' | 'CN' | null;
    source: string | null;
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
  meetings: {
    id: string;
    on: string;
    place: string;
    planned?: {
      from: string;
      source: string | null;
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    };
    delegations?: {
      US: string[];
      CN: string[];
    };
    source?: string | null;
    note?: string;
  }[];
  codedClasses: {
    id: 'escalation' | 'no-deal' | 'truce' | 'rollback' | 'comprehensive';
    title: string;
    meaning: string;
    question: string;
    consult: string;
    tie: string;
    when: Condition;
  }[];
  codedMeetings: {
    id: string;
    on: string;
    place: string;
    outcome: 'escalation' | 'no-deal' | 'truce' | 'rollback' | 'comprehensive';
    class: number;
    /** Degree to which each issue was granted by the text of the meeting; 0 for any other issue. */
    granted?: Record<string, number>;
    /** The score of the first forecast of this meeting that was kept. */
    firstScore?: {
      seed: string;
      runs: number;
      rps: number;
      log: number;
      note: string;
    };
    /** The class that another reader could give it, and why. */
    otherReading?: {
      outcome: 'escalation' | 'no-deal' | 'truce' | 'rollback' | 'comprehensive';
      class: number;
      note: string;
    };
    source: string | null;
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption: true;
    note: string;
  }[];
  dossiers: {
    id: string;
    title: string;
    asOf: string;
    meeting: string;
    codedMeeting: string;
    painSince: string;
    set: 'nine' | 'ten' | 'five';
  }[];
  firstScores: {
    core: {
      seed: string;
      runs: number;
      pain: 'steady';
      baseRateWeight: number;
      source: string | null;
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    };
    earlier: {
      version: string;
      seed: string;
      runs: number;
      source: string | null;
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    };
    meetings: {
      /** Id of the coded meeting. */
      id: string;
      p: {
        escalation: number;
        'no-deal': number;
        truce: number;
        rollback: number;
        comprehensive: number;
      };
      baseRate: {
        escalation: number;
        'no-deal': number;
        truce: number;
        rollback: number;
        comprehensive: number;
      };
      rps: {
        model: number;
        published: number;
        evenPool: number;
        baseRate: number;
      };
      /** The scores under the other reading of the meeting, as far as they were registered. */
      otherReading?: {
        model: number;
        published?: number;
        evenPool?: number;
        baseRate?: number;
      };
      earlier: {
        rps: number;
        log: number;
      };
    }[];
  };
  forecasts: {
    id: string;
    forecaster: string;
    on: string;
    dossier: string;
    statement: string;
    groups: string[][];
    p: number[];
    source: string | null;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
  questions: {
    id: string;
    scenario: string;
    question: string;
    resolvesOn: string;
    /** What resolves it: to yes, or to a number. */
    yes: string;
    /** What resolves it to no; null where it asks for a number. */
    no: string | null;
    edges: string[];
    consult: string;
    asks: {
      kind: 'chance';
      when: Condition;
    } | {
      kind: 'quantiles';
      of: {
        term: string;
        of: string;
        on: string;
      };
      unit: string;
    };
    baseRate: {
      n: number;
      of: number;
      source: string | null;
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    } | null;
  }[];
  registered: ({
    kind: 'registration';
    question: string;
    registeredOn: string;
    /** The last day of which anything was known. */
    knownTo: string;
    version: string;
    seed: string;
    runs: number;
    answer: {
      p: number;
    } | {
      p10: number;
      p50: number;
      p90: number;
    };
    sampling: {
      low: number;
      high: number;
    } | null;
    /** Of the parameters, since 29 November 2026. */
    assumptions?: {
      low: number;
      high: number;
    } | null;
    /** Of the policies, since 29 November 2026. */
    actors?: {
      low: number;
      high: number;
    } | null;
    baseRate: number | null;
    pModel: number | null;
    /** SHA-256 of the answers of that run. */
    digest: string;
    before: string | null;
  } | {
    kind: 'resolution';
    question: string;
    resolvedOn: string;
    outcome: boolean | number;
    source: string | null;
    assumption?: true;
    note: string;
    before: string | null;
  })[];
  rateContracts: {
    id: string;
    forecaster: string;
    on: string | null;
    dossier: string;
    resolvesOn: string;
    statement: string;
    authority: string;
    edgesPct: number[];
    prices: number[];
    source: string | null;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
  issues: {
    id: string;
    label: string;
    giver: 'US' | 'CN';
    benefit: number;
    cost: number;
    cap: number;
    indivisible: boolean;
    kind: 'tariff' | 'control' | 'economic' | 'symbolic';
    positions: {
      US: {
        wants: string;
        fears: string;
      };
      CN: {
        wants: string;
        fears: string;
      };
    };
    performance: ({
      kind: 'cut-tariff';
      measure: string;
    } | {
      kind: 'extend-suspension';
      measure: string;
      days: number;
    } | {
      kind: 'suspend-tariff';
      measure: string;
      days: number;
    } | {
      kind: 'postpone-tariff';
      measure: string;
      days: number;
    } | {
      kind: 'suspend-control';
      measure: string;
      days: number;
    } | {
      kind: 'postpone-control';
      measure: string;
      days: number;
    } | {
      kind: 'ease-control';
      measure: string;
    } | {
      kind: 'withdraw-control';
      measure: string;
    } | {
      kind: 'grant-licences';
      measure: string;
    } | {
      kind: 'suspend-port-fee';
      measure: string;
      days: number;
    } | {
      kind: 'suspend-listing';
      measure: string;
      days: number;
    } | {
      kind: 'buy';
      flow: string;
      initialMmt: number;
      annualMmt: number;
      years: number;
    } | {
      kind: 'suspend-probe';
      probe: string;
      days: number;
    } | {
      kind: 'undertake';
      undertaking: string;
      days: number;
    } | {
      kind: 'establish';
      institution: string;
      label: string;
      monitors: boolean;
    } | {
      kind: 'say';
      topic: string;
    })[];
    source: string | null;
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption: true;
    note: string;
  }[];
  parameters: {
    /** Dotted name: the component, and the parameter within it. */
    name: string;
    /** Its symbol in version 0.1; null where it had none. */
    symbol: string | null;
    /** Its column among all that studies draw: stays when files are put in another order. */
    place: number;
    meaning: string;
    unit: string;
    /** The values that make sense; the range lies within. */
    domain: {
      min: number;
      max: number;
      /** Whether the lower end is left out. */
      above?: true;
      /** Whether only whole numbers make sense. */
      whole?: true;
    };
    low: number | null;
    central: number;
    high: number | null;
    law: 'triangular' | 'fixed';
    drawn: boolean;
    /** Whether the core alone takes it at its central value. */
    core?: boolean;
    /** Whether it is the size of a channel, which the core alone takes at nought. */
    size?: boolean;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    source: string | null;
    assumption: boolean;
    note?: string;
  }[];
  referenceFigures: {
    symbol: string;
    name: string;
    meaning: string;
    unit: string;
    low: number | null;
    central: number;
    high: number | null;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    source: string | null;
    assumption: boolean;
    note?: string;
  }[];
  tradeWorld: {
    labels: ['US', 'CN', 'RoW'];
    year: number;
    flowsThousandUsd: number[][];
    incomeThousandUsd: number[];
    source: string | null;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  };
  commodities: {
    id: string;
    label: string;
    unit: string;
    observations: {
      from: string;
      until: string;
      value: number;
      publishedOn: string | null;
      source: string | null;
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    }[];
  }[];
  averages: {
    on: string;
    usOnCnPct: number | null;
    cnOnUsPct: number | null;
    publisher: string;
    method: 'fixed-weights' | 'other-weights' | 'statutory' | 'collected' | 'simple' | 'own-estimate' | 'headline-sum';
    /** Whether shares or remainders were found from this figure, or it tests them. */
    use?: {
      usOnCn?: 'pinned' | 'test';
      cnOnUs?: 'pinned' | 'test';
    };
    source: string | null;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
  plans: {
    id: string;
    label: string;
    party: 'US' | 'CN';
    announcedOn: string;
    on: string;
    publishedPct: number;
    publisherMethod: 'fixed-weights' | 'other-weights';
    changes: {
      layer: string;
      ratePct: number;
    }[];
    effectPp: number;
    source: string | null;
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note: string;
  }[];
  coverageYale: {
    publisher: string;
    direction: 'usOnCn';
    baseline: {
      on: string;
      pct: number;
      source: string | null;
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    };
    coverage: {
      layer: string;
      share: number;
      from?: string;
      source: string | null;
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      assumption?: true;
      note?: string;
    }[];
  };
  statements: {
    on: string;
    speaker: string | null;
    party: 'US' | 'CN' | null;
    tone: 'conciliatory' | 'neutral' | 'hostile';
    topic: string;
    gist: string;
    source: string | null;
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
  claims: {
    id: string;
    claim: string;
    verdict: 'confirmed' | 'corrected' | 'judgement';
    correction?: string;
    source: string | null;
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
  threats: {
    id: string;
    threatener: 'US' | 'CN';
    target: 'US' | 'CN';
    instrument: 'tariff' | 'rare-earths' | 'metals' | 'listing' | 'software' | 'port-fee' | 'probe' | 'meeting' | 'trade-ban' | 'several';
    form: 'signed-measure' | 'verbal-ultimatum' | 'verbal-threat' | 'conditional-retaliation' | 'snapback' | 'regulatory-clock';
    gist: string;
    announcedOn: string;
    dueOn: string | null;
    fate: 'on-time' | 'late' | 'diluted' | 'withdrawn' | 'met' | 'extended' | 'pending' | 'executed-without-date' | 'not-executed';
    settledOn: string | null;
    inReturnFor?: string;
    calibration: boolean;
    why?: string;
    cluster: string | null;
    source: string | null;
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    assumption?: true;
    note?: string;
  }[];
};

/** The types of the facts, compiled from their schemas. Do not edit: run `npm run forms`. */
import type { Condition } from '../model/condition';

/** An act of the record, as it is written. */
export type RecordedAct = {
  /** The act as an event of its action type, with the fields of that type. */
  event: {
    /** Day of the act, YYYY-MM-DD. */
    on: string;
    /** Who acted: a party, both, a court, a third country, the market or the calendar. */
    actor: string;
    /** Action type, `family.verb`. */
    type: string;
    [field: string]: unknown;
  };
  /**
   * Key of the source in the register of sources; null where there is no document, and the note
   * says why.
   */
  source: string | null;
  /**
   * How certain the act is: high for a legal text or an official act, medium for second hand, low
   * for inferred, unverified for recalled without a document.
   */
  certainty: 'high' | 'medium' | 'low' | 'unverified';
  /** There where a figure of the act is no law: a statistic, an estimate or a prior belief. */
  basis?: 'statistic' | 'estimate' | 'prior';
  /**
   * Day of the order, YYYY-MM-DD, where the act stands on the later day on which it took effect.
   */
  announcedOn?: string;
  /** Id of the person who said it; left out where the act is no saying. */
  speaker?: string;
  /** True where no document attests the act; left out otherwise. */
  assumption?: true;
  /** What is known or left open about the act, in words. */
  note?: string;
};

/** A layer of duties as the facts have it, without what acts made of it. */
export type TariffFact = {
  /** Id of the duty, the imposer before a slash: `us/s301-list1`. */
  id: string;
  /** What people call the duty. */
  label: string;
  /** The party that collects it. */
  imposer: 'US' | 'CN';
  /** The party whose goods it hits. */
  target: 'US' | 'CN';
  /** Id of the statute on which it stands. */
  authority: string;
  /** Id of the investigation whose finding it rests on; null where the statute needs none. */
  probe: string | null;
  /** How much of the trade it covers, on the weights of the published averages. */
  coverage: {
    /**
     * Share of the imports of the imposer from the target, 0 to 1, without goods on which it does
     * not stack.
     */
    share: number;
    /** Whether the share was published as such or derived from the steps of published averages. */
    basis: 'published' | 'derived';
    /** Key of the source in the register of sources; null where there is no document. */
    source: string | null;
    /** True where no document attests the share; left out otherwise. */
    assumption?: true;
    /** How the share was found, in words. */
    note?: string;
  };
  /**
   * Share of the imports by value, which never enters the sum of averages; null where none was
   * published.
   */
  shareOfImports: {
    /** Share of the value of all imports from the target, 0 to 1. */
    value: number;
    /** Year of the trade by which it is weighed; null where none is told. */
    year: number | null;
    /** Key of the source in the register of sources. */
    source: string;
    /** How the share was found, in words. */
    note?: string;
  } | null;
  /**
   * Whether it adds to every other duty on the same goods, or to all but those in `doesNotStack`.
   */
  stacksWith: 'all' | 'all-but-listed';
  /** Ids of duties that do not add to it on the same goods; empty where it stacks with all. */
  doesNotStack: string[];
};

/** An export control as the facts have it, without what acts made of it. */
export type ControlFact = {
  /** Id of the export control, the imposer before a slash: `cn/rare-earths-april`. */
  id: string;
  /** What people call the control. */
  label: string;
  /** The party that controls the export. */
  imposer: 'US' | 'CN';
  /** The party that is denied the goods. */
  target: 'US' | 'CN';
  /** Id of the statute on which it stands. */
  authority: string;
  /** What is controlled: kinds of goods or technology, or the affiliates of listed firms. */
  subject: 'rare-earths' | 'chips' | 'software' | 'affiliates' | 'aircraft' | 'batteries' | 'metals';
  /**
   * Which trade it catches: that of the two parties, exports to all countries, or foreign-made
   * goods, too.
   */
  reach: 'bilateral' | 'all-destinations' | 'extraterritorial';
  /**
   * Share of controlled content from which foreign-made goods are caught, per cent of value; null
   * where it catches none by content.
   */
  deMinimisPct: number | null;
  /** Whether it can be lifted only as a whole, and not eased by degrees. */
  indivisible: boolean;
  /** Share of the trade in its subject that is denied without a licence, with its range. */
  severity: {
    /** Central value, a share from 0 to 1. */
    value: number;
    /** Low end of what is held possible, a share from 0 to 1. */
    low: number;
    /** High end of what is held possible, a share from 0 to 1. */
    high: number;
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /**
     * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
     * recalled without a document.
     */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  };
};

/** The facts as a value: what `detente/data` exports and `start` takes. */
export type Facts = {
  /** The register of sources: every document by its key. */
  sources: Record<string, {
    /** Publisher and title of the document. */
    title: string;
    /** Web address of the document, https or http; null where it has none. */
    href: string | null;
    /** Day of publication, YYYY-MM-DD; null where it is not known. */
    published: string | null;
  }>;
  /** What held on the morning of the first day, and how far the record reaches. */
  start: {
    /** First day of the record, YYYY-MM-DD. */
    on: string;
    /** Duties in force on that morning. */
    measures: {
      /** Id of the duty. */
      id: string;
      /** Its ad valorem rate, per cent. */
      ratePct: number;
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /**
       * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
       * recalled without a document.
       */
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    }[];
    /** Investigations that had begun before. */
    probes: {
      /** Id of the investigation. */
      id: string;
      /** Day on which it was opened, YYYY-MM-DD. */
      since: string;
      /** How it stood on that morning. */
      status: 'open' | 'affirmative' | 'closed' | 'suspended';
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /** How far the value may be trusted; left out where the table says so as a whole. */
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    }[];
    /** Trade that the state of the buyer can halt, as it stood. */
    flows: {
      /** Id of the flow. */
      id: string;
      /** Whether goods were bought as the market has it, or purchases were halted. */
      status: 'market' | 'halted';
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /** How far the value may be trusted; left out where the table says so as a whole. */
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    }[];
    /**
     * The last day that the record covers, and why it ends there; that of its last act if left out.
     */
    until?: {
      /** Last day that the record covers, YYYY-MM-DD. */
      on: string;
      /** Why the record ends there. */
      note: string;
    };
  };
  /** Every act of the parties, courts and others, in the order of days. */
  acts: RecordedAct[];
  /** The two bargaining parties. */
  parties: {
    /** The bargaining party: `US` or `CN`. */
    id: 'US' | 'CN';
    /** Name of the country. */
    label: string;
    /** City of its government, in whose time its measures count. */
    capital: string;
    /** Time zone in which its days begin, and how it counts the last day of a measure. */
    timezoneNote: string;
  }[];
  /** Who speaks or sits for a party, or is quoted on it. */
  people: {
    /** Id of the person, lower-case words joined by hyphens. */
    id: string;
    /** Name as the press writes it. */
    name: string;
    /** The party for which the person speaks; null for an outside observer. */
    party: 'US' | 'CN' | null;
    /** Office or function at the time of the talks. */
    role: string;
    /** Ministry or institution of the person; left out where none is named. */
    body?: string;
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /** How far the value may be trusted; left out where the table says so as a whole. */
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
  /** The statutes and powers on which measures stand. */
  authorities: {
    /** Id of the statute or power, lower-case words joined by hyphens. */
    id: string;
    /** The party whose law it is. */
    owner: 'US' | 'CN';
    /** Name of the statute or power. */
    label: string;
    /** Kinds of measure that it allows; empty where a negotiation cannot use it. */
    instruments: ('tariff' | 'export-control' | 'listing' | 'port-fee' | 'probe' | 'purchase' | 'blocking-order')[];
    /** Highest ad valorem duty that it allows, per cent; null where the text has no such limit. */
    ceilingPct: number | null;
    /**
     * What it asks for before a measure: nothing, or an investigation with an affirmative finding.
     */
    procedure: 'none' | 'finding';
    /** Longest life of a measure under it, days; null where the text has no such limit. */
    maximumDays: number | null;
    /**
     * Whether its use is before the courts where no act says so; a suit of the record may bring
     * another there.
     */
    exposedToCourts: boolean;
    /** The uses that courts may end, each by whose account; all of them where it is left out. */
    exposure?: {
      /** The kind of measure that a court may end. */
      use: 'tariff' | 'export-control' | 'listing' | 'port-fee' | 'probe' | 'purchase' | 'blocking-order';
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /**
       * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
       * recalled without a document.
       */
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    }[];
    /** Whether its measures hit imports from all countries alike. */
    hitsAllCountries: boolean;
    /** From when it could be used. */
    since: {
      /** First day on which it could be used, YYYY-MM-DD. */
      from: string;
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /** How far the value may be trusted; left out where the table says so as a whole. */
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    };
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /**
     * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
     * recalled without a document.
     */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
  /** The lists of firms that authorities keep. */
  lists: {
    /** Id of the list, lower-case words joined by hyphens: `entity-list`. */
    id: string;
    /** Name of the list. */
    label: string;
    /** Id of the statute under which it is kept. */
    authority: string;
    /**
     * What being on it denies: controlled goods, trade and investment, all dealings, its
     * securities, or public contracts.
     */
    effect: 'supply' | 'trade' | 'dealings' | 'securities' | 'procurement';
    /** True where its party reaches for it first, to answer or in a quarrel; left out otherwise. */
    usual?: true;
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /**
     * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
     * recalled without a document.
     */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
  /** Duties, by whose goods they hit. */
  tariffs: {
    /** American duties on Chinese goods. */
    usOnCn: TariffFact[];
    /** Chinese duties on American goods. */
    cnOnUs: TariffFact[];
  };
  /** Remainders between the sum of duties and published averages. */
  reconciliations: {
    /**
     * The average that it mends: American duties on Chinese goods, or Chinese duties on American
     * goods.
     */
    direction: 'usOnCn' | 'cnOnUs';
    /** First day on which it holds, YYYY-MM-DD, until the next row of its direction. */
    from: string;
    /**
     * What the published average has beyond the sum of the duties, percentage points of the
     * average; negative where it has less.
     */
    pp: number;
    /** The part of it that has a source of its own and is no remainder. */
    effectPp?: number;
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /**
     * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
     * recalled without a document.
     */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the remainder is thought to consist of. */
    note: string;
  }[];
  /** Export controls, by the party that imposes them. */
  controls: {
    /** Export controls of the United States. */
    us: ControlFact[];
    /** Export controls of China. */
    cn: ControlFact[];
  };
  /** Fees on ships of the other side. */
  portFees: {
    /** Id of the port fee, the imposer before a slash: `us/port-fees`. */
    id: string;
    /** What people call the fee. */
    label: string;
    /** The party in whose ports it is collected. */
    imposer: 'US' | 'CN';
    /** The party whose ships it hits. */
    target: 'US' | 'CN';
    /** Id of the statute on which it stands. */
    authority: string;
    /** Id of the investigation whose finding it rests on; null where the statute needs none. */
    probe: string | null;
    /** Fee on each net ton of a ship, in the currency named. */
    feePerNetTon: number;
    /** Currency of the fee: US dollars or renminbi. */
    currency: 'USD' | 'CNY';
    /** Whether it can be lifted only as a whole. */
    indivisible: boolean;
  }[];
  /** Acts of putting firms on a list. */
  listings: {
    /** Id of the act of listing, the imposer before a slash: `us/denial-zte-2018`. */
    id: string;
    /** Who was listed, in words. */
    label: string;
    /** Id of the list on which they were put. */
    list: string;
    /** The party that lists. */
    imposer: 'US' | 'CN';
    /** The party whose firms are listed. */
    target: 'US' | 'CN';
    /** Id of the statute under which the list is kept. */
    authority: string;
    /** Number of firms and persons that were listed, as announced. */
    entities: number;
  }[];
  /** Investigations under trade and competition law. */
  probes: {
    /** Id of the investigation, its owner before a slash: `us/probe-s301-maritime`. */
    id: string;
    /** The party that investigates. */
    owner: 'US' | 'CN';
    /** The party whose practices or firms are investigated. */
    target: 'US' | 'CN';
    /** Id of the statute under which it is held. */
    authority: string;
    /** What is investigated, in words. */
    subject: string;
    /** Day of its public hearing, YYYY-MM-DD; null where none is known. */
    hearingOn: string | null;
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /** How far the value may be trusted; left out where the table says so as a whole. */
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
  /** Goods that a state buys or can keep from being bought, and promises to buy. */
  purchases: {
    /** Goods whose trade the state of the buyer can halt and resume. */
    flows: {
      /** Id of the flow: `soybeans`. */
      id: string;
      /** The party that buys. */
      buyer: 'US' | 'CN';
      /** The party that sells. */
      seller: 'US' | 'CN';
      /** The goods in words. */
      product: string;
      /**
       * What the buyer imported from the seller, month by month or over a few months, million
       * metric tons.
       */
      monthlyImportsMmt: {
        /** First day of the span, YYYY-MM-DD. */
        from: string;
        /** Last day of the span, YYYY-MM-DD. */
        until: string;
        /** Imports in the whole span, million metric tons. */
        value: number;
        /** Day on which the figure became known, YYYY-MM-DD; null where that day is not known. */
        publishedOn: string | null;
        /**
         * Key of the source in the register of sources; null where there is no document, and the
         * row is an assumption.
         */
        source: string | null;
        /**
         * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
         * recalled without a document.
         */
        basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
        /** True where no document attests the row; left out otherwise. */
        assumption?: true;
        /** What the value rests on or leaves open, in words. */
        note?: string;
      }[];
      /** What the buyer imported from the seller in whole years, million metric tons. */
      annualMmt: {
        /** Calendar year. */
        year: number;
        /** Imports in the year, million metric tons. */
        value: number;
        /**
         * Key of the source in the register of sources; null where there is no document, and the
         * row is an assumption.
         */
        source: string | null;
        /**
         * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
         * recalled without a document.
         */
        basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
        /** True where no document attests the row; left out otherwise. */
        assumption?: true;
        /** What the value rests on or leaves open, in words. */
        note?: string;
      }[];
    }[];
    /** What else may be bought by promise: an act opens the trade, and takes its unit from here. */
    products: {
      /** Id of the product, by which an act opens the trade. */
      id: string;
      /** The goods in words. */
      product: string;
      /**
       * Unit in which promises and deliveries are counted: million metric tons, billion US dollars,
       * or pieces.
       */
      unit: 'Mmt' | 'USD bn' | 'pieces';
      /** What is bought in a usual year. */
      normalYear: {
        /** Quantity of that year, in the unit of the product. */
        value: number;
        /** Calendar year that counts as usual. */
        year: number;
        /**
         * Key of the source in the register of sources; null where there is no document, and the
         * row is an assumption.
         */
        source: string | null;
        /**
         * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
         * recalled without a document.
         */
        basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
        /** True where no document attests the row; left out otherwise. */
        assumption?: true;
        /** What the value rests on or leaves open, in words. */
        note?: string;
      };
    }[];
    /** Promises to buy that the parties made before or in the record, with what became of them. */
    commitments: {
      /** Id of the promise, lower-case words joined by hyphens. */
      id: string;
      /** Id of the flow that it is about; null where it is about no single one. */
      flow: string | null;
      /** The party that promised to buy. */
      buyer: 'US' | 'CN';
      /** The party to which it was promised. */
      seller: 'US' | 'CN';
      /** Day on which it was agreed, YYYY-MM-DD. */
      agreedOn: string;
      /** Whether the buyer has confirmed it, or the seller alone says it was promised. */
      confirmedByBuyer: boolean;
      /** What was promised, window by window or by kind of goods. */
      terms: {
        /** First day of the window in which deliveries count, YYYY-MM-DD. */
        from: string;
        /** Last day of the window, YYYY-MM-DD. */
        until: string;
        /** What counts towards it, in words. */
        measure: string;
        /** Quantity that was promised, in the unit named. */
        value: number;
        /** Unit of the quantity: billion US dollars, or million metric tons in all or a year. */
        unit: 'USD bn' | 'Mmt' | 'Mmt a year';
        /** Quantity that was delivered, in the same unit; null where it is not known. */
        delivered: number | null;
        /** Delivered as a share of what was promised, 0 to 1; null where it is not known. */
        deliveredShare: number | null;
        /**
         * Key of the source in the register of sources; null where there is no document, and the
         * row is an assumption.
         */
        source: string | null;
        /**
         * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
         * recalled without a document.
         */
        basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
        /** True where no document attests the row; left out otherwise. */
        assumption?: true;
        /** What the value rests on or leaves open, in words. */
        note?: string;
      }[];
    }[];
  };
  /** Promises about conduct beside measures and purchases. */
  undertakings: {
    /** Id of the promise, lower-case words joined by hyphens. */
    id: string;
    /** The party from which it is asked. */
    party: 'US' | 'CN';
    /** What is to be done, in words. */
    label: string;
    /** How it stood over time, in the order of days. */
    history: {
      /** First day on which it stood so, YYYY-MM-DD. */
      from: string;
      /** How it stood: asked for, done in part, promised, done or refused. */
      status: 'asked' | 'partial' | 'promised' | 'done' | 'refused';
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /** How far the value may be trusted; left out where the table says so as a whole. */
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    }[];
  }[];
  /** Standstills with what each side promised. */
  truces: {
    /** Id of the truce, lower-case words joined by hyphens. */
    id: string;
    /** What people call the truce. */
    label: string;
    /** The two parties to it. */
    parties: ('US' | 'CN')[];
    /** What each party promised in its text. */
    conditions: {
      /** The party that promised it. */
      party: 'US' | 'CN';
      /** The promise in the words of this project. */
      text: string;
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /** How far the value may be trusted; left out where the table says so as a whole. */
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    }[];
  }[];
  /** How long truces held until a breach, for the hazard of the model. */
  truceSpells: {
    /** Id of the spell, lower-case words joined by hyphens. */
    id: string;
    /** Id of the truce of which it is a spell. */
    truce: string;
    /** Day of the text that opened the spell, YYYY-MM-DD. */
    from: string;
    /**
     * Day of the first documented breach, or where none came the last day that was observed,
     * YYYY-MM-DD.
     */
    until: string;
    /** Length of the spell, days. */
    days: number;
    /** Whether no breach had come by its last day, as survival analysis calls a censored spell. */
    censored: boolean;
    /** The party that broke it; null where the spell is censored or the record names none. */
    brokenBy: 'US' | 'CN' | null;
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /** How far the value may be trusted; left out where the table says so as a whole. */
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
  /** Meetings that a scenario can ask for. */
  meetings: {
    /** Id of the meeting: `busan-2025`. */
    id: string;
    /** Day of the meeting, held or planned, YYYY-MM-DD; the last day of a round of several. */
    on: string;
    /** City of the meeting. */
    place: string;
    /** Since when its day was known, for a round of ministers; left out where acts say so. */
    planned?: {
      /** Day on which it was planned, YYYY-MM-DD. */
      from: string;
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /** How far the value may be trusted; left out where the table says so as a whole. */
      basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    };
    /** Who sat at the table; left out where that is not in the record. */
    delegations?: {
      /** Ids of the persons who sat for the United States. */
      US: string[];
      /** Ids of the persons who sat for China. */
      CN: string[];
    };
    /** Key of the source in the register of sources; null where there is no document. */
    source?: string | null;
    /** What is known or assumed about the meeting, in words. */
    note?: string;
  }[];
  /** The classes by which past meetings are coded, in order of escalation. */
  codedClasses: {
    /** Id of the class, in the order of escalation. */
    id: 'escalation' | 'no-deal' | 'truce' | 'rollback' | 'comprehensive';
    /** Name of the class as people read it. */
    title: string;
    /** What a meeting of the class brings, in a sentence. */
    meaning: string;
    /** Question that a resolver answers with yes for a meeting of the class. */
    question: string;
    /** Documents and publishers that a resolver looks at. */
    consult: string;
    /** How a doubtful case is decided. */
    tie: string;
    /** Ends of an episode that belong to the class. */
    when: Condition;
  }[];
  /** Past meetings with the class of their outcome, from which base rates are counted. */
  codedMeetings: {
    /** Id of the meeting that is coded. */
    id: string;
    /** Day of the meeting, YYYY-MM-DD. */
    on: string;
    /** City of the meeting. */
    place: string;
    /** Id of the class that the coder gave it. */
    outcome: 'escalation' | 'no-deal' | 'truce' | 'rollback' | 'comprehensive';
    /** Place of that class in the order of escalation, 0 for escalation to 4 for comprehensive. */
    class: number;
    /** Degree to which each issue was granted by the text of the meeting; 0 for any other issue. */
    granted?: Record<string, number>;
    /** The score of the first forecast of this meeting that was kept. */
    firstScore?: {
      /** Seed of that run. */
      seed: string;
      /** Episodes of that run. */
      runs: number;
      /** Ranked probability score of its forecast, 0 to 1: the lower the better. */
      rps: number;
      /**
       * Logarithmic score, minus the natural logarithm of the probability of what happened: the
       * lower the better.
       */
      log: number;
      /** Which model made that forecast, and what the score is worth since. */
      note: string;
    };
    /** The class that another reader could give it, and why. */
    otherReading?: {
      /** Id of that other class. */
      outcome: 'escalation' | 'no-deal' | 'truce' | 'rollback' | 'comprehensive';
      /** Place of that class in the order of escalation, 0 to 4. */
      class: number;
      /** Under which reading of the record it would be that class. */
      note: string;
    };
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /** How far the value may be trusted; left out where the table says so as a whole. */
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** Always true: a class is a judgement of the coder. */
    assumption: true;
    /** Who coded it and with what certainty, in words. */
    note: string;
  }[];
  /** Past meetings that a backtest forecasts from their eve. */
  dossiers: {
    /** Id of the past meeting as a scenario: `past-busan-2025`. */
    id: string;
    /** Name of the meeting as people read it. */
    title: string;
    /** First day of its forecast, the eve of the talks, YYYY-MM-DD: nothing later is known. */
    asOf: string;
    /** Id of the meeting that is forecast. */
    meeting: string;
    /** Id of the coded meeting with its outcome. */
    codedMeeting: string;
    /** Day since which duties count as pain, YYYY-MM-DD. */
    painSince: string;
    /**
     * When it was scored: among the first nine, the ten scored later, or the five of the year
     * after.
     */
    set: 'nine' | 'ten' | 'five';
  }[];
  /** The registered scores of the core on meetings that were still ahead. */
  firstScores: {
    /** How the registered forecasts of the core were made. */
    core: {
      /** Seed of the runs. */
      seed: string;
      /** Episodes of each meeting. */
      runs: number;
      /** How pain was reckoned: at the steady state of the duties in force. */
      pain: 'steady';
      /** Weight of the base rate in the pool that was published, 0 to 1. */
      baseRateWeight: number;
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /**
       * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
       * recalled without a document.
       */
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    };
    /** How the first release forecast the same meetings. */
    earlier: {
      /** Version of that release. */
      version: string;
      /** Seed of its runs. */
      seed: string;
      /** Episodes of each meeting. */
      runs: number;
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /**
       * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
       * recalled without a document.
       */
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    };
    /** The meetings with what was forecast of each, and its scores. */
    meetings: {
      /** Id of the coded meeting. */
      id: string;
      /** Probabilities of the classes by the core alone, given that the meeting is held. */
      p: {
        /** Share of the class `escalation`, 0 to 1. */
        escalation: number;
        /** Share of the class `no-deal`, 0 to 1. */
        'no-deal': number;
        /** Share of the class `truce`, 0 to 1. */
        truce: number;
        /** Share of the class `rollback`, 0 to 1. */
        rollback: number;
        /** Share of the class `comprehensive`, 0 to 1. */
        comprehensive: number;
      };
      /** Base rate of the meetings before, by class. */
      baseRate: {
        /** Share of the class `escalation`, 0 to 1. */
        escalation: number;
        /** Share of the class `no-deal`, 0 to 1. */
        'no-deal': number;
        /** Share of the class `truce`, 0 to 1. */
        truce: number;
        /** Share of the class `rollback`, 0 to 1. */
        rollback: number;
        /** Share of the class `comprehensive`, 0 to 1. */
        comprehensive: number;
      };
      /** Ranked probability scores on the class that happened, 0 to 1: the lower the better. */
      rps: {
        /** Score of the core alone. */
        model: number;
        /** Score of the pool that was published. */
        published: number;
        /** Score of a pool in which core and base rate weigh the same. */
        evenPool: number;
        /** Score of the base rate of the meetings before. */
        baseRate: number;
      };
      /** The scores under the other reading of the meeting, as far as they were registered. */
      otherReading?: {
        /** Score of the core alone. */
        model: number;
        /** Score of the pool that was published; left out where it was not registered. */
        published?: number;
        /** Score of a pool of equal weights; left out where it was not registered. */
        evenPool?: number;
        /** Score of the base rate; left out where it was not registered. */
        baseRate?: number;
      };
      /** Scores of the first release on the same meeting. */
      earlier: {
        /** Its ranked probability score, 0 to 1. */
        rps: number;
        /** Its logarithmic score, 0 for certainty of what happened. */
        log: number;
      };
    }[];
  };
  /** What markets and banks said before past meetings. */
  forecasts: {
    /** Id of the forecast, lower-case words joined by hyphens. */
    id: string;
    /** The market, bank or paper that made it. */
    forecaster: string;
    /** Day on which it was said, YYYY-MM-DD. */
    on: string;
    /** Id of the dossier of the meeting that it is about. */
    dossier: string;
    /** What was forecast, in words. */
    statement: string;
    /** Groups of ids of outcome classes that it does not tell apart. */
    groups: string[][];
    /** Probability of each group, 0 to 1, in their order. */
    p: number[];
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /**
     * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
     * recalled without a document.
     */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
  /** Questions about days to come, which the model answers before them. */
  questions: {
    /** Id of the question, lower-case words joined by hyphens. */
    id: string;
    /** Id of the scenario whose episodes are asked. */
    scenario: string;
    /** The question in words. */
    question: string;
    /** Day on which it is resolved, YYYY-MM-DD. */
    resolvesOn: string;
    /** What resolves it: to yes, or to a number. */
    yes: string;
    /** What resolves it to no; null where it asks for a number. */
    no: string | null;
    /** How doubtful cases are decided, one rule each. */
    edges: string[];
    /** Documents and publishers that a resolver looks at. */
    consult: string;
    /** What an episode is asked: whether a condition holds, or what a term comes to. */
    asks: {
      /** Asks for the share of the episodes in which a condition holds. */
      kind: 'chance';
      /** The condition that resolves it to yes. */
      when: Condition;
    } | {
      /** Asks for percentiles of a term over the episodes. */
      kind: 'quantiles';
      /** The term that is read, of whom, and when. */
      of: {
        /** Id of a term, as outcomeTerms lists them. */
        term: string;
        /** What the term is of: a party, an issue or a measure, as it asks for. */
        of: string;
        /** Day on whose evening it is read, YYYY-MM-DD. */
        on: string;
      };
      /** Unit of the number, in words. */
      unit: string;
    };
    /** Comparable cases of the record; null where there are none. */
    baseRate: {
      /** How many of the comparable cases resolved to yes. */
      n: number;
      /** Number of comparable cases. */
      of: number;
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /**
       * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
       * recalled without a document.
       */
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    } | null;
  }[];
  /** The register of answers and resolutions, each row sealed by the one before. */
  registered: ({
    /** A row that registers an answer before its day. */
    kind: 'registration';
    /** Id of the question. */
    question: string;
    /** Day on which the answer was registered, YYYY-MM-DD. */
    registeredOn: string;
    /** The last day of which anything was known. */
    knownTo: string;
    /** Version of the library that gave the answer. */
    version: string;
    /** Seed of its runs. */
    seed: string;
    /** Episodes of the scenario that were asked. */
    runs: number;
    /** The answer: a probability, or three percentiles. */
    answer: {
      /** Probability that the question resolves to yes, 0 to 1. */
      p: number;
    } | {
      /** 10th percentile of the number, in the unit of the question. */
      p10: number;
      /** Median of the number, in the unit of the question. */
      p50: number;
      /** 90th percentile of the number, in the unit of the question. */
      p90: number;
    };
    /** The 95 % interval of sampling; null for a number. */
    sampling: {
      /** Lower end of the 95 % interval of the probability, 0 to 1. */
      low: number;
      /** Upper end of the 95 % interval of the probability, 0 to 1. */
      high: number;
    } | null;
    /** Of the parameters, since 29 November 2026. */
    assumptions?: {
      /** Lower end of the 95 % interval of the probability, 0 to 1. */
      low: number;
      /** Upper end of the 95 % interval of the probability, 0 to 1. */
      high: number;
    } | null;
    /** Of the policies, since 29 November 2026. */
    actors?: {
      /** Lower end of the 95 % interval of the probability, 0 to 1. */
      low: number;
      /** Upper end of the 95 % interval of the probability, 0 to 1. */
      high: number;
    } | null;
    /** Probability by comparable cases alone, 0 to 1; null where there are none. */
    baseRate: number | null;
    /** Probability by the model alone, 0 to 1; null for a number. */
    pModel: number | null;
    /** SHA-256 of the answers of that run. */
    digest: string;
    /** SHA-256 of the row before as canonical JSON, hexadecimal; null in the first row. */
    before: string | null;
  } | {
    /** A row that says what a question was resolved to. */
    kind: 'resolution';
    /** Id of the question. */
    question: string;
    /** Day on which it was resolved, YYYY-MM-DD. */
    resolvedOn: string;
    /** What happened: yes or no, or the number. */
    outcome: boolean | number;
    /** Key of the source in the register of sources; null where there is no document. */
    source: string | null;
    /** True where no document attests the outcome; left out otherwise. */
    assumption?: true;
    /** By what the question was resolved, in words. */
    note: string;
    /** SHA-256 of the row before as canonical JSON, hexadecimal; null in the first row. */
    before: string | null;
  })[];
  /** Market prices on the rate of duty of a day. */
  rateContracts: {
    /** Id of the contract, lower-case words joined by hyphens. */
    id: string;
    /** The market that quoted the prices. */
    forecaster: string;
    /** Day of the prices, YYYY-MM-DD; null where the snapshot has no date. */
    on: string | null;
    /** Id of the dossier whose episodes are asked for the same rate. */
    dossier: string;
    /** Day on which the rate is read, YYYY-MM-DD. */
    resolvesOn: string;
    /** What the contract is about, in words. */
    statement: string;
    /** Id of the statute whose duties are summed. */
    authority: string;
    /** Edges between the bins, rising, per cent: one fewer than there are prices. */
    edgesPct: number[];
    /** Price of each bin, 0 to 1, as quoted: their sum need not be 1. */
    prices: number[];
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /**
     * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
     * recalled without a document.
     */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
  /** What may be conceded, with its worth to both sides. */
  issues: {
    /** Id of the issue, lower-case words joined by hyphens. */
    id: string;
    /** Name of the issue as people read it. */
    label: string;
    /** The party that would concede on it. */
    giver: 'US' | 'CN';
    /**
     * What a full concession is worth to the receiver, points of utility (1 point is 1 % of GDP for
     * a year).
     */
    benefit: number;
    /** What a full concession costs the giver, points of utility. */
    cost: number;
    /** Red line of the giver: the highest degree of concession, 0 to 1. */
    cap: number;
    /** Whether it is granted whole or not at all. */
    indivisible: boolean;
    /** What kind of thing is conceded. */
    kind: 'tariff' | 'control' | 'economic' | 'symbolic';
    /** What each party wants and fears on it. */
    positions: {
      /** Position of the United States. */
      US: {
        /** What the party hopes for on the issue, in words. */
        wants: string;
        /** What the party would avoid on the issue, in words. */
        fears: string;
      };
      /** Position of China. */
      CN: {
        /** What the party hopes for on the issue, in words. */
        wants: string;
        /** What the party would avoid on the issue, in words. */
        fears: string;
      };
    };
    /** The acts by which an agreed concession is carried out. */
    performance: ({
      /** Cuts a duty in force by the share that is granted. */
      kind: 'cut-tariff';
      /** Id of the measure. */
      measure: string;
    } | {
      /** Prolongs the suspension of a duty. */
      kind: 'extend-suspension';
      /** Id of the measure. */
      measure: string;
      /** Days by which it is prolonged where all is granted; fewer in proportion. */
      days: number;
    } | {
      /** Suspends a duty in force. */
      kind: 'suspend-tariff';
      /** Id of the measure. */
      measure: string;
      /** Days of the suspension where all is granted; fewer in proportion. */
      days: number;
    } | {
      /** Puts off a duty that is ordered for a day. */
      kind: 'postpone-tariff';
      /** Id of the measure. */
      measure: string;
      /** Days by which it is put off where all is granted; fewer in proportion. */
      days: number;
    } | {
      /** Suspends an export control in force. */
      kind: 'suspend-control';
      /** Id of the measure. */
      measure: string;
      /** Days of the suspension where all is granted; fewer in proportion. */
      days: number;
    } | {
      /** Puts off an export control that is ordered or threatened for a day. */
      kind: 'postpone-control';
      /** Id of the measure. */
      measure: string;
      /** Days by which it is put off where all is granted; fewer in proportion. */
      days: number;
    } | {
      /** Eases an export control in force by the share that is granted. */
      kind: 'ease-control';
      /** Id of the measure. */
      measure: string;
    } | {
      /** Takes an export control back. */
      kind: 'withdraw-control';
      /** Id of the measure. */
      measure: string;
    } | {
      /**
       * Grants licences under an export control for the share that is granted of what is still
       * denied.
       */
      kind: 'grant-licences';
      /** Id of the measure. */
      measure: string;
    } | {
      /** Suspends a port fee in force. */
      kind: 'suspend-port-fee';
      /** Id of the measure. */
      measure: string;
      /** Days of the suspension where all is granted; fewer in proportion. */
      days: number;
    } | {
      /** Suspends a listing in force. */
      kind: 'suspend-listing';
      /** Id of the measure. */
      measure: string;
      /** Days of the suspension where all is granted; fewer in proportion. */
      days: number;
    } | {
      /** Commits to purchases: a first quantity, and one for each year that follows. */
      kind: 'buy';
      /** Id of the flow that is bought. */
      flow: string;
      /** Quantity of the first purchase where all is granted, million metric tons. */
      initialMmt: number;
      /** Quantity of each year that follows where all is granted, million metric tons. */
      annualMmt: number;
      /** Number of years that follow. */
      years: number;
    } | {
      /** Suspends an open investigation. */
      kind: 'suspend-probe';
      /** Id of the investigation. */
      probe: string;
      /** Days of the suspension where all is granted; fewer in proportion. */
      days: number;
    } | {
      /** Promises a conduct by a day. */
      kind: 'undertake';
      /** Id of the undertaking. */
      undertaking: string;
      /** Days until the conduct is due where all is granted; fewer in proportion. */
      days: number;
    } | {
      /** Founds an institution of the two parties. */
      kind: 'establish';
      /** Id of the institution. */
      institution: string;
      /** What people call the institution. */
      label: string;
      /** Whether it looks at whether the truce is kept. */
      monitors: boolean;
    } | {
      /** States a position and changes no measure. */
      kind: 'say';
      /** Id of what is spoken about: `taiwan`. */
      topic: string;
    })[];
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /** How far the value may be trusted; left out where the table says so as a whole. */
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** Always true: weights and red line are prior beliefs. */
    assumption: true;
    /** What the weights rest on, in words. */
    note: string;
  }[];
  /** Every number of the model. */
  parameters: {
    /** Dotted name: the component, and the parameter within it. */
    name: string;
    /** Its symbol in version 0.1; null where it had none. */
    symbol: string | null;
    /** Its column among all that studies draw: stays when files are put in another order. */
    place: number;
    /** What the number stands for in the model, in words. */
    meaning: string;
    /** Unit in words; `none` for a pure number. */
    unit: string;
    /** The values that make sense; the range lies within. */
    domain: {
      /** Least value that makes sense, in the unit. */
      min: number;
      /** Greatest value that makes sense, in the unit. */
      max: number;
      /** Whether the lower end is left out. */
      above?: true;
      /** Whether only whole numbers make sense. */
      whole?: true;
    };
    /** Low end of the range, in the unit; null where no range is known. */
    low: number | null;
    /** Central value, in the unit: the mode of a triangular law. */
    central: number;
    /** High end of the range, in the unit; null where no range is known. */
    high: number | null;
    /** How it is drawn: triangular on low, central and high, or fixed at its central value. */
    law: 'triangular' | 'fixed';
    /** Whether each episode draws it anew. */
    drawn: boolean;
    /** Whether the core alone takes it at its central value. */
    core?: boolean;
    /** Whether it is the size of a channel, which the core alone takes at nought. */
    size?: boolean;
    /** How far the value may be trusted. */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** Key of the source in the register of sources; null where there is no document. */
    source: string | null;
    /** Whether no document attests the value. */
    assumption: boolean;
    /** What the value and its range rest on, in words. */
    note?: string;
  }[];
  /** Published figures beside which the model is held. */
  referenceFigures: {
    /** Symbol of the figure in the literature. */
    symbol: string;
    /** Id of the figure, lower-case words joined by hyphens. */
    name: string;
    /** What the figure measures, in words. */
    meaning: string;
    /** Unit in words; `none` for a pure number. */
    unit: string;
    /** Low end of the range, in the unit; null where none is known. */
    low: number | null;
    /** The published value, in the unit. */
    central: number;
    /** High end of the range, in the unit; null where none is known. */
    high: number | null;
    /** How far the value may be trusted. */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** Key of the source in the register of sources; null where there is no document. */
    source: string | null;
    /** Whether no document attests the value. */
    assumption: boolean;
    /** What the value and its range rest on, in words. */
    note?: string;
  }[];
  /** Trade and income of three regions, for the trade model. */
  tradeWorld: {
    /** The three regions, in the order of rows and columns. */
    labels: ['US', 'CN', 'RoW'];
    /** Calendar year of the flows. */
    year: number;
    /**
     * Goods trade, exporter in rows and importer in columns, thousand US dollars; sales at home on
     * the diagonal.
     */
    flowsThousandUsd: number[][];
    /** Gross domestic product of each region, thousand US dollars. */
    incomeThousandUsd: number[];
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /**
     * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
     * recalled without a document.
     */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  };
  /** Dated statistics of commodities. */
  commodities: {
    /** Id of the series, lower-case words joined by hyphens. */
    id: string;
    /** What is measured, in words. */
    label: string;
    /** Unit of the values: `t` for metric tons. */
    unit: string;
    /** The values in the order of their days. */
    observations: {
      /** First day of the span that is measured, YYYY-MM-DD. */
      from: string;
      /** Last day of the span, YYYY-MM-DD. */
      until: string;
      /** The value, in the unit of the series. */
      value: number;
      /** Day on which it became known, YYYY-MM-DD; null where that day is not known. */
      publishedOn: string | null;
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /**
       * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
       * recalled without a document.
       */
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    }[];
  }[];
  /** Average duties as others published them. */
  averages: {
    /** Day for which it was published, YYYY-MM-DD. */
    on: string;
    /** Average American duty on Chinese goods, per cent; null where it was not published. */
    usOnCnPct: number | null;
    /** Average Chinese duty on American goods, per cent; null where it was not published. */
    cnOnUsPct: number | null;
    /** Institute, bank or government that published it. */
    publisher: string;
    /**
     * How it was averaged: on the fixed trade weights that the ledger follows, on others, by
     * statute, by duties collected, as a simple mean, by the publisher's own estimate, or as a sum
     * of headline rates.
     */
    method: 'fixed-weights' | 'other-weights' | 'statutory' | 'collected' | 'simple' | 'own-estimate' | 'headline-sum';
    /** Whether shares or remainders were found from this figure, or it tests them. */
    use?: {
      /**
       * For the American figure: shares were found from it, or it tests them; left out where
       * neither.
       */
      usOnCn?: 'pinned' | 'test';
      /**
       * For the Chinese figure: shares were found from it, or it tests them; left out where
       * neither.
       */
      cnOnUs?: 'pinned' | 'test';
    };
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /**
     * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
     * recalled without a document.
     */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
  /** Duties that were announced and did not come in that form. */
  plans: {
    /** Id of the plan, lower-case words joined by hyphens. */
    id: string;
    /** What was planned, in words. */
    label: string;
    /** The party that announced it. */
    party: 'US' | 'CN';
    /** Day of the announcement, YYYY-MM-DD. */
    announcedOn: string;
    /** Day on which it was to take effect, YYYY-MM-DD. */
    on: string;
    /** Average duty that its publisher expected for that day, per cent. */
    publishedPct: number;
    /**
     * Whether the publisher averages on the fixed trade weights that the ledger follows, or on
     * others.
     */
    publisherMethod: 'fixed-weights' | 'other-weights';
    /** Duties with the rates that were planned. */
    changes: {
      /** Id of the duty. */
      layer: string;
      /** Planned ad valorem rate, per cent. */
      ratePct: number;
    }[];
    /**
     * What the plan changes beside the duties named, percentage points of the average; 0 for
     * nothing.
     */
    effectPp: number;
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /**
     * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
     * recalled without a document.
     */
    basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** Why the ledger may differ from the published average. */
    note: string;
  }[];
  /** Shares of trade on the basis of a second publisher. */
  coverageYale: {
    /** Who publishes the second basis. */
    publisher: string;
    /** Always American duties on Chinese goods. */
    direction: 'usOnCn';
    /** The average from which the steps are counted. */
    baseline: {
      /** Day of the average, YYYY-MM-DD. */
      on: string;
      /** Average American duty on Chinese goods on that day, per cent. */
      pct: number;
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /**
       * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
       * recalled without a document.
       */
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    };
    /** The share of trade of each duty on this basis. */
    coverage: {
      /** Id of the duty. */
      layer: string;
      /** Share of imports that it covers, 0 to 1. */
      share: number;
      /** First day on which the share holds, YYYY-MM-DD; from the first on where left out. */
      from?: string;
      /**
       * Key of the source in the register of sources; null where there is no document, and the row
       * is an assumption.
       */
      source: string | null;
      /**
       * How far the value may be trusted: a law, a statistic, an estimate, a prior belief, or
       * recalled without a document.
       */
      basis: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
      /** True where no document attests the row; left out otherwise. */
      assumption?: true;
      /** What the value rests on or leaves open, in words. */
      note?: string;
    }[];
  };
  /** What was said in public. */
  statements: {
    /** Day on which it was said, YYYY-MM-DD. */
    on: string;
    /** Id of the person who said it; null where the record names none. */
    speaker: string | null;
    /** The party for which it was said; null for an outside observer. */
    party: 'US' | 'CN' | null;
    /** How it sounds to the other side. */
    tone: 'conciliatory' | 'neutral' | 'hostile';
    /** What it is about: the id of an issue, or `meeting`. */
    topic: string;
    /** What was said, in the words of this project. */
    gist: string;
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /** How far the value may be trusted; left out where the table says so as a whole. */
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
  /** Claims of a news article, checked against the record. */
  claims: {
    /** Id of the claim, lower-case words joined by hyphens. */
    id: string;
    /** What the article says. */
    claim: string;
    /** Whether the record confirms it, corrects it, or leaves it as a judgement. */
    verdict: 'confirmed' | 'corrected' | 'judgement';
    /** What the record says instead; left out where it needs no correction. */
    correction?: string;
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /** How far the value may be trusted; left out where the table says so as a whole. */
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
  /** Threats of both sides and what became of them. */
  threats: {
    /** Id of the threat: party, day of the announcement and what it is about. */
    id: string;
    /** The party that threatens. */
    threatener: 'US' | 'CN';
    /** The party that is threatened. */
    target: 'US' | 'CN';
    /** What is threatened: the kind of measure, or that a meeting falls away. */
    instrument: 'tariff' | 'rare-earths' | 'metals' | 'listing' | 'software' | 'port-fee' | 'probe' | 'meeting' | 'trade-ban' | 'several';
    /**
     * How it was voiced: an order that was signed, words, an answer on a condition, a suspension
     * that would end, or the clock of a procedure.
     */
    form: 'signed-measure' | 'verbal-ultimatum' | 'verbal-threat' | 'conditional-retaliation' | 'snapback' | 'regulatory-clock';
    /** What was threatened, in words. */
    gist: string;
    /** Day of the announcement, YYYY-MM-DD. */
    announcedOn: string;
    /** Day on which it was to be carried out, YYYY-MM-DD; null where none was named. */
    dueOn: string | null;
    /**
     * What became of it: carried out in time, late or in part, withdrawn, met by the other side,
     * put off, still open, carried out where no day was named, or never carried out.
     */
    fate: 'on-time' | 'late' | 'diluted' | 'withdrawn' | 'met' | 'extended' | 'pending' | 'executed-without-date' | 'not-executed';
    /**
     * Day on which its fate was settled, YYYY-MM-DD; null where it is open or the day is not known.
     */
    settledOn: string | null;
    /** What the other side gave for it; left out where nothing. */
    inReturnFor?: string;
    /** Whether the case says something about the resolve of its author. */
    calibration: boolean;
    /** Why it says nothing about resolve; left out where it does. */
    why?: string;
    /** Id that threats of one episode of the dispute share; null for one that stands alone. */
    cluster: string | null;
    /**
     * Key of the source in the register of sources; null where there is no document, and the row is
     * an assumption.
     */
    source: string | null;
    /** How far the value may be trusted; left out where the table says so as a whole. */
    basis?: 'law' | 'statistic' | 'estimate' | 'prior' | 'unverified';
    /** True where no document attests the row; left out otherwise. */
    assumption?: true;
    /** What the value rests on or leaves open, in words. */
    note?: string;
  }[];
};

/**
 * The parameters of the model by component and name, compiled from `src/data/parameters/*.json`, which give each its unit,
 * domain, range, source and basis. Do not edit: run `npm run forms`.
 *
 * A parameter draw keeps what we do not know apart from what chance does within it.
 */

/** Values of all parameters in one parameter draw. */
export interface Parameters {
  /** Answers in kind: whether, how hard, how soon, and with what. */
  readonly answers: {
    /** Chance that China answers a US tariff round; share. */
    readonly probability: number;
    /** Chance that an answer in kind is itself answered; share. */
    readonly again: number;
    /** Lag of a Chinese tariff answer; days. */
    readonly lagDays: number;
    /** Lag of a Chinese export-control answer; days. */
    readonly controlLagDays: number;
    /** Shape of the gamma law of the lag of an answer; a pure number. */
    readonly lagShape: number;
    /** Matching of tariff by tariff in retaliation; ratio. */
    readonly match: number;
    /** Share of a provocation left unanswered; share. */
    readonly generosity: number;
    /** Probability of switching to export controls when tariff room is exhausted; share. */
    readonly domainSwitch: number;
    /** Duty below which an answer is not worth giving; pp of an average. */
    readonly leastPp: number;
    /** Entities on a list by which an act is answered; entities. */
    readonly entities: number;
    /** Average duty above which a further one hits no trade; percent. */
    readonly roomPct: number;
    /** Least mean lag of an answer; days. */
    readonly leastLagDays: number;
  };
  /** What it costs a leader to back down from public words. */
  readonly audience: {
    /** Audience cost of a leader's threat; utility points. */
    readonly threatCost: number;
    /** Share of the audience cost kept each day; share. */
    readonly keptDaily: number;
    /** Share of the audience cost that new information takes off; share. */
    readonly justified: number;
    /** Weight of a threat by unnamed officials; share. */
    readonly unnamedVoice: number;
    /** Weight of a threat by a spokesperson; share. */
    readonly spokespersonVoice: number;
    /** Weight of a threat in the leader's own words; share. */
    readonly leaderVoice: number;
    /** Share of the audience cost of threats before the first day that stands on it; share. */
    readonly remembered: number;
  };
  /** Weights of the agenda, the exchange over it, and the private price of conceding. */
  readonly bargaining: {
    /** Bargaining weight of the US; share. */
    readonly weightUs: number;
    /** Exponent of the cost of conceding; a pure number. */
    readonly curvature: number;
    /** Private fixed cost of being seen to concede, median; utility points. */
    readonly privateCost: number;
    /** Log standard deviation of the private cost; a pure number. */
    readonly privateCostLogSd: number;
    /** Horizon over which disagreement costs count; years. */
    readonly horizonYears: number;
    /** Cap of both rare-earth issues where the lever is kept; share. */
    readonly leverCap: number;
    /** Relative spread of a red line below a full concession; share. */
    readonly redLineSpread: number;
    /** Log standard deviation of benefits and costs; a pure number. */
    readonly issueLogSd: number;
    /** Political multiplier of economic pain, US relative to China; ratio. */
    readonly politicalMultiplierUs: number;
  };
  /** What neither side decides. */
  readonly chance: {
    /** Chance a month that a court strikes down an authority under challenge; share a month. */
    readonly monthlyRuling: number;
    /** Chance a day that allies side with the United States while Chinese rules reach them in full; share a day. */
    readonly dailyAlignment: number;
    /** Chance a day that a party under the policy uniform-random acts; share a day. */
    readonly randomActDaily: number;
  };
  /** Rare earths: the stock of the users and what a shortage costs. */
  readonly chokepoint: {
    /** China's share of rare-earth processing; share. */
    readonly controlledShare: number;
    /** Stock of rare-earth magnets at US carmakers; months of use. */
    readonly stockMonths: number;
    /** US GDP loss from an 80 percent cut of rare-earth supply within a year; percent of GDP. */
    readonly costPct: number;
    /** Exponent of the shortage cost; a pure number. */
    readonly convexity: number;
    /** Half-life of the shortage cost through substitution; days. */
    readonly halfLifeDays: number;
    /** Cut of supply of which chokepoint.costPct is the cost; share. */
    readonly referenceCut: number;
    /** What other producers and users who do without add to supply in a year of controls; share of normal use. */
    readonly newSources: number;
    /** Most that users take above what they use while their stock is below the usual; share of normal use. */
    readonly refill: number;
  };
  /** What one side believes about the threats of the other. */
  readonly credibility: {
    /** Prior mean credibility of a US tariff threat on China; share. */
    readonly prior: number;
    /** Strength of the prior beliefs, as a count of observations; observations. */
    readonly strength: number;
    /** Weight kept by older evidence at each event; share. */
    readonly evidenceKept: number;
    /** Credit to a threat withdrawn for a concession; share. */
    readonly tradedWeight: number;
    /** Evidence added to belief in coercion after a deal that pays for it; observations. */
    readonly gambitWeight: number;
  };
  /** The crisis game of Lewis and Schultz: base payoffs, and the payoff lost for each unit of a condition. */
  readonly crisis: {
    /** Payoff in the crisis game, sender: threat gives way to concession or silence; utility points. */
    readonly statusQuoChallenger: number;
    /** Payoff in the crisis game, sender: target concedes; utility points. */
    readonly concessionChallenger: number;
    /** Payoff in the crisis game, sender: stands firm; utility points. */
    readonly standFirmChallenger: number;
    /** Payoff in the crisis game, sender: backs down; utility points. */
    readonly backDownChallenger: number;
    /** Payoff in the crisis game, target: sender stands firm; utility points. */
    readonly standFirmTarget: number;
    /** Payoff in the crisis game, target: concedes; utility points. */
    readonly concessionTarget: number;
    /** Payoff in the crisis game, target: sender backs down; utility points. */
    readonly backDownTarget: number;
    /** Fall of the payoff of standing firm for each per cent of GDP of own cost; payoff per percent. */
    readonly challengerCost: number;
    /** Fall of the payoff of standing firm for each per cent of equity drawdown; payoff per percent. */
    readonly drawdownPct: number;
    /** Fall of the payoff of backing down for each point of audience cost; payoff per point. */
    readonly audienceCost: number;
    /** Fall of the target's payoff of resisting for each per cent of GDP of cost; payoff per percent. */
    readonly targetCost: number;
    /** Target's probability of resisting in the equilibrium of the base payoffs, near which it is sought; share. */
    readonly usualResistance: number;
    /** Least probability of either choice that the game is held to: odds stay finite; share. */
    readonly leastProbability: number;
  };
  /** Channels by which acts bear on the meeting: their sizes, and how much an act weighs. */
  readonly levers: {
    /** Rise of the log-odds that the meeting falls away with unpaid coercive acts of the last days, per unit of their joint intensity; logit. */
    readonly blowsOnMeeting: number;
    /** Fall of the log-odds that the meeting falls away with unpaid cooperative acts of the last days, per unit of their joint intensity; logit. */
    readonly gesturesOnMeeting: number;
    /** Rise of the log-odds that the meeting falls away while it is planned and not confirmed; logit. */
    readonly unconfirmedOnMeeting: number;
    /** Rise of the log-odds that the meeting falls away while it is doubted; logit. */
    readonly doubtOnMeeting: number;
    /** Rise of the log-odds that the meeting falls away where no truce is in force; logit. */
    readonly noTruceOnMeeting: number;
    /** Fall of the log-odds that the meeting falls away after a framework or a call of the leaders in the last days; logit. */
    readonly frameworkOnMeeting: number;
    /** Fall of the log-odds that the meeting falls away for each point by which equities are down; logit per percent. */
    readonly marketOnMeeting: number;
    /** Share of its weight with which a round held before the first day counts for the meeting; share. */
    readonly earlierRoundsOnMeeting: number;
    /** Size of the effect of goodwill received on the political price of conceding; log points. */
    readonly goodwillOnPrice: number;
    /** By how much the latest readout moves the logarithm of the political price: up after a breakdown, down after a framework; log points. */
    readonly readoutOnPrice: number;
    /** Most that Chinese duties cost the United States, soybeans apart; percent of GDP. */
    readonly chineseDutyLoss: number;
    /** Weight in the disagreement point of what a side's own threatened step costs itself; share. */
    readonly ownStepCost: number;
    /** How far threats to the United States count with the political multiplier of Washington; share. */
    readonly politicsOnThreats: number;
    /** Weight in the disagreement point of suspensions that run out, and that no issue on the table is about; share. */
    readonly lapse: number;
    /** What is left until the meeting of a threat that was taken off for something; share. */
    readonly tradedThreat: number;
    /** Chance that a threat taken off for nothing is made again; share. */
    readonly renewedThreat: number;
    /** Half-life of the prospect that a threat taken off for nothing is made again; days. */
    readonly renewalHalfLifeDays: number;
    /** Share of the points of a struck-down authority that other statutes are expected to bring again; share. */
    readonly replacedDuty: number;
    /** How far a fall of markets that is told counts as American hurt; share. */
    readonly marketOnHurt: number;
    /** Basis points of the ten-year yield that hurt like a fall of equities by one per cent; basis points. */
    readonly yieldPerPointBp: number;
    /** How far acts before the meeting take from the worth of the issue that they perform; share. */
    readonly performedShare: number;
    /** How far the readout of a round weighs: a framework makes ready as two rounds do, progress as one, none as a half, a breakdown not at all; the last two make a meeting no surer than that; share. */
    readonly readoutOnReadiness: number;
    /** Fall of a side's firmness where third parties stand against it, as a share of it; share. */
    readonly isolation: number;
    /** Third parties on one side at which 63 % of the effect of isolation is reached; third parties. */
    readonly aligned: number;
    /** Size of the effect of goodwill between the sides on the hazard of new coercion after talks without a text; log points. */
    readonly goodwillOnQuarrel: number;
    /** Rise of the hazard of new coercion after talks without a text where the truce was declared over, as a share of it; share. */
    readonly terminationOnQuarrel: number;
    /** Hazard of new coercion after a meeting that was called off, as a share of that after talks without a text; share. */
    readonly calledOffOnQuarrel: number;
    /** Log-hazard of a breach added after a meeting that was called off, as a share of that after a failed meeting; share. */
    readonly calledOffOnStrain: number;
    /** Half-life of the memory of an unpaid act; days. */
    readonly goodwillHalfLifeDays: number;
    /** Days before the meeting in which acts, words, frameworks and calls bear on whether it is held; days. */
    readonly recentDays: number;
    /** Days before the meeting in which a round held before the first day counts; days. */
    readonly earlierRoundDays: number;
    /** Points of an average duty at which an act on a duty has 63 % of full intensity; pp of an average. */
    readonly dutyScalePp: number;
    /** Severity, or change of it, at which an act on a control has 63 % of full intensity; share. */
    readonly controlScale: number;
    /** Decades of firms, log10(1 + firms), at which a listing has 63 % of full intensity; decades. */
    readonly listingScale: number;
    /** Share of the controlled trade at which licences have 63 % of full intensity; share. */
    readonly licenceScale: number;
    /** Share of a normal year's quantity at which a purchase has 63 % of full intensity; share. */
    readonly purchaseScale: number;
    /** Worth of an issue at which an undertaking about it has 63 % of full intensity; utility points. */
    readonly undertakingScale: number;
    /** Worth of an undertaking that no issue is about; utility points. */
    readonly otherUndertaking: number;
    /** Intensity of a port fee, a probe, a halt, or a resumption of purchases without a quantity; share. */
    readonly plainIntensity: number;
    /** Intensity of a leader's words; share. */
    readonly leaderWords: number;
    /** Intensity of words by others than a leader; share. */
    readonly otherWords: number;
    /** Intensity of a threat, or of taking it off, as a share of that of the act announced; share. */
    readonly threatPart: number;
    /** Intensity of putting a threat off, of a proposal, or of prolonging a suspension, as a share of that of the act; share. */
    readonly putOffPart: number;
    /** Intensity of a listing that bars from public contracts or from markets for securities, as a share of that of one that stops supply, trade or dealings; share. */
    readonly namingPart: number;
  };
  /** Equities: what moves them and how long a fall is remembered. */
  readonly markets: {
    /** Standard deviation of the daily equity return apart from news of the talks; percent. */
    readonly dailySdPct: number;
    /** Fall of equities for each per cent of GDP of unexpected yearly cost; percent per percent. */
    readonly costSensitivity: number;
    /** Decay of the peak from which drawdown counts; days. */
    readonly drawdownHalfLifeDays: number;
  };
  /** Whether the meeting is held, whether the sides decide there, and what is ready to be settled. */
  readonly meeting: {
    /** Chance that a confirmed meeting falls away; share. */
    readonly notHeld: number;
    /** Fall of the log-odds that a meeting falls away for each round held just before; logit. */
    readonly notHeldRound: number;
    /** Chance that a party which does not hurt gives nothing on its own measures in force; share. */
    readonly obstinate: number;
    /** Mean interval between rounds while talks are active: a step due later than the next round does not press; days. */
    readonly roundIntervalDays: number;
    /** Chance that ministers decide although nothing presses; share. */
    readonly ministersDecide: number;
    /** Chance that leaders decide although nothing presses; share. */
    readonly leadersDecide: number;
    /** Odds that a side which will stand firm comes to a meeting, relative to one which will not; ratio. */
    readonly selection: number;
    /** Share of an issue that can be settled at a first discussion where more than an order is needed; share. */
    readonly readyAtFirst: number;
    /** Share of what is left of an issue that each round with it on the agenda makes ready; share. */
    readonly preparedPerRound: number;
    /** Days before a meeting in which rounds count; days. */
    readonly preparationDays: number;
    /** Points of the average below which an announced duty that no issue is about presses nobody; percentage points. */
    readonly leastStepPp: number;
    /** Severity below which an announced control that no issue is about presses nobody; share. */
    readonly leastStepSeverity: number;
    /** Chance of a new coercive act within 14 days of a meeting without a text; share. */
    readonly quarrelAfterNoText: number;
    /** Degree of concession below which nothing is conceded; share. */
    readonly leastDegree: number;
    /** Share of the meetings that fall away which the United States calls off; share. */
    readonly calledOffByUs: number;
  };
  /** What measures in force cost, and how long it is felt. */
  readonly pain: {
    /** Ceiling of the saturating cost of its own China tariffs, US; percent of GDP. */
    readonly ceilingUs: number;
    /** Tariff at which the US cost has covered 63 percent of the ceiling; pp. */
    readonly scaleUs: number;
    /** Ceiling of the saturating cost of US tariffs, China; percent of GDP. */
    readonly ceilingCn: number;
    /** Tariff at which the Chinese cost has covered 63 percent of the ceiling; pp. */
    readonly scaleCn: number;
    /** Yearly Chinese loss under controls on chips and software of full severity; percent of GDP. */
    readonly chipLoss: number;
    /** Scaling of tariff pain in the pain flow, both sides; a pure number. */
    readonly scaling: number;
    /** Half-life of the pain stock; days. */
    readonly halfLifeDays: number;
  };
  /** The logarithmic pool of the model and the base rate. */
  readonly pool: {
    /** Weight of the base rate in the logarithmic pool that is published; share. */
    readonly baseRateWeight: number;
    /** Least probability that the pool reads the model as giving to a class; share. */
    readonly floor: number;
  };
  /** What is delivered of what was promised, and by when. */
  readonly promises: {
    /** US belief that China delivers; share. */
    readonly deliveredCn: number;
    /** China's belief that the US delivers; share. */
    readonly deliveredUs: number;
    /** Chance that a pledged administrative act is done by its day; share. */
    readonly actKept: number;
  };
  /** Optimism and motivation, which make a conflict ripe. */
  readonly readiness: {
    /** Optimism: intercept; logit. */
    readonly base: number;
    /** Optimism: preparatory rounds; logit. */
    readonly round: number;
    /** Optimism: leaders' call; logit. */
    readonly leadersCall: number;
    /** Optimism: recent breach, subtracted; logit. */
    readonly recentBreach: number;
    /** Most preparatory rounds that count; rounds. */
    readonly mostRounds: number;
    /** Pain stock at which motivation is 63 percent; percent of GDP times days. */
    readonly painScale: number;
    /** Days for which a breach of the truce counts as recent; days. */
    readonly recentBreachDays: number;
  };
  /** Logit of a reversal under pressure, as of markets. */
  readonly reversal: {
    /** Logit of a reversal within ten days: intercept; logit. */
    readonly base: number;
    /** Logit effect of one percent of drawdown on a reversal within ten days; logit per percent. */
    readonly drawdown: number;
    /** Logit effect of ten basis points in five days on a reversal; logit. */
    readonly yieldRise: number;
    /** Days for which a rise of the ten-year yield that is told counts; days. */
    readonly yieldWindowDays: number;
    /** Logit of a reversal: farm pain; logit. */
    readonly farmPain: number;
    /** Logit of a reversal: audience cost, subtracted; logit. */
    readonly audience: number;
  };
  /** What the terms of a text mean in dated acts. */
  readonly settlement: {
    /** Time to process a licence; working days. */
    readonly licenceWorkingDays: number;
    /** Days after a meeting by which its administrative acts are pledged; days. */
    readonly pledgeDays: number;
    /** Shortest prolongation of a truce that an agreement brings; days. */
    readonly leastProlongationDays: number;
    /** Degree from which a term that is kept whole or not at all is kept; share. */
    readonly wholeFrom: number;
    /** Shortest suspension, postponement or time to deliver that a text brings; days. */
    readonly leastTermDays: number;
    /** Days after a meeting from which purchases of the year count as promised; days. */
    readonly purchaseNoticeDays: number;
    /** Shortest window in which a promised quantity is bought; days. */
    readonly leastPurchaseDays: number;
  };
  /** Prices of soybeans under a duty, the season, and the farm vote. */
  readonly soybeans: {
    /** US Gulf price effect of a 25 percent Chinese tariff, first five months; USD/bu. */
    readonly usPerBu: number;
    /** Amplitude of farm pain over the year, highest September to November; ratio. */
    readonly seasonAmplitude: number;
    /** Soybean price before a wedge; USD/bu. */
    readonly pricePerBu: number;
    /** Political weight of a relative fall of the soybean price; ratio. */
    readonly politicalWeight: number;
    /** Duty at which the price effects were measured; share. */
    readonly wedge: number;
    /** Duty beyond which soybean trade has stopped; share. */
    readonly ceiling: number;
    /** Monthly purchases without a commitment while trade is open; Mmt a month. */
    readonly monthlyMarketMmt: number;
    /** First month of the American soybean harvest; month of the year. */
    readonly harvestFrom: number;
    /** Last month of the American soybean harvest; month of the year. */
    readonly harvestTo: number;
    /** First month in which American soybeans are sown and grow, and farms sell little; month of the year. */
    readonly growingFrom: number;
    /** Last month in which American soybeans are sown and grow, and farms sell little; month of the year. */
    readonly growingTo: number;
    /** What American farms lose in a year of lost sales to China, which relief at home makes good in part; USD bn a year. */
    readonly yearlyLossUsdBn: number;
  };
  /** Talks after the meeting. */
  readonly talks: {
    /** Logit of talks within seven days: intercept; logit. */
    readonly base: number;
    /** Logit of talks within seven days: ripeness; logit. */
    readonly ripeness: number;
    /** Days between two decisions on further talks; days. */
    readonly intervalDays: number;
  };
  /** What becomes of a side's own threats on their last day. */
  readonly threats: {
    /** Share of threats not carried out on their day that are postponed and not withdrawn; share. */
    readonly postponedShare: number;
    /** Days by which a threat that is put off is put off; days. */
    readonly postponedDays: number;
    /** Weight of a postponement as a back-down; share. */
    readonly postponedWeight: number;
    /** Days for which a threat without a date stands before its author carries it out or backs down; days. */
    readonly openDays: number;
  };
  /** Trade in the long run, and prices in the shops. */
  readonly trade: {
    /** Trade elasticity of the exact-hat model; a pure number. */
    readonly elasticity: number;
    /** Share of the 2025 tariffs in retail prices by September 2025; share. */
    readonly retailPassThrough: number;
    /** Share of the tariff effect phased in during the first year; share. */
    readonly firstYearPhaseIn: number;
    /** Share of American consumption that imports from China bear on; share. */
    readonly importShare: number;
    /** Share of the trade elasticity that takes longer than a year; share. */
    readonly delayed: number;
  };
  /** The hazard of a breach, expiry and prolongation. */
  readonly truce: {
    /** Shape of the hazard of a breach; a pure number. */
    readonly shape: number;
    /** Scale of the hazard of a breach; days. */
    readonly scaleDays: number;
    /** Log-hazard of a breach: provocation; a pure number. */
    readonly provocation: number;
    /** Log-hazard of a breach per unit share of coercive weight outside the text; a pure number. */
    readonly loophole: number;
    /** Gap that the texts of the record left, to which the hazard of a breach was fitted; share. */
    readonly usualLoophole: number;
    /** Log-hazard of a breach: ripeness, subtracted; a pure number. */
    readonly ripeness: number;
    /** Fall of the log-hazard of a breach where an institution of both sides monitors the truce; a pure number. */
    readonly monitoring: number;
    /** Log-hazard of a breach: last 14 days before expiry; a pure number. */
    readonly expiry: number;
    /** Days before an expiry in which a truce is more easily broken; days. */
    readonly expiryWindowDays: number;
    /** Days for which a coercive act counts as a provocation; days. */
    readonly provocationDays: number;
    /** Log-hazard of a breach added after a failed meeting; a pure number. */
    readonly failureStrain: number;
    /** Days for which that strain lasts; days. */
    readonly failureStrainDays: number;
    /** Length of a prolongation of a truce without a deal; days. */
    readonly extensionDays: number;
    /** Chance that a truce about to run out is prolonged on the eve; share. */
    readonly extendedOnTheEve: number;
    /** Share of breaches of a truce by the United States; share. */
    readonly brokenByUs: number;
    /** Chance that a breach is answered by ending the truce; share. */
    readonly terminated: number;
    /** Entities on the list by which a truce is broken; entities. */
    readonly breachEntities: number;
  };
  /** What the year after a meeting brings, at rates of the record. */
  readonly year: {
    /** Reversals a year, without a deal, by a side that has something in force against the other in its first year, at the usual hurt and in calm markets; a year. */
    readonly reversals: number;
    /** Chance that the other side takes back something of its own with it; share. */
    readonly reversalFollowed: number;
    /** Rise of the log-rate of reversals for each unit of hurt that would last; a pure number. */
    readonly hurtOnReversal: number;
    /** Rise of the log-rate of reversals for each per cent by which equities are down; a pure number. */
    readonly drawdownOnReversal: number;
    /** Hurt of the side that hurts less under which reversals come at their usual rate; share. */
    readonly usualHurt: number;
    /** Days in force after which a measure is not taken back by itself; days. */
    readonly freshDays: number;
    /** Days between two looks at what the year brings; days. */
    readonly lookDays: number;
    /** Share of the points of the average lost to a court that a government seeks from other statutes; share. */
    readonly replacedShare: number;
    /** Days from a ruling to a duty under a statute without a procedure; days. */
    readonly stopgapDays: number;
    /** Days of an investigation to its finding, where duties were lost; days. */
    readonly findingDays: number;
    /** Days in which the statute asks for a determination; days. */
    readonly statutoryDays: number;
    /** Rate below which a duty in place of another is not worth an order; percent. */
    readonly leastReplacementPct: number;
    /** Chance that an American investigation finds; share. */
    readonly findsUs: number;
    /** Drawdown of equities under which reversals come at their usual rate; percent. */
    readonly usualDrawdownPct: number;
    /** Rounds of ministers a year at the ripeness of the first day; a year. */
    readonly rounds: number;
    /** Calls of the leaders a year; a year. */
    readonly calls: number;
    /** Meetings of the leaders planned a year while none lies ahead; a year. */
    readonly summits: number;
    /** Days from planning a meeting of the leaders to its day; days. */
    readonly summitNoticeDays: number;
    /** Days before its end from which a round or a meeting prolongs a text or a suspension; days. */
    readonly renewalDays: number;
    /** Days after which a threat that was put off since an agreement is left to lapse; nought is never; days. */
    readonly forgottenThreatDays: number;
    /** Listings a year by a side while a text stood; a year. */
    readonly listings: number;
    /** Share of them that the other side answers; those are the breaches, and the others pass; share. */
    readonly listingAnswered: number;
    /** Easings a year by a side of a control of its own without a deal; a year. */
    readonly easings: number;
    /** Part of its severity by which a control is then eased; share. */
    readonly easedShare: number;
    /** Chance that a control or a listing is answered with a control; share. */
    readonly answeredByControl: number;
    /** Chance that a control or a listing is answered with a listing; share. */
    readonly answeredByListing: number;
    /** Severity of a control that answers; share. */
    readonly answeringSeverity: number;
    /** Chance that an investigation is decided by the day that its statute sets; share. */
    readonly probesDecided: number;
    /** Chance that a Chinese investigation finds; share. */
    readonly findsCn: number;
    /** Chance that an open investigation of a sector is ended by a finding when a court has taken duties; share. */
    readonly sectorSought: number;
    /** Share of imports from the other side that such a sector is; share. */
    readonly sectorShare: number;
    /** Rate of a duty on such a sector; percent. */
    readonly sectorRatePct: number;
  };
}

/** Dotted names of all parameters, in the order of their places: the columns of what studies draw. */
export const PARAMETER_NAMES = [
  'trade.elasticity',
  'pain.ceilingUs',
  'pain.scaleUs',
  'pain.ceilingCn',
  'pain.scaleCn',
  'trade.retailPassThrough',
  'trade.firstYearPhaseIn',
  'soybeans.usPerBu',
  'soybeans.seasonAmplitude',
  'chokepoint.controlledShare',
  'chokepoint.stockMonths',
  'chokepoint.costPct',
  'chokepoint.convexity',
  'chokepoint.halfLifeDays',
  'settlement.licenceWorkingDays',
  'bargaining.weightUs',
  'bargaining.curvature',
  'bargaining.privateCost',
  'bargaining.privateCostLogSd',
  'meeting.preparedPerRound',
  'bargaining.horizonYears',
  'credibility.prior',
  'credibility.evidenceKept',
  'credibility.tradedWeight',
  'promises.deliveredCn',
  'promises.deliveredUs',
  'truce.shape',
  'truce.scaleDays',
  'truce.loophole',
  'truce.usualLoophole',
  'answers.match',
  'answers.domainSwitch',
  'pain.halfLifeDays',
  'reversal.drawdown',
  'audience.threatCost',
  'bargaining.politicalMultiplierUs',
  'pool.baseRateWeight',
  'meeting.obstinate',
  'bargaining.issueLogSd',
  'meeting.notHeld',
  'readiness.painScale',
  'audience.keptDaily',
  'reversal.yieldRise',
  'pain.scaling',
  'audience.justified',
  'readiness.base',
  'readiness.round',
  'readiness.leadersCall',
  'readiness.recentBreach',
  'talks.base',
  'talks.ripeness',
  'truce.provocation',
  'truce.ripeness',
  'truce.monitoring',
  'truce.expiry',
  'answers.generosity',
  'reversal.base',
  'reversal.farmPain',
  'reversal.audience',
  'credibility.strength',
  'crisis.statusQuoChallenger',
  'crisis.concessionChallenger',
  'crisis.standFirmChallenger',
  'crisis.backDownChallenger',
  'crisis.standFirmTarget',
  'crisis.concessionTarget',
  'crisis.backDownTarget',
  'readiness.mostRounds',
  'audience.unnamedVoice',
  'audience.spokespersonVoice',
  'audience.leaderVoice',
  'markets.drawdownHalfLifeDays',
  'bargaining.leverCap',
  'credibility.gambitWeight',
  'truce.failureStrain',
  'truce.failureStrainDays',
  'answers.probability',
  'answers.lagDays',
  'answers.controlLagDays',
  'chance.monthlyRuling',
  'promises.actKept',
  'bargaining.redLineSpread',
  'meeting.notHeldRound',
  'threats.postponedShare',
  'settlement.pledgeDays',
  'truce.extensionDays',
  'truce.extendedOnTheEve',
  'truce.brokenByUs',
  'truce.terminated',
  'markets.dailySdPct',
  'markets.costSensitivity',
  'soybeans.pricePerBu',
  'soybeans.politicalWeight',
  'soybeans.ceiling',
  'soybeans.wedge',
  'truce.breachEntities',
  'chance.dailyAlignment',
  'threats.postponedDays',
  'settlement.leastProlongationDays',
  'truce.provocationDays',
  'truce.expiryWindowDays',
  'answers.leastPp',
  'answers.roomPct',
  'answers.lagShape',
  'answers.entities',
  'crisis.challengerCost',
  'crisis.drawdownPct',
  'crisis.audienceCost',
  'crisis.targetCost',
  'answers.again',
  'pain.chipLoss',
  'trade.importShare',
  'soybeans.monthlyMarketMmt',
  'meeting.roundIntervalDays',
  'meeting.ministersDecide',
  'meeting.leadersDecide',
  'meeting.selection',
  'meeting.quarrelAfterNoText',
  'meeting.readyAtFirst',
  'meeting.leastStepPp',
  'meeting.leastStepSeverity',
  'meeting.preparationDays',
  'threats.postponedWeight',
  'pool.floor',
  'readiness.recentBreachDays',
  'meeting.leastDegree',
  'meeting.calledOffByUs',
  'talks.intervalDays',
  'answers.leastLagDays',
  'crisis.usualResistance',
  'settlement.wholeFrom',
  'settlement.leastTermDays',
  'settlement.purchaseNoticeDays',
  'settlement.leastPurchaseDays',
  'crisis.leastProbability',
  'chance.randomActDaily',
  'chokepoint.referenceCut',
  'soybeans.harvestFrom',
  'soybeans.harvestTo',
  'soybeans.growingFrom',
  'soybeans.growingTo',
  'levers.blowsOnMeeting',
  'levers.gesturesOnMeeting',
  'levers.unconfirmedOnMeeting',
  'levers.doubtOnMeeting',
  'levers.noTruceOnMeeting',
  'levers.frameworkOnMeeting',
  'levers.marketOnMeeting',
  'levers.earlierRoundsOnMeeting',
  'levers.goodwillOnPrice',
  'levers.readoutOnPrice',
  'levers.chineseDutyLoss',
  'levers.ownStepCost',
  'levers.politicsOnThreats',
  'levers.lapse',
  'levers.tradedThreat',
  'levers.renewedThreat',
  'levers.renewalHalfLifeDays',
  'levers.replacedDuty',
  'levers.marketOnHurt',
  'levers.yieldPerPointBp',
  'levers.performedShare',
  'levers.readoutOnReadiness',
  'levers.isolation',
  'levers.aligned',
  'levers.goodwillOnQuarrel',
  'levers.terminationOnQuarrel',
  'levers.goodwillHalfLifeDays',
  'levers.recentDays',
  'levers.earlierRoundDays',
  'levers.dutyScalePp',
  'levers.controlScale',
  'levers.listingScale',
  'levers.licenceScale',
  'levers.purchaseScale',
  'levers.undertakingScale',
  'levers.otherUndertaking',
  'levers.plainIntensity',
  'levers.leaderWords',
  'levers.otherWords',
  'levers.threatPart',
  'levers.putOffPart',
  'threats.openDays',
  'year.reversals',
  'year.reversalFollowed',
  'year.hurtOnReversal',
  'year.drawdownOnReversal',
  'year.usualHurt',
  'year.freshDays',
  'year.lookDays',
  'year.replacedShare',
  'year.stopgapDays',
  'year.findingDays',
  'year.statutoryDays',
  'year.leastReplacementPct',
  'year.findsUs',
  'year.usualDrawdownPct',
  'levers.namingPart',
  'soybeans.yearlyLossUsdBn',
  'year.rounds',
  'year.calls',
  'year.summits',
  'year.summitNoticeDays',
  'year.renewalDays',
  'year.forgottenThreatDays',
  'trade.delayed',
  'chokepoint.newSources',
  'chokepoint.refill',
  'year.listings',
  'year.listingAnswered',
  'year.easings',
  'year.easedShare',
  'year.answeredByControl',
  'year.answeredByListing',
  'year.answeringSeverity',
  'year.probesDecided',
  'year.findsCn',
  'year.sectorSought',
  'year.sectorShare',
  'year.sectorRatePct',
  'audience.remembered',
  'reversal.yieldWindowDays',
  'levers.calledOffOnQuarrel',
  'levers.calledOffOnStrain',
] as const;

/** Dotted name of a parameter. */
export type ParameterName = (typeof PARAMETER_NAMES)[number];

/** Parameters made of a value for each name. */
export function parametersFrom(valueOf: (name: ParameterName) => number): Parameters {
  return {
    answers: {
      probability: valueOf('answers.probability'),
      again: valueOf('answers.again'),
      lagDays: valueOf('answers.lagDays'),
      controlLagDays: valueOf('answers.controlLagDays'),
      lagShape: valueOf('answers.lagShape'),
      match: valueOf('answers.match'),
      generosity: valueOf('answers.generosity'),
      domainSwitch: valueOf('answers.domainSwitch'),
      leastPp: valueOf('answers.leastPp'),
      entities: valueOf('answers.entities'),
      roomPct: valueOf('answers.roomPct'),
      leastLagDays: valueOf('answers.leastLagDays'),
    },
    audience: {
      threatCost: valueOf('audience.threatCost'),
      keptDaily: valueOf('audience.keptDaily'),
      justified: valueOf('audience.justified'),
      unnamedVoice: valueOf('audience.unnamedVoice'),
      spokespersonVoice: valueOf('audience.spokespersonVoice'),
      leaderVoice: valueOf('audience.leaderVoice'),
      remembered: valueOf('audience.remembered'),
    },
    bargaining: {
      weightUs: valueOf('bargaining.weightUs'),
      curvature: valueOf('bargaining.curvature'),
      privateCost: valueOf('bargaining.privateCost'),
      privateCostLogSd: valueOf('bargaining.privateCostLogSd'),
      horizonYears: valueOf('bargaining.horizonYears'),
      leverCap: valueOf('bargaining.leverCap'),
      redLineSpread: valueOf('bargaining.redLineSpread'),
      issueLogSd: valueOf('bargaining.issueLogSd'),
      politicalMultiplierUs: valueOf('bargaining.politicalMultiplierUs'),
    },
    chance: {
      monthlyRuling: valueOf('chance.monthlyRuling'),
      dailyAlignment: valueOf('chance.dailyAlignment'),
      randomActDaily: valueOf('chance.randomActDaily'),
    },
    chokepoint: {
      controlledShare: valueOf('chokepoint.controlledShare'),
      stockMonths: valueOf('chokepoint.stockMonths'),
      costPct: valueOf('chokepoint.costPct'),
      convexity: valueOf('chokepoint.convexity'),
      halfLifeDays: valueOf('chokepoint.halfLifeDays'),
      referenceCut: valueOf('chokepoint.referenceCut'),
      newSources: valueOf('chokepoint.newSources'),
      refill: valueOf('chokepoint.refill'),
    },
    credibility: {
      prior: valueOf('credibility.prior'),
      strength: valueOf('credibility.strength'),
      evidenceKept: valueOf('credibility.evidenceKept'),
      tradedWeight: valueOf('credibility.tradedWeight'),
      gambitWeight: valueOf('credibility.gambitWeight'),
    },
    crisis: {
      statusQuoChallenger: valueOf('crisis.statusQuoChallenger'),
      concessionChallenger: valueOf('crisis.concessionChallenger'),
      standFirmChallenger: valueOf('crisis.standFirmChallenger'),
      backDownChallenger: valueOf('crisis.backDownChallenger'),
      standFirmTarget: valueOf('crisis.standFirmTarget'),
      concessionTarget: valueOf('crisis.concessionTarget'),
      backDownTarget: valueOf('crisis.backDownTarget'),
      challengerCost: valueOf('crisis.challengerCost'),
      drawdownPct: valueOf('crisis.drawdownPct'),
      audienceCost: valueOf('crisis.audienceCost'),
      targetCost: valueOf('crisis.targetCost'),
      usualResistance: valueOf('crisis.usualResistance'),
      leastProbability: valueOf('crisis.leastProbability'),
    },
    levers: {
      blowsOnMeeting: valueOf('levers.blowsOnMeeting'),
      gesturesOnMeeting: valueOf('levers.gesturesOnMeeting'),
      unconfirmedOnMeeting: valueOf('levers.unconfirmedOnMeeting'),
      doubtOnMeeting: valueOf('levers.doubtOnMeeting'),
      noTruceOnMeeting: valueOf('levers.noTruceOnMeeting'),
      frameworkOnMeeting: valueOf('levers.frameworkOnMeeting'),
      marketOnMeeting: valueOf('levers.marketOnMeeting'),
      earlierRoundsOnMeeting: valueOf('levers.earlierRoundsOnMeeting'),
      goodwillOnPrice: valueOf('levers.goodwillOnPrice'),
      readoutOnPrice: valueOf('levers.readoutOnPrice'),
      chineseDutyLoss: valueOf('levers.chineseDutyLoss'),
      ownStepCost: valueOf('levers.ownStepCost'),
      politicsOnThreats: valueOf('levers.politicsOnThreats'),
      lapse: valueOf('levers.lapse'),
      tradedThreat: valueOf('levers.tradedThreat'),
      renewedThreat: valueOf('levers.renewedThreat'),
      renewalHalfLifeDays: valueOf('levers.renewalHalfLifeDays'),
      replacedDuty: valueOf('levers.replacedDuty'),
      marketOnHurt: valueOf('levers.marketOnHurt'),
      yieldPerPointBp: valueOf('levers.yieldPerPointBp'),
      performedShare: valueOf('levers.performedShare'),
      readoutOnReadiness: valueOf('levers.readoutOnReadiness'),
      isolation: valueOf('levers.isolation'),
      aligned: valueOf('levers.aligned'),
      goodwillOnQuarrel: valueOf('levers.goodwillOnQuarrel'),
      terminationOnQuarrel: valueOf('levers.terminationOnQuarrel'),
      calledOffOnQuarrel: valueOf('levers.calledOffOnQuarrel'),
      calledOffOnStrain: valueOf('levers.calledOffOnStrain'),
      goodwillHalfLifeDays: valueOf('levers.goodwillHalfLifeDays'),
      recentDays: valueOf('levers.recentDays'),
      earlierRoundDays: valueOf('levers.earlierRoundDays'),
      dutyScalePp: valueOf('levers.dutyScalePp'),
      controlScale: valueOf('levers.controlScale'),
      listingScale: valueOf('levers.listingScale'),
      licenceScale: valueOf('levers.licenceScale'),
      purchaseScale: valueOf('levers.purchaseScale'),
      undertakingScale: valueOf('levers.undertakingScale'),
      otherUndertaking: valueOf('levers.otherUndertaking'),
      plainIntensity: valueOf('levers.plainIntensity'),
      leaderWords: valueOf('levers.leaderWords'),
      otherWords: valueOf('levers.otherWords'),
      threatPart: valueOf('levers.threatPart'),
      putOffPart: valueOf('levers.putOffPart'),
      namingPart: valueOf('levers.namingPart'),
    },
    markets: {
      dailySdPct: valueOf('markets.dailySdPct'),
      costSensitivity: valueOf('markets.costSensitivity'),
      drawdownHalfLifeDays: valueOf('markets.drawdownHalfLifeDays'),
    },
    meeting: {
      notHeld: valueOf('meeting.notHeld'),
      notHeldRound: valueOf('meeting.notHeldRound'),
      obstinate: valueOf('meeting.obstinate'),
      roundIntervalDays: valueOf('meeting.roundIntervalDays'),
      ministersDecide: valueOf('meeting.ministersDecide'),
      leadersDecide: valueOf('meeting.leadersDecide'),
      selection: valueOf('meeting.selection'),
      readyAtFirst: valueOf('meeting.readyAtFirst'),
      preparedPerRound: valueOf('meeting.preparedPerRound'),
      preparationDays: valueOf('meeting.preparationDays'),
      leastStepPp: valueOf('meeting.leastStepPp'),
      leastStepSeverity: valueOf('meeting.leastStepSeverity'),
      quarrelAfterNoText: valueOf('meeting.quarrelAfterNoText'),
      leastDegree: valueOf('meeting.leastDegree'),
      calledOffByUs: valueOf('meeting.calledOffByUs'),
    },
    pain: {
      ceilingUs: valueOf('pain.ceilingUs'),
      scaleUs: valueOf('pain.scaleUs'),
      ceilingCn: valueOf('pain.ceilingCn'),
      scaleCn: valueOf('pain.scaleCn'),
      chipLoss: valueOf('pain.chipLoss'),
      scaling: valueOf('pain.scaling'),
      halfLifeDays: valueOf('pain.halfLifeDays'),
    },
    pool: {
      baseRateWeight: valueOf('pool.baseRateWeight'),
      floor: valueOf('pool.floor'),
    },
    promises: {
      deliveredCn: valueOf('promises.deliveredCn'),
      deliveredUs: valueOf('promises.deliveredUs'),
      actKept: valueOf('promises.actKept'),
    },
    readiness: {
      base: valueOf('readiness.base'),
      round: valueOf('readiness.round'),
      leadersCall: valueOf('readiness.leadersCall'),
      recentBreach: valueOf('readiness.recentBreach'),
      mostRounds: valueOf('readiness.mostRounds'),
      painScale: valueOf('readiness.painScale'),
      recentBreachDays: valueOf('readiness.recentBreachDays'),
    },
    reversal: {
      base: valueOf('reversal.base'),
      drawdown: valueOf('reversal.drawdown'),
      yieldRise: valueOf('reversal.yieldRise'),
      yieldWindowDays: valueOf('reversal.yieldWindowDays'),
      farmPain: valueOf('reversal.farmPain'),
      audience: valueOf('reversal.audience'),
    },
    settlement: {
      licenceWorkingDays: valueOf('settlement.licenceWorkingDays'),
      pledgeDays: valueOf('settlement.pledgeDays'),
      leastProlongationDays: valueOf('settlement.leastProlongationDays'),
      wholeFrom: valueOf('settlement.wholeFrom'),
      leastTermDays: valueOf('settlement.leastTermDays'),
      purchaseNoticeDays: valueOf('settlement.purchaseNoticeDays'),
      leastPurchaseDays: valueOf('settlement.leastPurchaseDays'),
    },
    soybeans: {
      usPerBu: valueOf('soybeans.usPerBu'),
      seasonAmplitude: valueOf('soybeans.seasonAmplitude'),
      pricePerBu: valueOf('soybeans.pricePerBu'),
      politicalWeight: valueOf('soybeans.politicalWeight'),
      wedge: valueOf('soybeans.wedge'),
      ceiling: valueOf('soybeans.ceiling'),
      monthlyMarketMmt: valueOf('soybeans.monthlyMarketMmt'),
      harvestFrom: valueOf('soybeans.harvestFrom'),
      harvestTo: valueOf('soybeans.harvestTo'),
      growingFrom: valueOf('soybeans.growingFrom'),
      growingTo: valueOf('soybeans.growingTo'),
      yearlyLossUsdBn: valueOf('soybeans.yearlyLossUsdBn'),
    },
    talks: {
      base: valueOf('talks.base'),
      ripeness: valueOf('talks.ripeness'),
      intervalDays: valueOf('talks.intervalDays'),
    },
    threats: {
      postponedShare: valueOf('threats.postponedShare'),
      postponedDays: valueOf('threats.postponedDays'),
      postponedWeight: valueOf('threats.postponedWeight'),
      openDays: valueOf('threats.openDays'),
    },
    trade: {
      elasticity: valueOf('trade.elasticity'),
      retailPassThrough: valueOf('trade.retailPassThrough'),
      firstYearPhaseIn: valueOf('trade.firstYearPhaseIn'),
      importShare: valueOf('trade.importShare'),
      delayed: valueOf('trade.delayed'),
    },
    truce: {
      shape: valueOf('truce.shape'),
      scaleDays: valueOf('truce.scaleDays'),
      provocation: valueOf('truce.provocation'),
      loophole: valueOf('truce.loophole'),
      usualLoophole: valueOf('truce.usualLoophole'),
      ripeness: valueOf('truce.ripeness'),
      monitoring: valueOf('truce.monitoring'),
      expiry: valueOf('truce.expiry'),
      expiryWindowDays: valueOf('truce.expiryWindowDays'),
      provocationDays: valueOf('truce.provocationDays'),
      failureStrain: valueOf('truce.failureStrain'),
      failureStrainDays: valueOf('truce.failureStrainDays'),
      extensionDays: valueOf('truce.extensionDays'),
      extendedOnTheEve: valueOf('truce.extendedOnTheEve'),
      brokenByUs: valueOf('truce.brokenByUs'),
      terminated: valueOf('truce.terminated'),
      breachEntities: valueOf('truce.breachEntities'),
    },
    year: {
      reversals: valueOf('year.reversals'),
      reversalFollowed: valueOf('year.reversalFollowed'),
      hurtOnReversal: valueOf('year.hurtOnReversal'),
      drawdownOnReversal: valueOf('year.drawdownOnReversal'),
      usualHurt: valueOf('year.usualHurt'),
      freshDays: valueOf('year.freshDays'),
      lookDays: valueOf('year.lookDays'),
      replacedShare: valueOf('year.replacedShare'),
      stopgapDays: valueOf('year.stopgapDays'),
      findingDays: valueOf('year.findingDays'),
      statutoryDays: valueOf('year.statutoryDays'),
      leastReplacementPct: valueOf('year.leastReplacementPct'),
      findsUs: valueOf('year.findsUs'),
      usualDrawdownPct: valueOf('year.usualDrawdownPct'),
      rounds: valueOf('year.rounds'),
      calls: valueOf('year.calls'),
      summits: valueOf('year.summits'),
      summitNoticeDays: valueOf('year.summitNoticeDays'),
      renewalDays: valueOf('year.renewalDays'),
      forgottenThreatDays: valueOf('year.forgottenThreatDays'),
      listings: valueOf('year.listings'),
      listingAnswered: valueOf('year.listingAnswered'),
      easings: valueOf('year.easings'),
      easedShare: valueOf('year.easedShare'),
      answeredByControl: valueOf('year.answeredByControl'),
      answeredByListing: valueOf('year.answeredByListing'),
      answeringSeverity: valueOf('year.answeringSeverity'),
      probesDecided: valueOf('year.probesDecided'),
      findsCn: valueOf('year.findsCn'),
      sectorSought: valueOf('year.sectorSought'),
      sectorShare: valueOf('year.sectorShare'),
      sectorRatePct: valueOf('year.sectorRatePct'),
    },
  };
}

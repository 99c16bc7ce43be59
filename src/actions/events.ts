/**
 * The events of the library's own action types, compiled from the schemas and rules of `src/actions`. Do not edit: run
 * `npm run forms`.
 */

/** The event of each action type by the type's name: who may make it, and its fields with their units and rules. */
export interface EventByType {
  /** The day moves on, at most to the next deadline. Made by calendar. */
  readonly 'calendar.advance': {
    readonly type: 'calendar.advance';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /**
     * The next day, YYYY-MM-DD. The day moves to a later one, at most to the day on which the
     * calendar must act next.
     */
    readonly to: string;
  };
  /**
   * The day closes: what measures cost and what was believed, as the theory computed it. Made by
   * calendar.
   */
  readonly 'economy.accrue': {
    readonly type: 'economy.accrue';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /**
     * Pain, audience cost, beliefs and stocks at the end of the day. A day closes with the gauges
     * of both sides.
     */
    readonly gauges: {
      readonly pain: {
        readonly US: number;
        readonly CN: number;
      };
      readonly audience: {
        readonly US: number;
        readonly CN: number;
      };
      readonly credibility: {
        readonly US: number;
        readonly CN: number;
      };
      readonly inventoryMonths: number;
      readonly shortage: number;
      readonly farmPain: number;
      readonly drawdownPct: number;
    };
  };
  /** Equities and bond yields move in one day. Made by market. */
  readonly 'market.move': {
    readonly type: 'market.move';
    readonly actor: 'market';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Change of the American equity index, per cent. A day moves equities by less than half. */
    readonly equityPct: number;
    /**
     * Change of the ten-year yield, basis points. A day moves yields by at most 300 basis points.
     */
    readonly yieldBp: number;
  };
  /** Make a duty known as considered, without a date. Made by one of US, CN. */
  readonly 'tariff.propose': {
    readonly type: 'tariff.propose';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** Id of the authority that it stands on. A move needs an existing legal authority. */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. An announced measure under a statute with
     * a procedure names an investigation under it, any other none.
     */
    readonly basis: string | null;
    /**
     * Ad valorem rate in per cent. A duty is at most the ceiling of its statute, and 0 where it
     * collects nothing yet.
     */
    readonly ratePct: number;
    /**
     * Share of bilateral imports that the duty covers, 0 to 1. A duty covers a share of trade from
     * 0, where none is known, to 1.
     */
    readonly share: number;
    /**
     * Last day on which another rate, still open, is to be set; null where none was named. A rate
     * that is still open is set by a day that lies ahead, at most five years, or by none that was
     * named; a new duty at 0 leaves its rate open.
     */
    readonly rateBy?: string | null;
  };
  /**
   * Threaten a duty from a date on or without one, by a voice that audiences hear. Made by one of
   * US, CN.
   */
  readonly 'tariff.threaten': {
    readonly type: 'tariff.threaten';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** Id of the authority that it stands on. A move needs an existing legal authority. */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. An announced measure under a statute with
     * a procedure names an investigation under it, any other none.
     */
    readonly basis: string | null;
    /**
     * Ad valorem rate in per cent. A duty is at most the ceiling of its statute, and 0 where it
     * collects nothing yet.
     */
    readonly ratePct: number;
    /**
     * Share of bilateral imports that the duty covers, 0 to 1. A duty covers a share of trade from
     * 0, where none is known, to 1.
     */
    readonly share: number;
    /**
     * Last day on which another rate, still open, is to be set; null where none was named. A rate
     * that is still open is set by a day that lies ahead, at most five years, or by none that was
     * named; a new duty at 0 leaves its rate open.
     */
    readonly rateBy?: string | null;
    /**
     * Day on which it would take effect, null for none, YYYY-MM-DD. The date of a threat lies
     * ahead, at most two years, or none is named.
     */
    readonly dueOn: string | null;
    /** Who says it. A threat is voiced by officials, a spokesperson or the leader. */
    readonly voice: 'officials' | 'spokesperson' | 'leader';
  };
  /** Order a new duty, with effect today or on a later date. Made by one of US, CN. */
  readonly 'tariff.impose': {
    readonly type: 'tariff.impose';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /**
     * Id of the authority that it stands on. What stands on no statute by name can be announced,
     * and enters into force once one is named.
     */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. A measure under a statute with a
     * procedure rests on one of its findings, any other on none.
     */
    readonly basis: string | null;
    /**
     * Ad valorem rate in per cent. A duty is at most the ceiling of its statute, and 0 where it
     * collects nothing yet.
     */
    readonly ratePct: number;
    /**
     * Share of bilateral imports that the duty covers, 0 to 1. A duty covers a share of trade from
     * 0, where none is known, to 1.
     */
    readonly share: number;
    /**
     * Last day on which another rate, still open, is to be set; null where none was named. A rate
     * that is still open is set by a day that lies ahead, at most five years, or by none that was
     * named; a new duty at 0 leaves its rate open.
     */
    readonly rateBy?: string | null;
    /**
     * Day from which it applies, YYYY-MM-DD. An order takes effect today or later, at most two
     * years ahead.
     */
    readonly from: string;
  };
  /**
   * Carry out a duty that was proposed or threatened, with effect today or on a later date. Made by
   * one of US, CN.
   */
  readonly 'tariff.carry-out': {
    readonly type: 'tariff.carry-out';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Day from which it applies, YYYY-MM-DD. An order takes effect today or later, at most two
     * years ahead.
     */
    readonly from: string;
  };
  /** Move the date of a threatened or ordered duty to a later day. Made by one of US, CN. */
  readonly 'tariff.postpone': {
    readonly type: 'tariff.postpone';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Later day on which it would take effect, YYYY-MM-DD. A postponement moves the date to a later
     * one, at most two years ahead.
     */
    readonly until: string;
  };
  /**
   * Put a threatened or ordered duty off before it applies, until a date or without one; it stays
   * on the books, and a threat stays one. Made by one of US, CN.
   */
  readonly 'tariff.put-off': {
    readonly type: 'tariff.put-off';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Later day on which it may apply, null for none, YYYY-MM-DD. An order that is put off may
     * apply on a later day than was set, at most two years ahead, where it could be ordered, else
     * it has no day; a threat stands for such a day or for none.
     */
    readonly until: string | null;
  };
  /**
   * Threaten a duty from a date on that was proposed, threatened without a date or put off without
   * one. Made by one of US, CN.
   */
  readonly 'tariff.set-deadline': {
    readonly type: 'tariff.set-deadline';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Day on which it would take effect, null for none, YYYY-MM-DD. The date of a threat lies
     * ahead, at most two years, or none is named.
     */
    readonly dueOn: string | null;
    /** Who says it. A threat is voiced by officials, a spokesperson or the leader. */
    readonly voice: 'officials' | 'spokesperson' | 'leader';
  };
  /**
   * Name the statute on which a duty will stand that was announced without one. Made by one of US,
   * CN.
   */
  readonly 'tariff.name-authority': {
    readonly type: 'tariff.name-authority';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Id of the authority that it stands on. It stands on a statute of its author that is in being,
     * provides for its kind and allows its rate.
     */
    readonly authority: string;
    /**
     * Id of the probe on which it rests, or null. It names an investigation of its author, or none
     * where the statute asks for none.
     */
    readonly basis: string | null;
  };
  /** End a duty, or a threat or proposal of one, for good. Made by one of US, CN. */
  readonly 'tariff.withdraw': {
    readonly type: 'tariff.withdraw';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /** Whether something was given for it. A withdrawal is traded or not. */
    readonly traded: boolean;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Stop applying a duty until a date, when it snaps back, or with an open end. Made by one of US,
   * CN.
   */
  readonly 'tariff.suspend': {
    readonly type: 'tariff.suspend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Day on which the suspension ends, null for none, YYYY-MM-DD. A suspension ends on a later
     * day, within the life of its measure and at most two years ahead, or stays open.
     */
    readonly until: string | null;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /** Prolong the suspension of a duty to a later date or to an open end. Made by one of US, CN. */
  readonly 'tariff.extend': {
    readonly type: 'tariff.extend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Later day on which the suspension ends, null for none, YYYY-MM-DD. An extension ends later
     * than the suspension did, within the life of the measure and at most two years ahead, or stays
     * open.
     */
    readonly until: string | null;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /** Set the day on which the open-ended suspension of a duty ends. Made by one of US, CN. */
  readonly 'tariff.schedule-return': {
    readonly type: 'tariff.schedule-return';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Day on which the suspension ends, YYYY-MM-DD. A suspension ends on a later day, within the
     * life of its measure and at most two years ahead.
     */
    readonly until: string;
  };
  /**
   * End the suspension of a duty early: it applies again at its stored level. Made by one of US,
   * CN.
   */
  readonly 'tariff.resume': {
    readonly type: 'tariff.resume';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
  };
  /**
   * Give legal notice of a change of a duty that was announced, with effect today or on a later
   * date. Made by one of US, CN.
   */
  readonly 'tariff.give-notice': {
    readonly type: 'tariff.give-notice';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Day from which the change holds, YYYY-MM-DD. A notice lets a change hold from today or later,
     * at most two years ahead, within the life of the measure and before the end of the change
     * itself.
     */
    readonly from: string;
  };
  /**
   * Drop a change of a duty that was announced, or ordered for a later date, before it takes
   * effect. Made by one of US, CN.
   */
  readonly 'tariff.drop-change': {
    readonly type: 'tariff.drop-change';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
  };
  /** The day of a change of a duty has come and it takes effect. Made by calendar. */
  readonly 'tariff.take-effect': {
    readonly type: 'tariff.take-effect';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
  };
  /** The day of an ordered duty has come and it applies. Made by calendar. */
  readonly 'tariff.enter-into-force': {
    readonly type: 'tariff.enter-into-force';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
  };
  /**
   * The suspension of a duty has run out and it applies again at its stored level. Made by
   * calendar.
   */
  readonly 'tariff.snapback': {
    readonly type: 'tariff.snapback';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
  };
  /** The longest life of a duty under its authority is over and it ends. Made by calendar. */
  readonly 'tariff.lapse': {
    readonly type: 'tariff.lapse';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
  };
  /**
   * The date of a threatened duty has passed and nothing was done: the threat lapses. Made by
   * calendar.
   */
  readonly 'tariff.expire-threat': {
    readonly type: 'tariff.expire-threat';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
  };
  /** Raise the rate of a duty, up to the ceiling of its statute. Made by one of US, CN. */
  readonly 'tariff.raise': {
    readonly type: 'tariff.raise';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * New rate in per cent. A rise is above the present rate and at most the ceiling of the
     * statute.
     */
    readonly ratePct: number;
  };
  /** Cut the rate of a duty; a cut to zero keeps the layer on the books. Made by one of US, CN. */
  readonly 'tariff.cut': {
    readonly type: 'tariff.cut';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /** New rate in per cent. A cut is at least 0 and below the present rate. */
    readonly ratePct: number;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Bring further goods under a duty at its rate: derivative articles, an inclusion round. Made by
   * one of US, CN.
   */
  readonly 'tariff.widen': {
    readonly type: 'tariff.widen';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Share of bilateral imports that the duty covers from now on, 0 to 1. A widening covers at
     * least the present share, where no figure for the added goods is known, and at most all trade
     * that is not excluded.
     */
    readonly share: number;
  };
  /**
   * Take the goods of a list out of a duty, until a date or with an open end; then they are under
   * it again. Made by one of US, CN.
   */
  readonly 'tariff.exclude': {
    readonly type: 'tariff.exclude';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /** Id of the new exclusion. Something new needs an id of its own. */
    readonly exclusion: string;
    /** What list it is. A text has at most 400 characters. */
    readonly label: string;
    /**
     * Share of bilateral imports that it takes out, 0 to 1. An exclusion takes out from 0, where no
     * figure is known, to all that the duty still covers.
     */
    readonly share: number;
    /**
     * Day on which it ends, null for none, YYYY-MM-DD. An exclusion ends on a later day, within the
     * life of its duty and at most two years ahead, or stays open.
     */
    readonly until: string | null;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Set the rate of a duty that was ordered with its rate still open, up to the ceiling of its
   * statute. Made by one of US, CN.
   */
  readonly 'tariff.set-rate': {
    readonly type: 'tariff.set-rate';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
    /**
     * Rate in per cent. A duty is at most the ceiling of its statute, and 0 where it collects
     * nothing yet.
     */
    readonly ratePct: number;
  };
  /**
   * The last day on which the open rate of a duty was to be set is over: the duty stays at the rate
   * that it has. Made by calendar.
   */
  readonly 'tariff.leave-rate': {
    readonly type: 'tariff.leave-rate';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly id: string;
  };
  /**
   * Carry a threatened or ordered rise out by adding its points to the duty that it was to raise.
   * Made by one of US, CN.
   */
  readonly 'tariff.fold-in': {
    readonly type: 'tariff.fold-in';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the pending rise. A move needs an existing duty. */
    readonly id: string;
    /**
     * Id of the duty that it raises. A rise goes into a duty in force of the same party under the
     * same statute, up to its ceiling.
     */
    readonly into: string;
  };
  /**
   * Set the statutory rate of a party anew: an act of its legislator or tariff schedule, no
   * executive act. Made by one of US, CN.
   */
  readonly 'tariff.set-by-statute': {
    readonly type: 'tariff.set-by-statute';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the statutory duty. A move needs an existing duty. */
    readonly id: string;
    /** New rate in per cent. A statutory rate is from 0 to 1000 per cent. */
    readonly ratePct: number;
  };
  /** Prolong an exclusion to a later date or to an open end. Made by one of US, CN. */
  readonly 'exclusion.extend': {
    readonly type: 'exclusion.extend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of duty and exclusion, joined by #. A move needs an existing exclusion. */
    readonly key: string;
    /**
     * Later day on which it ends, null for none, YYYY-MM-DD. An extension ends later than the
     * exclusion did, within the life of its duty and at most two years ahead, or stays open.
     */
    readonly until: string | null;
  };
  /**
   * Take an exclusion back before its day: its goods are under the duty again. Made by one of US,
   * CN.
   */
  readonly 'exclusion.revoke': {
    readonly type: 'exclusion.revoke';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of duty and exclusion, joined by #. A move needs an existing exclusion. */
    readonly key: string;
  };
  /** The day of an exclusion has come and its goods are under the duty again. Made by calendar. */
  readonly 'exclusion.expire': {
    readonly type: 'exclusion.expire';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of duty and exclusion, joined by #. A move needs an existing exclusion. */
    readonly key: string;
  };
  /** Make an export control known as considered, without a date. Made by one of US, CN. */
  readonly 'control.propose': {
    readonly type: 'control.propose';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** Id of the authority that it stands on. A move needs an existing legal authority. */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. An announced measure under a statute with
     * a procedure names an investigation under it, any other none.
     */
    readonly basis: string | null;
    /** What is controlled. A text has at most 400 characters. */
    readonly subject: string;
    /**
     * Share of the controlled trade denied without a licence, 0 to 1. A control denies a share of
     * the trade in its subject from 0, where it reaches know-how only, to 1.
     */
    readonly severity: number;
    /**
     * How far it reaches. A control reaches the other party, all destinations or foreign-made
     * goods.
     */
    readonly reach: 'bilateral' | 'all-destinations' | 'extraterritorial';
    /**
     * Value share that catches foreign-made goods, per cent. A value threshold is one of those in
     * use, or none.
     */
    readonly deMinimisPct: number | null;
    /** Whether it is all or nothing. A control is all or nothing, or it is not. */
    readonly indivisible: boolean;
  };
  /**
   * Threaten an export control from a date on or without one, by a voice that audiences hear. Made
   * by one of US, CN.
   */
  readonly 'control.threaten': {
    readonly type: 'control.threaten';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** Id of the authority that it stands on. A move needs an existing legal authority. */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. An announced measure under a statute with
     * a procedure names an investigation under it, any other none.
     */
    readonly basis: string | null;
    /** What is controlled. A text has at most 400 characters. */
    readonly subject: string;
    /**
     * Share of the controlled trade denied without a licence, 0 to 1. A control denies a share of
     * the trade in its subject from 0, where it reaches know-how only, to 1.
     */
    readonly severity: number;
    /**
     * How far it reaches. A control reaches the other party, all destinations or foreign-made
     * goods.
     */
    readonly reach: 'bilateral' | 'all-destinations' | 'extraterritorial';
    /**
     * Value share that catches foreign-made goods, per cent. A value threshold is one of those in
     * use, or none.
     */
    readonly deMinimisPct: number | null;
    /** Whether it is all or nothing. A control is all or nothing, or it is not. */
    readonly indivisible: boolean;
    /**
     * Day on which it would take effect, null for none, YYYY-MM-DD. The date of a threat lies
     * ahead, at most two years, or none is named.
     */
    readonly dueOn: string | null;
    /** Who says it. A threat is voiced by officials, a spokesperson or the leader. */
    readonly voice: 'officials' | 'spokesperson' | 'leader';
  };
  /** Order a new export control, with effect today or on a later date. Made by one of US, CN. */
  readonly 'control.impose': {
    readonly type: 'control.impose';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /**
     * Id of the authority that it stands on. What stands on no statute by name can be announced,
     * and enters into force once one is named.
     */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. A measure under a statute with a
     * procedure rests on one of its findings, any other on none.
     */
    readonly basis: string | null;
    /** What is controlled. A text has at most 400 characters. */
    readonly subject: string;
    /**
     * Share of the controlled trade denied without a licence, 0 to 1. A control denies a share of
     * the trade in its subject from 0, where it reaches know-how only, to 1.
     */
    readonly severity: number;
    /**
     * How far it reaches. A control reaches the other party, all destinations or foreign-made
     * goods.
     */
    readonly reach: 'bilateral' | 'all-destinations' | 'extraterritorial';
    /**
     * Value share that catches foreign-made goods, per cent. A value threshold is one of those in
     * use, or none.
     */
    readonly deMinimisPct: number | null;
    /** Whether it is all or nothing. A control is all or nothing, or it is not. */
    readonly indivisible: boolean;
    /**
     * Day from which it applies, YYYY-MM-DD. An order takes effect today or later, at most two
     * years ahead.
     */
    readonly from: string;
  };
  /**
   * Carry out an export control that was proposed or threatened, with effect today or on a later
   * date. Made by one of US, CN.
   */
  readonly 'control.carry-out': {
    readonly type: 'control.carry-out';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
    /**
     * Day from which it applies, YYYY-MM-DD. An order takes effect today or later, at most two
     * years ahead.
     */
    readonly from: string;
  };
  /**
   * Move the date of a threatened or ordered export control to a later day. Made by one of US, CN.
   */
  readonly 'control.postpone': {
    readonly type: 'control.postpone';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
    /**
     * Later day on which it would take effect, YYYY-MM-DD. A postponement moves the date to a later
     * one, at most two years ahead.
     */
    readonly until: string;
  };
  /**
   * Put a threatened or ordered export control off before it applies, until a date or without one;
   * it stays on the books, and a threat stays one. Made by one of US, CN.
   */
  readonly 'control.put-off': {
    readonly type: 'control.put-off';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
    /**
     * Later day on which it may apply, null for none, YYYY-MM-DD. An order that is put off may
     * apply on a later day than was set, at most two years ahead, where it could be ordered, else
     * it has no day; a threat stands for such a day or for none.
     */
    readonly until: string | null;
  };
  /**
   * Threaten an export control from a date on that was proposed, threatened without a date or put
   * off without one. Made by one of US, CN.
   */
  readonly 'control.set-deadline': {
    readonly type: 'control.set-deadline';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
    /**
     * Day on which it would take effect, null for none, YYYY-MM-DD. The date of a threat lies
     * ahead, at most two years, or none is named.
     */
    readonly dueOn: string | null;
    /** Who says it. A threat is voiced by officials, a spokesperson or the leader. */
    readonly voice: 'officials' | 'spokesperson' | 'leader';
  };
  /**
   * Name the statute on which an export control will stand that was announced without one. Made by
   * one of US, CN.
   */
  readonly 'control.name-authority': {
    readonly type: 'control.name-authority';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
    /**
     * Id of the authority that it stands on. It stands on a statute of its author that is in being,
     * provides for its kind and allows its rate.
     */
    readonly authority: string;
    /**
     * Id of the probe on which it rests, or null. It names an investigation of its author, or none
     * where the statute asks for none.
     */
    readonly basis: string | null;
  };
  /** End an export control, or a threat or proposal of one, for good. Made by one of US, CN. */
  readonly 'control.withdraw': {
    readonly type: 'control.withdraw';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
    /** Whether something was given for it. A withdrawal is traded or not. */
    readonly traded: boolean;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Stop applying an export control until a date, when it snaps back, or with an open end. Made by
   * one of US, CN.
   */
  readonly 'control.suspend': {
    readonly type: 'control.suspend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
    /**
     * Day on which the suspension ends, null for none, YYYY-MM-DD. A suspension ends on a later
     * day, within the life of its measure and at most two years ahead, or stays open.
     */
    readonly until: string | null;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Prolong the suspension of an export control to a later date or to an open end. Made by one of
   * US, CN.
   */
  readonly 'control.extend': {
    readonly type: 'control.extend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
    /**
     * Later day on which the suspension ends, null for none, YYYY-MM-DD. An extension ends later
     * than the suspension did, within the life of the measure and at most two years ahead, or stays
     * open.
     */
    readonly until: string | null;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Set the day on which the open-ended suspension of an export control ends. Made by one of US,
   * CN.
   */
  readonly 'control.schedule-return': {
    readonly type: 'control.schedule-return';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
    /**
     * Day on which the suspension ends, YYYY-MM-DD. A suspension ends on a later day, within the
     * life of its measure and at most two years ahead.
     */
    readonly until: string;
  };
  /**
   * End the suspension of an export control early: it applies again at its stored level. Made by
   * one of US, CN.
   */
  readonly 'control.resume': {
    readonly type: 'control.resume';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
  };
  /**
   * Give legal notice of a change of an export control that was announced, with effect today or on
   * a later date. Made by one of US, CN.
   */
  readonly 'control.give-notice': {
    readonly type: 'control.give-notice';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
    /**
     * Day from which the change holds, YYYY-MM-DD. A notice lets a change hold from today or later,
     * at most two years ahead, within the life of the measure and before the end of the change
     * itself.
     */
    readonly from: string;
  };
  /**
   * Drop a change of an export control that was announced, or ordered for a later date, before it
   * takes effect. Made by one of US, CN.
   */
  readonly 'control.drop-change': {
    readonly type: 'control.drop-change';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
  };
  /** The day of a change of an export control has come and it takes effect. Made by calendar. */
  readonly 'control.take-effect': {
    readonly type: 'control.take-effect';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
  };
  /** The day of an ordered export control has come and it applies. Made by calendar. */
  readonly 'control.enter-into-force': {
    readonly type: 'control.enter-into-force';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
  };
  /**
   * The suspension of an export control has run out and it applies again at its stored level. Made
   * by calendar.
   */
  readonly 'control.snapback': {
    readonly type: 'control.snapback';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
  };
  /**
   * The longest life of an export control under its authority is over and it ends. Made by
   * calendar.
   */
  readonly 'control.lapse': {
    readonly type: 'control.lapse';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
  };
  /**
   * The date of a threatened export control has passed and nothing was done: the threat lapses.
   * Made by calendar.
   */
  readonly 'control.expire-threat': {
    readonly type: 'control.expire-threat';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the export control. A move needs an existing export control. */
    readonly id: string;
  };
  /** Raise the severity of a control. Made by one of US, CN. */
  readonly 'control.tighten': {
    readonly type: 'control.tighten';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the control. A move needs an existing export control. */
    readonly id: string;
    /** New severity, 0 to 1. A tightening is above the present severity and at most 1. */
    readonly severity: number;
  };
  /** Lower the severity of a control. Made by one of US, CN. */
  readonly 'control.ease': {
    readonly type: 'control.ease';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the control. A move needs an existing export control. */
    readonly id: string;
    /** New severity, 0 to 1. An easing is at least 0 and below the present severity. */
    readonly severity: number;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Grant licences for a share of the controlled trade; they take effect after processing and may
   * run out. Made by one of US, CN.
   */
  readonly 'licence.grant': {
    readonly type: 'licence.grant';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the control. A move needs an existing export control. */
    readonly id: string;
    /** Id of the new licence. Something new needs an id of its own. */
    readonly licence: string;
    /**
     * Share of the controlled trade, 0 to 1. Licences cover at most the whole of the controlled
     * trade.
     */
    readonly share: number;
    /**
     * Day from which goods move under it, YYYY-MM-DD. A licence takes effect today or later, within
     * a year.
     */
    readonly effectiveOn: string;
    /**
     * Day on which it runs out, null for none, YYYY-MM-DD. A licence ends on a later day than that
     * on which its goods can move, within four years, or has an open end.
     */
    readonly until: string | null;
    /**
     * Whether it is general: no shipment is asked for by itself. A licence is general, or it is
     * not.
     */
    readonly general?: boolean;
    /** Who holds it: firms by name or a sector. A text has at most 400 characters. */
    readonly holders?: string;
    /**
     * Most that may be shipped, per cent of sales at home. A cap is a share of what is sold at
     * home, above 0 to 1000 per cent.
     */
    readonly capPct?: number;
    /**
     * Part of the proceeds for the grantor, per cent. A treasury takes from 0 to 100 per cent of
     * the proceeds.
     */
    readonly revenueSharePct?: number;
  };
  /** Processing is over and licensed goods move. Made by calendar. */
  readonly 'licence.take-effect': {
    readonly type: 'licence.take-effect';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of control and licence, joined by #. A move needs an existing licence. */
    readonly key: string;
  };
  /** Licences have run out. Made by calendar. */
  readonly 'licence.expire': {
    readonly type: 'licence.expire';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of control and licence, joined by #. A move needs an existing licence. */
    readonly key: string;
  };
  /** Withhold licences that were granted: the goods stop moving. Made by one of US, CN. */
  readonly 'licence.withhold': {
    readonly type: 'licence.withhold';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of control and licence, joined by #. A move needs an existing licence. */
    readonly key: string;
  };
  /** Make a port fee known as considered, without a date. Made by one of US, CN. */
  readonly 'port-fee.propose': {
    readonly type: 'port-fee.propose';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** Id of the authority that it stands on. A move needs an existing legal authority. */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. An announced measure under a statute with
     * a procedure names an investigation under it, any other none.
     */
    readonly basis: string | null;
    /** Fee per net ton. A fee is above 0 and at most 5000 a net ton. */
    readonly feePerNetTon: number;
    /** ISO 4217 code of the currency. A fee is set in dollars or yuan. */
    readonly currency: string;
  };
  /**
   * Threaten a port fee from a date on or without one, by a voice that audiences hear. Made by one
   * of US, CN.
   */
  readonly 'port-fee.threaten': {
    readonly type: 'port-fee.threaten';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** Id of the authority that it stands on. A move needs an existing legal authority. */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. An announced measure under a statute with
     * a procedure names an investigation under it, any other none.
     */
    readonly basis: string | null;
    /** Fee per net ton. A fee is above 0 and at most 5000 a net ton. */
    readonly feePerNetTon: number;
    /** ISO 4217 code of the currency. A fee is set in dollars or yuan. */
    readonly currency: string;
    /**
     * Day on which it would take effect, null for none, YYYY-MM-DD. The date of a threat lies
     * ahead, at most two years, or none is named.
     */
    readonly dueOn: string | null;
    /** Who says it. A threat is voiced by officials, a spokesperson or the leader. */
    readonly voice: 'officials' | 'spokesperson' | 'leader';
  };
  /** Order a new port fee, with effect today or on a later date. Made by one of US, CN. */
  readonly 'port-fee.impose': {
    readonly type: 'port-fee.impose';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /**
     * Id of the authority that it stands on. What stands on no statute by name can be announced,
     * and enters into force once one is named.
     */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. A measure under a statute with a
     * procedure rests on one of its findings, any other on none.
     */
    readonly basis: string | null;
    /** Fee per net ton. A fee is above 0 and at most 5000 a net ton. */
    readonly feePerNetTon: number;
    /** ISO 4217 code of the currency. A fee is set in dollars or yuan. */
    readonly currency: string;
    /**
     * Day from which it applies, YYYY-MM-DD. An order takes effect today or later, at most two
     * years ahead.
     */
    readonly from: string;
  };
  /**
   * Carry out a port fee that was proposed or threatened, with effect today or on a later date.
   * Made by one of US, CN.
   */
  readonly 'port-fee.carry-out': {
    readonly type: 'port-fee.carry-out';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
    /**
     * Day from which it applies, YYYY-MM-DD. An order takes effect today or later, at most two
     * years ahead.
     */
    readonly from: string;
  };
  /** Move the date of a threatened or ordered port fee to a later day. Made by one of US, CN. */
  readonly 'port-fee.postpone': {
    readonly type: 'port-fee.postpone';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
    /**
     * Later day on which it would take effect, YYYY-MM-DD. A postponement moves the date to a later
     * one, at most two years ahead.
     */
    readonly until: string;
  };
  /**
   * Put a threatened or ordered port fee off before it applies, until a date or without one; it
   * stays on the books, and a threat stays one. Made by one of US, CN.
   */
  readonly 'port-fee.put-off': {
    readonly type: 'port-fee.put-off';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
    /**
     * Later day on which it may apply, null for none, YYYY-MM-DD. An order that is put off may
     * apply on a later day than was set, at most two years ahead, where it could be ordered, else
     * it has no day; a threat stands for such a day or for none.
     */
    readonly until: string | null;
  };
  /**
   * Threaten a port fee from a date on that was proposed, threatened without a date or put off
   * without one. Made by one of US, CN.
   */
  readonly 'port-fee.set-deadline': {
    readonly type: 'port-fee.set-deadline';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
    /**
     * Day on which it would take effect, null for none, YYYY-MM-DD. The date of a threat lies
     * ahead, at most two years, or none is named.
     */
    readonly dueOn: string | null;
    /** Who says it. A threat is voiced by officials, a spokesperson or the leader. */
    readonly voice: 'officials' | 'spokesperson' | 'leader';
  };
  /**
   * Name the statute on which a port fee will stand that was announced without one. Made by one of
   * US, CN.
   */
  readonly 'port-fee.name-authority': {
    readonly type: 'port-fee.name-authority';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
    /**
     * Id of the authority that it stands on. It stands on a statute of its author that is in being,
     * provides for its kind and allows its rate.
     */
    readonly authority: string;
    /**
     * Id of the probe on which it rests, or null. It names an investigation of its author, or none
     * where the statute asks for none.
     */
    readonly basis: string | null;
  };
  /** End a port fee, or a threat or proposal of one, for good. Made by one of US, CN. */
  readonly 'port-fee.withdraw': {
    readonly type: 'port-fee.withdraw';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
    /** Whether something was given for it. A withdrawal is traded or not. */
    readonly traded: boolean;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Stop applying a port fee until a date, when it snaps back, or with an open end. Made by one of
   * US, CN.
   */
  readonly 'port-fee.suspend': {
    readonly type: 'port-fee.suspend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
    /**
     * Day on which the suspension ends, null for none, YYYY-MM-DD. A suspension ends on a later
     * day, within the life of its measure and at most two years ahead, or stays open.
     */
    readonly until: string | null;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Prolong the suspension of a port fee to a later date or to an open end. Made by one of US, CN.
   */
  readonly 'port-fee.extend': {
    readonly type: 'port-fee.extend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
    /**
     * Later day on which the suspension ends, null for none, YYYY-MM-DD. An extension ends later
     * than the suspension did, within the life of the measure and at most two years ahead, or stays
     * open.
     */
    readonly until: string | null;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /** Set the day on which the open-ended suspension of a port fee ends. Made by one of US, CN. */
  readonly 'port-fee.schedule-return': {
    readonly type: 'port-fee.schedule-return';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
    /**
     * Day on which the suspension ends, YYYY-MM-DD. A suspension ends on a later day, within the
     * life of its measure and at most two years ahead.
     */
    readonly until: string;
  };
  /**
   * End the suspension of a port fee early: it applies again at its stored level. Made by one of
   * US, CN.
   */
  readonly 'port-fee.resume': {
    readonly type: 'port-fee.resume';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
  };
  /**
   * Give legal notice of a change of a port fee that was announced, with effect today or on a later
   * date. Made by one of US, CN.
   */
  readonly 'port-fee.give-notice': {
    readonly type: 'port-fee.give-notice';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
    /**
     * Day from which the change holds, YYYY-MM-DD. A notice lets a change hold from today or later,
     * at most two years ahead, within the life of the measure and before the end of the change
     * itself.
     */
    readonly from: string;
  };
  /**
   * Drop a change of a port fee that was announced, or ordered for a later date, before it takes
   * effect. Made by one of US, CN.
   */
  readonly 'port-fee.drop-change': {
    readonly type: 'port-fee.drop-change';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
  };
  /** The day of a change of a port fee has come and it takes effect. Made by calendar. */
  readonly 'port-fee.take-effect': {
    readonly type: 'port-fee.take-effect';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
  };
  /** The day of an ordered port fee has come and it applies. Made by calendar. */
  readonly 'port-fee.enter-into-force': {
    readonly type: 'port-fee.enter-into-force';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
  };
  /**
   * The suspension of a port fee has run out and it applies again at its stored level. Made by
   * calendar.
   */
  readonly 'port-fee.snapback': {
    readonly type: 'port-fee.snapback';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
  };
  /** The longest life of a port fee under its authority is over and it ends. Made by calendar. */
  readonly 'port-fee.lapse': {
    readonly type: 'port-fee.lapse';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
  };
  /**
   * The date of a threatened port fee has passed and nothing was done: the threat lapses. Made by
   * calendar.
   */
  readonly 'port-fee.expire-threat': {
    readonly type: 'port-fee.expire-threat';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the port fee. A move needs an existing port fee. */
    readonly id: string;
  };
  /** Make a listing known as considered, without a date. Made by one of US, CN. */
  readonly 'listing.propose': {
    readonly type: 'listing.propose';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** Id of the authority that it stands on. A move needs an existing legal authority. */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. An announced measure under a statute with
     * a procedure names an investigation under it, any other none.
     */
    readonly basis: string | null;
    /**
     * Name of the list. A listing names a list that its authority keeps, or a new one; no list of
     * another authority.
     */
    readonly list: string;
    /** Number of entities named. A listing names from 1 to 100000 entities. */
    readonly entities: number;
    /**
     * What they are denied, where that is not what the list denies. A listing denies what a list of
     * its authority does; it need not say what.
     */
    readonly effect?: 'supply' | 'trade' | 'dealings' | 'securities' | 'procurement';
  };
  /**
   * Threaten a listing from a date on or without one, by a voice that audiences hear. Made by one
   * of US, CN.
   */
  readonly 'listing.threaten': {
    readonly type: 'listing.threaten';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** Id of the authority that it stands on. A move needs an existing legal authority. */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. An announced measure under a statute with
     * a procedure names an investigation under it, any other none.
     */
    readonly basis: string | null;
    /**
     * Name of the list. A listing names a list that its authority keeps, or a new one; no list of
     * another authority.
     */
    readonly list: string;
    /** Number of entities named. A listing names from 1 to 100000 entities. */
    readonly entities: number;
    /**
     * What they are denied, where that is not what the list denies. A listing denies what a list of
     * its authority does; it need not say what.
     */
    readonly effect?: 'supply' | 'trade' | 'dealings' | 'securities' | 'procurement';
    /**
     * Day on which it would take effect, null for none, YYYY-MM-DD. The date of a threat lies
     * ahead, at most two years, or none is named.
     */
    readonly dueOn: string | null;
    /** Who says it. A threat is voiced by officials, a spokesperson or the leader. */
    readonly voice: 'officials' | 'spokesperson' | 'leader';
  };
  /** Order a new listing, with effect today or on a later date. Made by one of US, CN. */
  readonly 'listing.impose': {
    readonly type: 'listing.impose';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new measure. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /**
     * Id of the authority that it stands on. What stands on no statute by name can be announced,
     * and enters into force once one is named.
     */
    readonly authority: string;
    /**
     * Id of the probe whose finding it rests on, or null. A measure under a statute with a
     * procedure rests on one of its findings, any other on none.
     */
    readonly basis: string | null;
    /**
     * Name of the list. A listing names a list that its authority keeps, or a new one; no list of
     * another authority.
     */
    readonly list: string;
    /** Number of entities named. A listing names from 1 to 100000 entities. */
    readonly entities: number;
    /**
     * What they are denied, where that is not what the list denies. A listing denies what a list of
     * its authority does; it need not say what.
     */
    readonly effect?: 'supply' | 'trade' | 'dealings' | 'securities' | 'procurement';
    /**
     * Day from which it applies, YYYY-MM-DD. An order takes effect today or later, at most two
     * years ahead.
     */
    readonly from: string;
  };
  /**
   * Carry out a listing that was proposed or threatened, with effect today or on a later date. Made
   * by one of US, CN.
   */
  readonly 'listing.carry-out': {
    readonly type: 'listing.carry-out';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /**
     * Day from which it applies, YYYY-MM-DD. An order takes effect today or later, at most two
     * years ahead.
     */
    readonly from: string;
  };
  /** Move the date of a threatened or ordered listing to a later day. Made by one of US, CN. */
  readonly 'listing.postpone': {
    readonly type: 'listing.postpone';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /**
     * Later day on which it would take effect, YYYY-MM-DD. A postponement moves the date to a later
     * one, at most two years ahead.
     */
    readonly until: string;
  };
  /**
   * Put a threatened or ordered listing off before it applies, until a date or without one; it
   * stays on the books, and a threat stays one. Made by one of US, CN.
   */
  readonly 'listing.put-off': {
    readonly type: 'listing.put-off';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /**
     * Later day on which it may apply, null for none, YYYY-MM-DD. An order that is put off may
     * apply on a later day than was set, at most two years ahead, where it could be ordered, else
     * it has no day; a threat stands for such a day or for none.
     */
    readonly until: string | null;
  };
  /**
   * Threaten a listing from a date on that was proposed, threatened without a date or put off
   * without one. Made by one of US, CN.
   */
  readonly 'listing.set-deadline': {
    readonly type: 'listing.set-deadline';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /**
     * Day on which it would take effect, null for none, YYYY-MM-DD. The date of a threat lies
     * ahead, at most two years, or none is named.
     */
    readonly dueOn: string | null;
    /** Who says it. A threat is voiced by officials, a spokesperson or the leader. */
    readonly voice: 'officials' | 'spokesperson' | 'leader';
  };
  /**
   * Name the statute on which a listing will stand that was announced without one. Made by one of
   * US, CN.
   */
  readonly 'listing.name-authority': {
    readonly type: 'listing.name-authority';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /**
     * Id of the authority that it stands on. It stands on a statute of its author that is in being,
     * provides for its kind and allows its rate.
     */
    readonly authority: string;
    /**
     * Id of the probe on which it rests, or null. It names an investigation of its author, or none
     * where the statute asks for none.
     */
    readonly basis: string | null;
  };
  /** End a listing, or a threat or proposal of one, for good. Made by one of US, CN. */
  readonly 'listing.withdraw': {
    readonly type: 'listing.withdraw';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /** Whether something was given for it. A withdrawal is traded or not. */
    readonly traded: boolean;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Stop applying a listing until a date, when it snaps back, or with an open end. Made by one of
   * US, CN.
   */
  readonly 'listing.suspend': {
    readonly type: 'listing.suspend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /**
     * Day on which the suspension ends, null for none, YYYY-MM-DD. A suspension ends on a later
     * day, within the life of its measure and at most two years ahead, or stays open.
     */
    readonly until: string | null;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Prolong the suspension of a listing to a later date or to an open end. Made by one of US, CN.
   */
  readonly 'listing.extend': {
    readonly type: 'listing.extend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /**
     * Later day on which the suspension ends, null for none, YYYY-MM-DD. An extension ends later
     * than the suspension did, within the life of the measure and at most two years ahead, or stays
     * open.
     */
    readonly until: string | null;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /** Set the day on which the open-ended suspension of a listing ends. Made by one of US, CN. */
  readonly 'listing.schedule-return': {
    readonly type: 'listing.schedule-return';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /**
     * Day on which the suspension ends, YYYY-MM-DD. A suspension ends on a later day, within the
     * life of its measure and at most two years ahead.
     */
    readonly until: string;
  };
  /**
   * End the suspension of a listing early: it applies again at its stored level. Made by one of US,
   * CN.
   */
  readonly 'listing.resume': {
    readonly type: 'listing.resume';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
  };
  /**
   * Give legal notice of a change of a listing that was announced, with effect today or on a later
   * date. Made by one of US, CN.
   */
  readonly 'listing.give-notice': {
    readonly type: 'listing.give-notice';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /**
     * Day from which the change holds, YYYY-MM-DD. A notice lets a change hold from today or later,
     * at most two years ahead, within the life of the measure and before the end of the change
     * itself.
     */
    readonly from: string;
  };
  /**
   * Drop a change of a listing that was announced, or ordered for a later date, before it takes
   * effect. Made by one of US, CN.
   */
  readonly 'listing.drop-change': {
    readonly type: 'listing.drop-change';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
  };
  /** The day of a change of a listing has come and it takes effect. Made by calendar. */
  readonly 'listing.take-effect': {
    readonly type: 'listing.take-effect';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
  };
  /** The day of an ordered listing has come and it applies. Made by calendar. */
  readonly 'listing.enter-into-force': {
    readonly type: 'listing.enter-into-force';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
  };
  /**
   * The suspension of a listing has run out and it applies again at its stored level. Made by
   * calendar.
   */
  readonly 'listing.snapback': {
    readonly type: 'listing.snapback';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
  };
  /** The longest life of a listing under its authority is over and it ends. Made by calendar. */
  readonly 'listing.lapse': {
    readonly type: 'listing.lapse';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
  };
  /**
   * The date of a threatened listing has passed and nothing was done: the threat lapses. Made by
   * calendar.
   */
  readonly 'listing.expire-threat': {
    readonly type: 'listing.expire-threat';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
  };
  /**
   * Take some of the firms off a list; all of them by withdrawing the listing. Made by one of US,
   * CN.
   */
  readonly 'listing.remove': {
    readonly type: 'listing.remove';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the listing. A move needs an existing listing. */
    readonly id: string;
    /** Number of entities taken off. At least one firm is taken off and one stays. */
    readonly entities: number;
    /**
     * Later day from which it holds; null where it is announced and its legal notice is pending. A
     * change of what is ordered or applies may hold from a later day, at most two years ahead,
     * within the life of the measure and before the end of the change itself, or be announced
     * without a day; one change of a measure is pending at a time.
     */
    readonly from?: string | null;
  };
  /**
   * Forbid firms at home to comply with a listing or an export control of the other party, until a
   * date or without one. Made by one of US, CN.
   */
  readonly 'blocking-order.issue': {
    readonly type: 'blocking-order.issue';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new order. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /**
     * Id of the authority that it stands on. What stands on no statute by name can be announced,
     * and enters into force once one is named.
     */
    readonly authority: string;
    /**
     * Id of the measure that it answers. A blocking order names a live listing or export control of
     * the other party.
     */
    readonly answers: string;
    /**
     * Day on which it ends, null for none, YYYY-MM-DD. An order ends on a later day, within four
     * years, or has an open end.
     */
    readonly until: string | null;
  };
  /** Lift a blocking order: firms at home may comply again. Made by one of US, CN. */
  readonly 'blocking-order.lift': {
    readonly type: 'blocking-order.lift';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the order. A move needs an existing blocking order. */
    readonly id: string;
  };
  /** The day that a blocking order names has come and it no longer holds. Made by calendar. */
  readonly 'blocking-order.lapse': {
    readonly type: 'blocking-order.lapse';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the order. A move needs an existing blocking order. */
    readonly id: string;
  };
  /** Open an investigation under a statute. Made by one of US, CN. */
  readonly 'probe.open': {
    readonly type: 'probe.open';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new probe. Something new needs an id of its own. */
    readonly id: string;
    /**
     * Id of the statute. What stands on no statute by name can be announced, and enters into force
     * once one is named.
     */
    readonly authority: string;
    /** What is investigated. A text has at most 400 characters. */
    readonly subject: string;
    /**
     * Day by which it is to be decided, null for none, YYYY-MM-DD. A decision is due within 12
     * months of opening, or the statute sets no date.
     */
    readonly decisionDueOn: string | null;
    /**
     * How many economies, or which; left out where it is into the other party alone. A probe into
     * several economies counts from 2 to 250 of them, or names each once.
     */
    readonly targets?: number | readonly string[];
  };
  /**
   * End an investigation with a finding; an affirmative one opens its authority for measures. Made
   * by one of US, CN.
   */
  readonly 'probe.find': {
    readonly type: 'probe.find';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the probe. A move needs an existing probe. */
    readonly id: string;
    /**
     * Whether the finding opens its authority for measures. A finding is affirmative or negative.
     */
    readonly affirmative: boolean;
  };
  /** Close an investigation, or drop a finding on which nothing rests. Made by one of US, CN. */
  readonly 'probe.close': {
    readonly type: 'probe.close';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the probe. A move needs an existing probe. */
    readonly id: string;
  };
  /** Suspend an investigation until a date, when it resumes. Made by one of US, CN. */
  readonly 'probe.suspend': {
    readonly type: 'probe.suspend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the probe. A move needs an existing probe. */
    readonly id: string;
    /**
     * Day on which the suspension ends, YYYY-MM-DD. A suspension ends on a later day, at most two
     * years ahead.
     */
    readonly until: string;
  };
  /** Prolong the suspension of an investigation to a later date. Made by one of US, CN. */
  readonly 'probe.extend': {
    readonly type: 'probe.extend';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the probe. A move needs an existing probe. */
    readonly id: string;
    /**
     * Later day on which the suspension ends, YYYY-MM-DD. An extension ends later than the
     * suspension did, at most two years ahead.
     */
    readonly until: string;
  };
  /** The suspension of an investigation is over and it goes on. Made by calendar. */
  readonly 'probe.resume': {
    readonly type: 'probe.resume';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the probe. A move needs an existing probe. */
    readonly id: string;
  };
  /**
   * The day by which the statute asks for a decision has passed without one: the investigation
   * lapses. Made by calendar.
   */
  readonly 'probe.lapse': {
    readonly type: 'probe.lapse';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the probe. A move needs an existing probe. */
    readonly id: string;
  };
  /**
   * Make the buying of a product a matter of the state: it can be promised, halted and counted from
   * now on. Made by one of US, CN.
   */
  readonly 'purchase.open': {
    readonly type: 'purchase.open';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new trade. Something new needs an id of its own. */
    readonly id: string;
    /** What is bought. A text has at most 400 characters. */
    readonly product: string;
    /** Unit of its quantities. Tons, dollars or pieces are counted. */
    readonly unit: 'Mmt' | 'USD bn' | 'pieces';
    /**
     * What is bought in a normal year, in the unit. A normal year is above 0 and at most 100000 of
     * the unit.
     */
    readonly normalYear?: number;
  };
  /** Commit to buy a quantity inside a window of dates. Made by one of US, CN. */
  readonly 'purchase.commit': {
    readonly type: 'purchase.commit';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new commitment. Something new needs an id of its own. */
    readonly id: string;
    /** Id of the trade. A move needs an existing trade in a product. */
    readonly flow: string;
    /**
     * Quantity, million metric tons; left out where the trade has another unit. A quantity of a
     * trade in tons is above 0 and at most 200 million; of another it is left out.
     */
    readonly quantityMmt?: number;
    /**
     * Quantity in the unit of the trade, where that is not tons. A quantity of a trade in dollars
     * or pieces is above 0 and no more than any year has seen; of one in tons it is left out.
     */
    readonly quantity?: number;
    /**
     * First day of the window in which is bought, YYYY-MM-DD. The window opens today or within four
     * years.
     */
    readonly from: string;
    /** Length of the window in days. A window lasts from 1 day to four years. */
    readonly windowDays: number;
    /** What counts towards it; shipments unless told. Shipments or contracts are counted. */
    readonly counts?: 'shipments' | 'contracts';
    /**
     * Years in all, each with the quantity, where it is for more than one window. A commitment of
     * several years is for 2 to 10 of them.
     */
    readonly years?: number;
  };
  /**
   * Buy and ship a quantity; it counts towards every commitment to shipments whose window is open.
   * Made by one of US, CN.
   */
  readonly 'purchase.deliver': {
    readonly type: 'purchase.deliver';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the trade. A move needs an existing trade in a product. */
    readonly flow: string;
    /**
     * Quantity, million metric tons; left out where the trade has another unit. A quantity of a
     * trade in tons is above 0 and at most 200 million; of another it is left out.
     */
    readonly quantityMmt?: number;
    /**
     * Quantity in the unit of the trade, where that is not tons. A quantity of a trade in dollars
     * or pieces is above 0 and no more than any year has seen; of one in tons it is left out.
     */
    readonly quantity?: number;
  };
  /**
   * Contract a quantity to be shipped later; it counts towards every commitment to contracts whose
   * window is open. Made by one of US, CN.
   */
  readonly 'purchase.contract': {
    readonly type: 'purchase.contract';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the trade. A move needs an existing trade in a product. */
    readonly flow: string;
    /**
     * Quantity, million metric tons; left out where the trade has another unit. A quantity of a
     * trade in tons is above 0 and at most 200 million; of another it is left out.
     */
    readonly quantityMmt?: number;
    /**
     * Quantity in the unit of the trade, where that is not tons. A quantity of a trade in dollars
     * or pieces is above 0 and no more than any year has seen; of one in tons it is left out.
     */
    readonly quantity?: number;
  };
  /** Stop buying a product from the other party. Made by one of US, CN. */
  readonly 'purchase.halt': {
    readonly type: 'purchase.halt';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the trade. A move needs an existing trade in a product. */
    readonly flow: string;
  };
  /** Start buying a product from the other party again. Made by one of US, CN. */
  readonly 'purchase.resume': {
    readonly type: 'purchase.resume';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the trade. A move needs an existing trade in a product. */
    readonly flow: string;
  };
  /**
   * The window of a commitment has closed: it was met or missed, and that of its next year opens
   * where it has one. Made by calendar.
   */
  readonly 'purchase.settle': {
    readonly type: 'purchase.settle';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the commitment. A move needs an existing commitment. */
    readonly id: string;
  };
  /**
   * Pay those at home who sell a product to the other party for what they lose in the days ahead.
   * Made by one of US, CN.
   */
  readonly 'relief.pay': {
    readonly type: 'relief.pay';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new payment. Something new needs an id of its own. */
    readonly id: string;
    /** Id of the trade. A move needs an existing trade in a product. */
    readonly flow: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** Amount, billion US dollars. Relief is above 0 and at most 200 billion dollars. */
    readonly amountUsdBn: number;
    /**
     * Days of losses that it is for, from today. Relief is for the losses of 1 day to four years.
     */
    readonly days: number;
  };
  /** The days for whose losses relief was paid are over. Made by calendar. */
  readonly 'relief.end': {
    readonly type: 'relief.end';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the payment. A move needs an existing payment. */
    readonly id: string;
  };
  /**
   * Promise something that is neither a duty nor a quantity, open to judgement from a date on. Made
   * by one of US, CN.
   */
  readonly 'undertaking.make': {
    readonly type: 'undertaking.make';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new undertaking. Something new needs an id of its own. */
    readonly id: string;
    /** What is promised. A text has at most 400 characters. */
    readonly subject: string;
    /**
     * How much of what was asked, 0 to 1. A promise is for a share above 0 and up to 1 of what was
     * asked.
     */
    readonly degree: number;
    /**
     * Day by which it is to be kept, YYYY-MM-DD. A promise is judged on a later day, within four
     * years.
     */
    readonly dueOn: string;
  };
  /** Show that an undertaking was kept. Made by one of US, CN. */
  readonly 'undertaking.honour': {
    readonly type: 'undertaking.honour';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the undertaking. A move needs an existing undertaking. */
    readonly id: string;
  };
  /**
   * The day of an undertaking has come: from now on it is open to judgement, and nothing is broken
   * by that. Made by calendar.
   */
  readonly 'undertaking.fall-due': {
    readonly type: 'undertaking.fall-due';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the undertaking. A move needs an existing undertaking. */
    readonly id: string;
  };
  /**
   * Declare whether an undertaking that is due was honoured; one that was not lowers trust and
   * breaks no truce. Made by one of US, CN, both.
   */
  readonly 'undertaking.judge': {
    readonly type: 'undertaking.judge';
    readonly actor: 'US' | 'CN' | 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the undertaking. A move needs an existing undertaking. */
    readonly id: string;
    /** Whether it was kept. A promise was kept or not. */
    readonly honoured: boolean;
    /** Who judged it, where that was neither party. A text has at most 400 characters. */
    readonly judge?: string;
  };
  /** Agree to talk about a truce. Made by both. */
  readonly 'truce.open-talks': {
    readonly type: 'truce.open-talks';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
  };
  /**
   * Agree a truce until a date or without one, covering named measures; provisional until both
   * confirm it. Made by both.
   */
  readonly 'truce.conclude': {
    readonly type: 'truce.conclude';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new truce. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /**
     * Day on which its text ends, null for none, YYYY-MM-DD. A truce ends on a later day, at most
     * two years ahead, or has an open end.
     */
    readonly until: string | null;
    /** Ids of the measures covered. A truce covers live measures of the two sides. */
    readonly covered: readonly string[];
    /** Whether the capitals must still confirm it. A text is provisional or final. */
    readonly provisional: boolean;
  };
  /** Both capitals confirm a provisional truce. Made by both. */
  readonly 'truce.confirm': {
    readonly type: 'truce.confirm';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
  };
  /**
   * Prolong the truce by a new text to a later date or without one; what strained it is laid aside.
   * Made by both.
   */
  readonly 'truce.extend': {
    readonly type: 'truce.extend';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /**
     * Later day on which its text ends, null for none, YYYY-MM-DD. An extension ends later than the
     * truce did, at most two years ahead, or stays open; what has no end is not extended.
     */
    readonly until: string | null;
  };
  /**
   * Give a truce without an end the day on which it ends; its text is as old as before. Made by
   * both.
   */
  readonly 'truce.set-end': {
    readonly type: 'truce.set-end';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /**
     * Day on which its text ends, YYYY-MM-DD. A truce ends on a later day, at most two years ahead.
     */
    readonly until: string;
  };
  /**
   * Accuse the other party of hollowing the truce out, short of a documented breach. Made by one of
   * US, CN.
   */
  readonly 'truce.strain': {
    readonly type: 'truce.strain';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** What is complained of. A text has at most 400 characters. */
    readonly through: string;
  };
  /** Document a breach of the truce by a party. Made by one of US, CN. */
  readonly 'truce.breach': {
    readonly type: 'truce.breach';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Who broke it. A breach is by one of the two parties. */
    readonly by: 'US' | 'CN';
    /** By what. A text has at most 400 characters. */
    readonly through: string;
  };
  /**
   * Settle what strained the truce by a new text with the old expiry (London, June 2025). Made by
   * both.
   */
  readonly 'truce.repair': {
    readonly type: 'truce.repair';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
  };
  /**
   * Let what strained the truce rest: it goes on under the text that it had, at the age that it
   * has. Made by both.
   */
  readonly 'truce.lay-aside': {
    readonly type: 'truce.lay-aside';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
  };
  /** Declare the truce over before its expiry. Made by one of US, CN. */
  readonly 'truce.terminate': {
    readonly type: 'truce.terminate';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
  };
  /** The first day no longer covered has come: the truce lapses. Made by calendar. */
  readonly 'truce.lapse': {
    readonly type: 'truce.lapse';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the truce. Only the truce at hand can lapse. */
    readonly id: string;
  };
  /**
   * Set up a body of both sides; one that monitors looks at whether the truce is kept. Made by
   * both.
   */
  readonly 'institution.establish': {
    readonly type: 'institution.establish';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new institution. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** Whether it looks at whether the truce is kept. An institution monitors or does not. */
    readonly monitors: boolean;
  };
  /** Leave a body of both sides, which ends with that. Made by one of US, CN, both. */
  readonly 'institution.dissolve': {
    readonly type: 'institution.dissolve';
    readonly actor: 'US' | 'CN' | 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the institution. A move needs an existing institution. */
    readonly id: string;
  };
  /**
   * Bring an issue onto the table: a demand that may be bargained over from now on. Made by one of
   * US, CN.
   */
  readonly 'issue.raise': {
    readonly type: 'issue.raise';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new issue. Something new needs an id of its own. */
    readonly id: string;
    /** What people call it. A text has at most 400 characters. */
    readonly label: string;
    /** The party that would concede. An issue is for one of the two parties to grant. */
    readonly giver: 'US' | 'CN';
    /** Whether it can only be granted whole. An issue is all or nothing, or it is not. */
    readonly indivisible: boolean;
  };
  /** Take an issue off the table: it is settled or given up. Made by one of US, CN. */
  readonly 'issue.drop': {
    readonly type: 'issue.drop';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the issue. A move needs an existing issue. */
    readonly id: string;
  };
  /** Agree on a round of talks: level, place, days and agenda. Made by both. */
  readonly 'talks.schedule': {
    readonly type: 'talks.schedule';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new round. Something new needs an id of its own. */
    readonly id: string;
    /** Level of the delegations. A round is technical or ministerial. */
    readonly level: 'technical' | 'ministerial';
    /** Where. A text has at most 400 characters. */
    readonly place: string;
    /** Day on which it begins, YYYY-MM-DD. A round opens today or within a year. */
    readonly opensOn: string;
    /** Length in days. A round lasts from 1 to 14 days. */
    readonly days: number;
    /** Ids of the issues on the agenda. An agenda lists known issues once each. */
    readonly agenda: readonly string[];
  };
  /** Name who sits for a party in a round. Made by one of US, CN. */
  readonly 'talks.name-delegation': {
    readonly type: 'talks.name-delegation';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the round. A move needs an existing round. */
    readonly id: string;
    /** Ids of the people. A delegation is of the party's own people. */
    readonly people: readonly string[];
  };
  /** Open a scheduled round on its day or after. Made by both. */
  readonly 'talks.open': {
    readonly type: 'talks.open';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the round. A move needs an existing round. */
    readonly id: string;
  };
  /** Close a round with a readout; it counts as preparation from then on. Made by both. */
  readonly 'talks.conclude': {
    readonly type: 'talks.conclude';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the round. A move needs an existing round. */
    readonly id: string;
    /** What the readouts say. A readout is one of five. */
    readonly readout: 'progress' | 'framework' | 'no-progress' | 'deal' | 'breakdown';
  };
  /** Call a round off. Made by one of US, CN. */
  readonly 'talks.call-off': {
    readonly type: 'talks.call-off';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the round. A move needs an existing round. */
    readonly id: string;
  };
  /**
   * The leaders speak on the telephone; a call counts as preparation like a round. Made by both.
   */
  readonly 'talks.leaders-call': {
    readonly type: 'talks.leaders-call';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the call. Something new needs an id of its own. */
    readonly id: string;
    /** Ids of the issues on the agenda. An agenda lists known issues once each. */
    readonly agenda: readonly string[];
  };
  /**
   * Plan a meeting of the leaders for a day and a place, also while others are planned. Made by
   * both.
   */
  readonly 'meeting.plan': {
    readonly type: 'meeting.plan';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new meeting. Something new needs an id of its own. */
    readonly id: string;
    /**
     * Day on which the leaders are to meet, YYYY-MM-DD. A meeting is planned for a later day,
     * within two years, for which no other is planned.
     */
    readonly day: string;
    /** Where. A text has at most 400 characters. */
    readonly place: string;
  };
  /** Cast doubt on a meeting in public. Made by one of US, CN. */
  readonly 'meeting.doubt': {
    readonly type: 'meeting.doubt';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the meeting. A move needs an existing meeting. */
    readonly meeting: string;
  };
  /** Confirm a meeting in public. Made by one of US, CN. */
  readonly 'meeting.confirm': {
    readonly type: 'meeting.confirm';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the meeting. A move needs an existing meeting. */
    readonly meeting: string;
  };
  /** Take back a doubt in public: the meeting is planned as before. Made by one of US, CN. */
  readonly 'meeting.reinstate': {
    readonly type: 'meeting.reinstate';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the meeting. A move needs an existing meeting. */
    readonly meeting: string;
  };
  /**
   * Put a meeting off to a later day: its place, its agenda and how sure it is stay as they are.
   * Made by one of US, CN, both.
   */
  readonly 'meeting.postpone': {
    readonly type: 'meeting.postpone';
    readonly actor: 'US' | 'CN' | 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the meeting. A move needs an existing meeting. */
    readonly meeting: string;
    /**
     * Day on which the leaders are to meet instead, YYYY-MM-DD. A meeting is put off to a later day
     * than its own, within two years, for which no other is planned.
     */
    readonly day: string;
  };
  /** Put an issue on the agenda of a meeting. Made by one of US, CN. */
  readonly 'meeting.put-on-agenda': {
    readonly type: 'meeting.put-on-agenda';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the meeting. A move needs an existing meeting. */
    readonly meeting: string;
    /** Id of the issue. An agenda lists known issues once each. */
    readonly issue: string;
  };
  /** Take an issue off the agenda of a meeting. Made by one of US, CN. */
  readonly 'meeting.take-off-agenda': {
    readonly type: 'meeting.take-off-agenda';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the meeting. A move needs an existing meeting. */
    readonly meeting: string;
    /** Id of the issue. Only what is on the agenda can be taken off it. */
    readonly issue: string;
  };
  /** The leaders meet on the day planned. Made by both. */
  readonly 'meeting.hold': {
    readonly type: 'meeting.hold';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the meeting. A move needs an existing meeting. */
    readonly meeting: string;
  };
  /** Call a meeting off. Made by one of US, CN. */
  readonly 'meeting.call-off': {
    readonly type: 'meeting.call-off';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the meeting. A move needs an existing meeting. */
    readonly meeting: string;
  };
  /** The leaders agree: terms issue by issue, and the acts that each side pledges. Made by both. */
  readonly 'agreement.reach': {
    readonly type: 'agreement.reach';
    readonly actor: 'both';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the new agreement. Something new needs an id of its own. */
    readonly id: string;
    /** Whole agenda, or the extension alone. An agreement is over the agenda or narrow. */
    readonly scope: 'agenda' | 'narrow';
    /**
     * What is agreed, issue by issue. Terms name issues of the agenda once each, by their giver,
     * with a degree above 0 and up to 1, whole where indivisible, and relieve no more than is in
     * force.
     */
    readonly terms: readonly {
      /** Id of the issue. */
      readonly issue: string;
      readonly giver: 'US' | 'CN';
      /** Degree of the concession, 0 to 1. */
      readonly degree: number;
      /** Cut of an average tariff by measures in force, percentage points. */
      readonly tariffReliefPp: number;
      /** Fall of the severity of a control in force, 0 to 1. */
      readonly controlRelief: number;
    }[];
    /**
     * Acts that the sides promise, each with a day. Pledges have ids of their own, a day from today
     * to four years ahead, a known issue and a well-formed act that is for its promisor to do.
     */
    readonly pledges: readonly {
      /** Id of the new pledge. */
      readonly id: string;
      /** Id of the issue. */
      readonly issue: string;
      /** The promised act without its day. */
      readonly act: {
        /** Type of the promised act. */
        readonly type: string;
        readonly actor: 'US' | 'CN' | 'both';
        readonly [field: string]: unknown;
      };
      /** Day by which the act is to be done, YYYY-MM-DD. */
      readonly dueOn: string;
    }[];
    /**
     * Mean concession over the agenda, weighted by worth to the receiver, 0 to 1. A mean concession
     * is from 0 to the largest of the terms: 0 without any.
     */
    readonly weightedMean: number;
  };
  /**
   * The day of a pledge has passed and the act was not done: it lowers trust and breaks no truce.
   * Made by calendar.
   */
  readonly 'agreement.default': {
    readonly type: 'agreement.default';
    readonly actor: 'calendar';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the pledge. A move needs an existing pledge. */
    readonly id: string;
  };
  /** Say something in public, in a voice that audiences weigh. Made by one of US, CN. */
  readonly 'statement.make': {
    readonly type: 'statement.make';
    readonly actor: 'US' | 'CN';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Who says it. A statement is made by officials, a spokesperson or the leader. */
    readonly voice: 'officials' | 'spokesperson' | 'leader';
    /** How it sounds. A statement is conciliatory, neutral or hostile. */
    readonly tone: 'conciliatory' | 'neutral' | 'hostile';
    /** What it is about. A text has at most 400 characters. */
    readonly topic: string;
    /** What was said. A text has at most 400 characters. */
    readonly gist: string;
  };
  /**
   * A third country sides with a party, or with neither, over rules that reach it. Made by
   * third-country.
   */
  readonly 'third-country.align': {
    readonly type: 'third-country.align';
    readonly actor: 'third-country';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** The country or group. A text has at most 400 characters. */
    readonly country: string;
    /** With whom. A third country sides with a party or with neither. */
    readonly side: 'US' | 'CN' | 'neither';
  };
  /** A court takes up a challenge to an authority, or a higher one an appeal. Made by court. */
  readonly 'court.take-up': {
    readonly type: 'court.take-up';
    readonly actor: 'court';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the authority. A move needs an existing legal authority. */
    readonly authority: string;
  };
  /**
   * A court rules against an authority and stays its judgment: measures go on meanwhile. Made by
   * court.
   */
  readonly 'court.stay': {
    readonly type: 'court.stay';
    readonly actor: 'court';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the authority. A move needs an existing legal authority. */
    readonly authority: string;
  };
  /** A court upholds an authority. Made by court. */
  readonly 'court.uphold': {
    readonly type: 'court.uphold';
    readonly actor: 'court';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the authority. A move needs an existing legal authority. */
    readonly authority: string;
  };
  /**
   * A court strikes an authority down for the uses that are before it: the measures that make them
   * end, and no other. Made by court.
   */
  readonly 'court.strike-down': {
    readonly type: 'court.strike-down';
    readonly actor: 'court';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the authority. A move needs an existing legal authority. */
    readonly authority: string;
  };
  /**
   * A court strikes one measure down; its statute, and what else stands on it, stay. Made by court.
   */
  readonly 'court.strike-measure': {
    readonly type: 'court.strike-measure';
    readonly actor: 'court';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the measure. A move needs an existing measure. */
    readonly measure: string;
  };
  /**
   * A court frees those who sued from a duty; from all others it is collected as before. Made by
   * court.
   */
  readonly 'court.relieve': {
    readonly type: 'court.relieve';
    readonly actor: 'court';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly measure: string;
    /**
     * Share of bilateral imports that the plaintiffs bring in, 0 to 1. Plaintiffs bring in from 0,
     * where no figure is known, to all that the duty still covers.
     */
    readonly share: number;
  };
  /**
   * A higher court stays the relief of those who sued: the duty is collected from them again. Made
   * by court.
   */
  readonly 'court.stay-relief': {
    readonly type: 'court.stay-relief';
    readonly actor: 'court';
    /** Day of the act, YYYY-MM-DD. */
    readonly on: string;
    /** Id or address of the source that attests the act. */
    readonly source?: string | undefined;
    /** Id of the duty. A move needs an existing duty. */
    readonly measure: string;
  };
}

/** The name of an action type. */
export type EventType = keyof EventByType;

/** One dated, attributed act: the union over all action types. */
export type Event = EventByType[EventType];

/** Parameters that earlier versions had: what each was, and what takes its place. A scenario that sets one is told. */
export const DELETED_PARAMETERS: Readonly<Record<string, string>> = {
  r0: 'the chance that an unprepared issue is ripe is gone with the lottery of ripe issues; meeting.leadersDecide and meeting.ministersDecide say how often a meeting decides, meeting.readyAtFirst how much of an issue is ready at first',
  sigma0: 'misjudgement of the terms is gone; bargaining.privateCost is the private price of conceding',
  K_narrow:
    'holding still has no price any more; meeting.leadersDecide and meeting.ministersDecide say how often a meeting decides',
  notheld_coercion:
    'coercion before a meeting no longer makes it fall away; meeting.notHeld is the chance that it does',
  g_cat:
    'nothing read it: an impending catastrophe presses as a dated step does, by meeting.roundIntervalDays',
  T_base_us: 'nothing read it: the average from which new tariffs count is that of the day painSince',
  ruling_month: 'nothing read it: chance.monthlyRuling is the chance that a court rules',
  esc_days: 'nothing read it: outcomes say what counts as an escalation',
  pp_roll: 'nothing read it: outcomes say what counts as a rollback',
  s_roll: 'nothing read it: outcomes say what counts as a rollback',
  z_comp: 'nothing read it: outcomes say what counts as comprehensive',
};

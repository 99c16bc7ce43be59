/** Parameters that earlier versions had: what each was, and what takes its place. A scenario that sets one is told. */
export const DELETED_PARAMETERS: Readonly<Record<string, string>> = {
  r0: 'the chance that an unprepared issue is ripe is gone with the lottery of ripe issues; t_leaders and t_text say how often a meeting decides, prep0 how much of an issue is ready at first',
  sigma0: 'misjudgement of the terms is gone; K is the private price of conceding',
  K_narrow: 'holding still has no price any more; t_leaders and t_text say how often a meeting decides',
  notheld_coercion:
    'coercion before a meeting no longer makes it fall away; pNotHeld is the chance that it does',
};

/**
 * The entry `detente/scenarios`: the compiled scenarios, and the schema of the files they are written in.
 *
 * @module detente/scenarios
 */
export { findScenario, loadScenario, scenarios } from '../scenario/library';
export { scenarioFileSchema, scenarioSchema, type Scenario, type ScenarioFile } from '../scenario/schema';
export {
  parseScenarioText,
  type FileIssue,
  type ReadScenario,
  type TextPosition,
} from '../analyses/scenario-text';

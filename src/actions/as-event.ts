/** Events put together field by field. */
import type { Event } from './index';

/**
 * An event of its fields. Its maker answers for them: they were read off its action type, or an event of the same form was
 * parsed before.
 */
export const asEvent = (fields: object): Event => fields as Event;

// What every session's events must be like, whatever happened in it.
import { expect } from '@playwright/test';

/** The keys of an event's metadata, all of them always there. */
export const EVENT_KEYS = [
  'account_number_mask',
  'brand_name',
  'error_code',
  'error_message',
  'error_type',
  'exit_status',
  'institution_id',
  'institution_name',
  'institution_search_query',
  'is_update_mode',
  'link_session_id',
  'match_reason',
  'mfa_type',
  'request_id',
  'routing_number',
  'selection',
  'timestamp',
  'view_name',
  'view_variant',
];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * One event, as `onEvent` got it.
 * @typedef {{name: string, metadata: Record<string, any>}} Event
 */

/**
 * Checks what holds of the events of any finished session.
 * @param {Event[]} events
 * @param {string} last the name of the last one
 */
export function checkEvents(events, last) {
  expect(events.length, 'a session has events').toBeGreaterThan(1);
  const names = events.map((event) => event.name);
  expect(names[0]).toBe('OPEN');
  expect(names.filter((name) => name === 'EXIT').length).toBeLessThanOrEqual(1);
  expect(names.at(-1)).toBe(last);
  let before = '';
  const session = events[0]?.metadata['link_session_id'];
  expect(session).toMatch(UUID);
  for (const { name, metadata } of events) {
    expect(Object.keys(metadata).sort(), name).toEqual(EVENT_KEYS);
    expect(metadata['link_session_id'], name).toBe(session);
    expect(metadata['request_id'], name).toMatch(/^\S+$/);
    expect(metadata['timestamp'], name).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(metadata['timestamp'] > before, `${name} at ${metadata['timestamp']} comes after ${before}`).toBe(true);
    before = metadata['timestamp'];
    if (name === 'ERROR') expect(metadata['error_code'], name).not.toBeNull();
    else if (name !== 'EXIT') expect(metadata['error_code'], name).toBeNull();
  }
}

/**
 * A session's events as short lines: the name, with the pane or the kind of second factor.
 * @param {Event[]} events
 * @returns {string[]}
 */
export function outline(events) {
  return events.map(({ name, metadata }) => {
    const about = [metadata['view_name'], metadata['mfa_type'], metadata['error_code'], metadata['exit_status']];
    return [name, ...about.filter((word) => word !== null)].join(' ');
  });
}

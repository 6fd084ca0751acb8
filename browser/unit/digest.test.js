// The script's own SHA-256.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import vm from 'node:vm';
import { part } from './support/script.js';

const { digest, frameName } = vm.runInNewContext(`${part('01-digest.js')}; ({ digest, frameName })`);

test('the digest is that of SHA-256, at every length around the ends of a block', () => {
  for (let length = 0; length < 200; length++) {
    const text = Array.from({ length }, (_, at) => String.fromCharCode(32 + ((at * 7 + length) % 95))).join('');
    assert.equal(digest(text), createHash('sha256').update(text).digest('hex'), `length ${length}`);
  }
});

test('a frame is named by half the digest of its link token', () => {
  const token = 'link-sandbox-af1a0311-da53-4636-b754-dd15cc058176';
  const whole = createHash('sha256').update(`selvedge frame ${token}`).digest('hex');
  assert.equal(frameName(token), whole.slice(0, 32));
});

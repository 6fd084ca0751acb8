-- Teams and their keys, Items and what was made from them, and what must be remembered about both.
-- Times are microseconds since 1970; lists are comma-separated; JSON is in the contract's words; sealed
-- columns open only in their own row.

CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE teams (
  team_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE api_keys (
  key_id TEXT NOT NULL PRIMARY KEY,
  team_id TEXT NOT NULL REFERENCES teams (team_id) ON DELETE CASCADE,
  client_id TEXT NOT NULL,
  secret_hash BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  superseded_at BIGINT,
  UNIQUE (client_id, secret_hash)
);

-- A partner is a team that may open processor tokens made for its name: those of `granted_by`, or of all.
CREATE TABLE partners (
  team_id TEXT NOT NULL PRIMARY KEY REFERENCES teams (team_id) ON DELETE CASCADE,
  partner_id TEXT NOT NULL UNIQUE,
  processor TEXT NOT NULL,
  name TEXT NOT NULL,
  granted_by TEXT REFERENCES teams (team_id) ON DELETE CASCADE,
  created_at BIGINT NOT NULL
);
CREATE INDEX partners_processor ON partners (processor);

CREATE TABLE users (
  team_id TEXT NOT NULL REFERENCES teams (team_id) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  client_user_id TEXT NOT NULL,
  identity BYTEA,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, user_id),
  UNIQUE (team_id, client_user_id)
);

-- What most requests read of an Item: small, so that two rows fit a page.
CREATE TABLE items (
  team_id TEXT NOT NULL REFERENCES teams (team_id) ON DELETE CASCADE,
  item_id TEXT NOT NULL,
  access_hash BYTEA NOT NULL,
  access_generation BIGINT NOT NULL,
  institution_id TEXT,
  institution_name TEXT,
  webhook TEXT,
  products TEXT NOT NULL,
  billed_products TEXT NOT NULL,
  consented_products TEXT,
  auth_method TEXT,
  error_code TEXT,
  created_at BIGINT NOT NULL,
  login_expires_at BIGINT,
  consent_expires_at BIGINT,
  verification_due_at BIGINT,
  removed_at BIGINT,
  user_id TEXT,
  accounts TEXT NOT NULL,
  dek BYTEA,
  numbers BYTEA,
  PRIMARY KEY (team_id, item_id),
  UNIQUE (team_id, access_hash)
);

-- What few requests read of an Item: its owners, and what reaches the bank again.
CREATE TABLE item_secrets (
  team_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  identity BYTEA,
  bank_grant BYTEA,
  PRIMARY KEY (team_id, item_id),
  FOREIGN KEY (team_id, item_id) REFERENCES items (team_id, item_id) ON DELETE CASCADE
);

CREATE TABLE public_tokens (
  team_id TEXT NOT NULL,
  token_hash BYTEA NOT NULL,
  item_id TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  PRIMARY KEY (team_id, token_hash),
  FOREIGN KEY (team_id, item_id) REFERENCES items (team_id, item_id) ON DELETE CASCADE
);
CREATE INDEX public_tokens_item ON public_tokens (team_id, item_id);

CREATE TABLE link_tokens (
  team_id TEXT NOT NULL REFERENCES teams (team_id) ON DELETE CASCADE,
  token_hash BYTEA NOT NULL,
  token_row TEXT NOT NULL,
  item_id TEXT,
  user_id TEXT,
  config BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, token_hash)
);
CREATE INDEX link_tokens_item ON link_tokens (team_id, item_id);

-- `holder` is set on tokens that a caller made for its own tests; else the partners named `processor` hold it.
CREATE TABLE processor_tokens (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  team_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  processor TEXT NOT NULL,
  holder TEXT REFERENCES teams (team_id) ON DELETE CASCADE,
  permissions TEXT NOT NULL,
  webhook TEXT,
  created_at BIGINT NOT NULL,
  FOREIGN KEY (team_id, item_id) REFERENCES items (team_id, item_id) ON DELETE CASCADE
);
CREATE INDEX processor_tokens_item ON processor_tokens (team_id, item_id);

CREATE TABLE webhook_events (
  team_id TEXT NOT NULL REFERENCES teams (team_id) ON DELETE CASCADE,
  event_id TEXT NOT NULL,
  item_id TEXT,
  webhook_type TEXT NOT NULL,
  webhook_code TEXT NOT NULL,
  url TEXT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, event_id)
);

CREATE TABLE consent_events (
  team_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  position BIGINT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, item_id, position),
  FOREIGN KEY (team_id, item_id) REFERENCES items (team_id, item_id) ON DELETE CASCADE
);

CREATE TABLE activities (
  team_id TEXT NOT NULL REFERENCES teams (team_id) ON DELETE CASCADE,
  activity_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  initiator TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, activity_id)
);
CREATE INDEX activities_created ON activities (team_id, created_at, activity_id);

CREATE TABLE idempotency (
  team_id TEXT NOT NULL REFERENCES teams (team_id) ON DELETE CASCADE,
  key_hash BYTEA NOT NULL,
  fingerprint BYTEA NOT NULL,
  reply BYTEA,
  expires_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, key_hash)
);
CREATE INDEX idempotency_expires ON idempotency (expires_at);

CREATE TABLE signing_keys (
  key_id TEXT NOT NULL PRIMARY KEY,
  private_key BYTEA NOT NULL,
  x TEXT NOT NULL,
  y TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expired_at BIGINT
);

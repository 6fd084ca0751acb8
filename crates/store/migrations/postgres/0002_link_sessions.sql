-- Sessions of Link: what each was opened with, where it is, what happened in it and what came of it.

-- `lookup` is no secret: pages find the team's settings by it. `hosted_hash` finds a token by the name of its
-- hosted page. `used_by` is the session that used the token up, where a token is good for one success only.
-- `tries` counts what banks refused to its sessions, and what they are asked at the moment.
ALTER TABLE link_tokens ADD COLUMN lookup TEXT;
ALTER TABLE link_tokens ADD COLUMN hosted_hash BYTEA;
ALTER TABLE link_tokens ADD COLUMN token BYTEA;
ALTER TABLE link_tokens ADD COLUMN used_at BIGINT;
ALTER TABLE link_tokens ADD COLUMN used_by TEXT;
ALTER TABLE link_tokens ADD COLUMN tries BIGINT NOT NULL DEFAULT 0;
CREATE INDEX link_tokens_hash ON link_tokens (token_hash);
CREATE INDEX link_tokens_lookup ON link_tokens (lookup);
CREATE INDEX link_tokens_hosted ON link_tokens (hosted_hash);
CREATE INDEX link_tokens_user ON link_tokens (team_id, user_id);
CREATE INDEX link_tokens_expires ON link_tokens (expires_at);

-- The same for the same login at the same bank, whichever app linked it.
ALTER TABLE items ADD COLUMN login_hash BYTEA;
CREATE INDEX items_login ON items (login_hash);
CREATE INDEX items_user ON items (team_id, user_id);

-- The body of an event that names a token: `body` is empty then.
ALTER TABLE webhook_events ADD COLUMN sealed BYTEA;

-- `terms` never change, `state` changes with every step; both are sealed. `state` is gone once an Item that
-- came of the session was removed. `notify` says whether the app is told of the session by webhook, `told` how
-- many of its events it was told.
CREATE TABLE link_sessions (
  team_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  token_hash BYTEA NOT NULL,
  secret_hash BYTEA NOT NULL UNIQUE,
  way TEXT NOT NULL,
  origin TEXT,
  terms BYTEA NOT NULL,
  state BYTEA,
  step BIGINT NOT NULL,
  events BIGINT NOT NULL,
  last_event_at BIGINT,
  notify BIGINT NOT NULL,
  told BIGINT NOT NULL,
  outcome TEXT,
  started_at BIGINT NOT NULL,
  touched_at BIGINT NOT NULL,
  finished_at BIGINT,
  PRIMARY KEY (team_id, session_id),
  FOREIGN KEY (team_id, token_hash) REFERENCES link_tokens (team_id, token_hash) ON DELETE CASCADE
);
CREATE INDEX link_sessions_token ON link_sessions (team_id, token_hash);
CREATE INDEX link_sessions_open ON link_sessions (touched_at) WHERE finished_at IS NULL;
CREATE INDEX link_sessions_finished ON link_sessions (finished_at);

CREATE TABLE link_events (
  team_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  position BIGINT NOT NULL,
  step BIGINT NOT NULL,
  body TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, session_id, position),
  FOREIGN KEY (team_id, session_id) REFERENCES link_sessions (team_id, session_id) ON DELETE CASCADE
);

-- An Item that came of a session, as the app is told of it; sealed.
CREATE TABLE link_results (
  team_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  item_id TEXT NOT NULL,
  position BIGINT NOT NULL,
  body BYTEA NOT NULL,
  PRIMARY KEY (team_id, session_id, position),
  FOREIGN KEY (team_id, session_id) REFERENCES link_sessions (team_id, session_id) ON DELETE CASCADE,
  FOREIGN KEY (team_id, item_id) REFERENCES items (team_id, item_id) ON DELETE CASCADE
);
CREATE INDEX link_results_item ON link_results (team_id, item_id);

-- A visit to a bank's own pages. `state_hash` is what the bank hands back, `ticket_hash` the way there,
-- `cookie_hash` what the browser keeps meanwhile, `resume_hash` what the app's page comes back with.
CREATE TABLE oauth_visits (
  state_hash BYTEA NOT NULL PRIMARY KEY,
  team_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  ticket_hash BYTEA NOT NULL UNIQUE,
  cookie_hash BYTEA,
  resume_hash BYTEA UNIQUE,
  institution_id TEXT NOT NULL,
  secrets BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  left_at BIGINT,
  returned_at BIGINT,
  resumed_at BIGINT,
  FOREIGN KEY (team_id, session_id) REFERENCES link_sessions (team_id, session_id) ON DELETE CASCADE
);
CREATE INDEX oauth_visits_session ON oauth_visits (team_id, session_id);
CREATE INDEX oauth_visits_expires ON oauth_visits (expires_at);

-- What a team asks of Link: where people may be sent, who may embed it, how it looks.

-- One row a team that set anything: a JSON object in the contract's words.
CREATE TABLE link_settings (
  team_id TEXT NOT NULL PRIMARY KEY REFERENCES teams (team_id) ON DELETE CASCADE,
  body TEXT NOT NULL,
  updated_at BIGINT NOT NULL
);

-- A customization, chosen by its name. The logo is a PNG of our own making, fetched by the name in `logo_name`.
CREATE TABLE link_customizations (
  team_id TEXT NOT NULL REFERENCES teams (team_id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  logo_name TEXT,
  logo BLOB,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (team_id, name)
);
CREATE INDEX link_customizations_logo ON link_customizations (logo_name);

// Package conformance names the client whose own tests are run, so that go.mod pins it and what its
// tests need.
package conformance

import (
	_ "github.com/plaid/plaid-go/v43/plaid"
	_ "github.com/stretchr/testify/assert"
	_ "github.com/stretchr/testify/require"
)

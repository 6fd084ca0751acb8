// react-plaid-link 3.
import { scenarios } from './support/scenarios.js';

scenarios('react-plaid-link-3', { onExitFollowsSuccess: true });

// react-plaid-link 4.
import { scenarios } from './support/scenarios.js';

scenarios('react-plaid-link-4', { onExitFollowsSuccess: false });

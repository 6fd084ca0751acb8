// react-plaid-link 5.
import { scenarios } from './support/scenarios.js';

scenarios('react-plaid-link', { onExitFollowsSuccess: false });

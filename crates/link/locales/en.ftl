### English.
###
### Terms: one "connects" a bank, "shares" accounts and data, "signs in" at the bank. "The app" is who asks.
### $app and $bank are names. A message that names the app has a sister "-unnamed" for an app without a name to show.
### No exclamation marks; curly quotes and apostrophes; no full stop after headings, labels and buttons.

## What several panes say

button-continue = Continue
button-submit = Submit
button-retry = Try again
button-another-bank = Choose another bank
button-bank-site = Open your bank’s site
button-close = Close
button-return = Back to the app
shared-with = Shared with { $app }
shared-with-unnamed = Shared with this app
shared-more = What is shared

a11y-link = Connect your bank
a11y-close = Close
a11y-back = Back
a11y-progress = Progress
a11y-progress-value = { $percent } percent done
a11y-new-window = opens in a new window
a11y-account-ending = ending in { $mask }
a11y-test-mode = Test mode: no real bank is contacted

test-mode = Test mode
test-explained = No real bank is contacted.
test-credentials = To try it out, sign in as { $username } with the password { $password }.
test-code = To try it out, enter the code { $code }.

## Consent

consent-title = { $app } asks to connect to your bank
consent-title-unnamed = This app asks to connect to your bank
consent-title-bank = { $app } asks to connect to { $bank }
consent-title-bank-unnamed = This app asks to connect to { $bank }
consent-title-update = Renew your connection to { $bank }
consent-scopes = What you will share
consent-choose = You choose the accounts. Nothing is shared before you do.
consent-password = { $app } never sees your bank password.
consent-password-unnamed = This app never sees your bank password.
consent-undo = To stop sharing later, remove your bank in { $app }.
consent-undo-unnamed = To stop sharing later, remove your bank in the app.
consent-details = See exactly what is shared
consent-details-title = What is shared
consent-details-close = Got it
consent-continue = Continue

scope-account_balance_info-title = Account and balance
scope-account_balance_info-body = Name and type of the account, last digits, and how much is in it
scope-contact_info-title = Contact details
scope-contact_info-body = Your name, postal address, email address and phone number, as your bank has them
scope-account_routing_number-title = Account numbers
scope-account_routing_number-body = Account number and routing number, for payments to and from the account
scope-transactions-title = Transactions
scope-transactions-body = What came in and went out: amounts, dates, descriptions and places
scope-credit_loan_info-title = Credit cards and loans
scope-credit_loan_info-body = Balances, due dates, interest rates and terms
scope-investments-title = Investments
scope-investments-body = What you hold, what it is worth, and what you bought and sold
scope-risk_info-title = Payment risk
scope-risk_info-body = How the account is used, to judge whether a payment may fail
scope-bank_statements-title = Bank statements
scope-bank_statements-body = Your statements as documents, with all that they show
scope-income_verification_bank_statements-title = Income from bank statements
scope-income_verification_bank_statements-body = What you earn, worked out from your bank statements

## Choosing a bank

institutions-title = Choose your bank
institutions-search = Search for your bank
institutions-clear = Clear search
institutions-often = Often chosen
institutions-matched = Matches your routing number
institutions-found = { $count ->
    [one] 1 bank found
   *[other] { $count } banks found
}
institutions-none-title = No bank found for “{ $query }”
institutions-none-body = Check the spelling, or try the name that is on your card or your bank’s website.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } has problems right now
unwell-degraded-body = You can go on, but connecting may take longer or fail.
unwell-degraded-continue = Go on anyway
unwell-down-title = { $bank } is not available right now
unwell-down-body = It cannot be connected at the moment. Try again later, or choose another bank.
unwell-unsupported-title = { $bank } cannot be used here
unwell-unsupported-body = This bank does not offer what is needed. Choose another bank.

## Signing in at the bank

credentials-title = Sign in to { $bank }
credentials-title-update = Sign in to { $bank } again
credentials-intro = Use what you sign in with at your bank.
credentials-intro-update = Your bank wants you to confirm who you are. Nothing else changes.
credentials-username = Username
credentials-password = Password
credentials-show = Show password
credentials-hide = Hide password
credentials-forgot = Forgot your password?
credentials-empty = Fill in this field.
credentials-submit = Sign in

captcha-title = One short check
captcha-body = { $bank } wants to be sure that a person is signing in.
captcha-label = I am a person
captcha-empty = Tick the box to go on.

mfa-send-title = Where should the code go?
mfa-send-body = { $bank } sends you a code to make sure that it is you.
mfa-send-empty = Choose where the code should go.
mfa-send-submit = Send the code
mfa-code-title = Enter the code
mfa-code-body = { $bank } sent it to { $place }.
mfa-code-label = Code
mfa-code-empty = Enter the code.
mfa-questions-title = { $count ->
    [one] Answer a question
   *[other] Answer { $count } questions
}
mfa-questions-body = { $bank } asks this to make sure that it is you.
mfa-answer-empty = Answer this question.
mfa-selections-title = { $count ->
    [one] Choose an answer
   *[other] Choose { $count } answers
}
mfa-selection-empty = Choose an answer.

## The bank’s own pages

oauth-title = Sign in at { $bank }
oauth-body-popup = A window of your bank opens. Sign in there and choose what to share. Then you come back here.
oauth-body-redirect = You go to your bank’s site. Sign in there and choose what to share. Then you come back here.
oauth-choose-all = Your bank asks which accounts and data to share. Allow everything in the list below, or the connection may not work.
oauth-continue = Continue to your bank
oauth-waiting-title = Waiting for { $bank }
oauth-waiting-body = Finish in your bank’s window. This page goes on by itself.
oauth-reopen = Open the window again
oauth-blocked-title = The window did not open
oauth-blocked-body = Your browser may have blocked it. Use this button to open it.
oauth-blocked-open = Open your bank’s window
oauth-leaving-title = Taking you to your bank
oauth-leaving-continue = Continue to your bank
oauth-alone-body = This page works only in the window that the app opened for you. If somebody sent you this link, close the page.
oauth-elsewhere-title = Go on where you began
oauth-elsewhere-body = This page works only in the browser where you began. Go back to it and connect your bank there. If somebody sent you this link, close the page.
oauth-returned-title = You can close this window
oauth-returned-body = Go on in the window that you came from.
oauth-stale-title = This page is out of date
oauth-stale-body = Go back to the app and connect your bank again.

## Choosing accounts

accounts-title-one = Choose an account to share
accounts-title-several = Choose the accounts to share
accounts-body = { $app } sees only what you choose.
accounts-body-unnamed = The app sees only what you choose.
accounts-all = Choose all
accounts-none = Choose none
accounts-barred-heading = Cannot be shared here
accounts-barred-product = This kind of account does not work with what the app needs.
accounts-barred-filter = The app does not ask for this kind of account.
accounts-empty = Choose at least one account.
accounts-empty-one = Choose an account.
accounts-continue = { $count ->
    [one] Share 1 account
   *[other] Share { $count } accounts
}
accounts-continue-one = Share { $account }

account-type-depository = Bank account
account-type-credit = Credit
account-type-loan = Loan
account-type-investment = Investment account
account-type-brokerage = Brokerage account
account-type-payroll = Payroll
account-type-other = Account
account-checking = Checking
account-savings = Savings
account-cd = Certificate of deposit
account-money-market = Money market
account-prepaid = Prepaid card
account-cash-management = Cash management
account-limited-purpose-checking = Limited purpose checking
account-credit-card = Credit card
account-auto = Car loan
account-business = Business loan
account-commercial = Commercial loan
account-construction = Construction loan
account-consumer = Consumer loan
account-home-equity = Home equity loan
account-loan = Loan
account-mortgage = Mortgage
account-overdraft = Overdraft
account-line-of-credit = Line of credit
account-student = Student loan
account-brokerage = Brokerage account
account-crypto-exchange = Crypto exchange
account-education-savings-account = Education savings
account-fixed-annuity = Fixed annuity
account-health-reimbursement-arrangement = Health reimbursement
account-life-insurance = Life insurance
account-mutual-fund = Mutual fund
account-non-custodial-wallet = Self-held wallet
account-non-taxable-brokerage-account = Tax-free brokerage account
account-other-annuity = Annuity
account-other-insurance = Insurance
account-pension = Pension
account-roth-pension = Roth pension
account-profit-sharing-plan = Profit sharing plan
account-roth-profit-sharing-plan = Roth profit sharing plan
account-retirement = Retirement account
account-stock-plan = Stock plan
account-trust = Trust account
account-variable-annuity = Variable annuity
account-payroll = Payroll

## The end

connected-title = { $bank } is connected
connected-title-update = Your connection to { $bank } is renewed
connected-body = { $app } can now use what you shared.
connected-body-unnamed = The app can now use what you shared.
connected-accounts = { $count ->
    [one] 1 account shared
   *[other] { $count } accounts shared
}
connected-earlier = Connected before
connected-another = Add another bank
connected-finish = Done

leaving-title = Leave without finishing?
leaving-body = What you entered is not kept. Next time you start again.
leaving-stay = Keep going
leaving-leave = Leave

waiting-title = One moment
waiting-bank = Talking to { $bank }
waiting-long = This takes longer than usual. Keep this page open.

expired-title = Your time here has run out
expired-body = Go back to { $app } and start again.
expired-body-unnamed = Go back to the app and start again.

over-title = You can close this window

offline-title = No connection
offline-body = Check your internet connection, then try again.

## Pages of their own

hosted-success-title = Your bank is connected
hosted-success-body = You can close this page.
hosted-exit-title = No bank was connected
hosted-exit-body = You can close this page.
hosted-gone-title = This link no longer works
hosted-gone-body = It has expired or was used already. Ask whoever sent it for a new one.
hosted-failed-title = This page cannot go on
hosted-failed-body = Something went wrong. Reload the page to start again.
hosted-unknown-title = There is nothing at this address
hosted-unknown-body = Check that you have the whole link, or ask whoever sent it for a new one.

tiles-title = Connect your bank

## Errors

step-other = { $way ->
    [another_bank] Choose another bank.
   *[other] Go back to the app.
}
step-later = { $way ->
    [another_bank] Try again later, or choose another bank.
   *[other] Try again later.
}
error-general-title = That did not work
error-general-body = Something went wrong on our side. { step-later }
error-ACCESS_NOT_GRANTED-title = Something is missing
error-ACCESS_NOT_GRANTED-body = You did not share all that is needed. Try again and allow everything that your bank lists.
error-COUNTRY_NOT_SUPPORTED-title = This bank cannot be connected
error-COUNTRY_NOT_SUPPORTED-body = Banks of its country are not supported. { step-other }
error-INSTITUTION_DOWN-title = Your bank cannot be reached
error-INSTITUTION_DOWN-body = It is offline right now. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Your bank is not available
error-INSTITUTION_NOT_AVAILABLE-body = It cannot be connected right now. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Your bank does not answer
error-INSTITUTION_NOT_RESPONDING-body = It may be busy right now. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = This bank is no longer supported
error-INSTITUTION_NO_LONGER_SUPPORTED-body = It cannot be connected any more. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = This bank is not ready here yet
error-INSTITUTION_REGISTRATION_REQUIRED-body = The app is not registered with this bank yet. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = This bank is not available here
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = This bank is not available here
error-UNAUTHORIZED_INSTITUTION-body = The app may not connect to this bank. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Your bank is busy
error-INSTITUTION_RATE_LIMIT-body = It gets too many requests right now. Wait a few minutes, then try again.
error-RATE_LIMIT-title = Too many tries
error-RATE_LIMIT-body = Wait a few minutes, then try again.
error-INVALID_FIELD-title = These details do not work
error-INVALID_FIELD-body = Check what you entered and try again.
error-INSUFFICIENT_CREDENTIALS-title = The sign-in was not finished
error-INSUFFICIENT_CREDENTIALS-body = You came back before the sign-in at your bank was done. Try again.
error-INVALID_CREDENTIALS-title = The sign-in did not work
error-INVALID_CREDENTIALS-body = The username or password was not right. Check both and try again.
error-INVALID_MFA-title = The answer did not work
error-INVALID_MFA-body = Your bank did not accept that answer. Check it and try again.
error-INVALID_SEND_METHOD-title = The code could not be sent
error-INVALID_SEND_METHOD-body = Your bank cannot send a code there. Go back to the app and start again.
error-INVALID_UPDATED_USERNAME-title = That is another login
error-INVALID_UPDATED_USERNAME-body = Sign in with the username that this connection was made with.
error-INVALID_LINK_TOKEN-title = Your time here has run out
error-INVALID_LINK_TOKEN-body = Go back to the app and start again.
error-ITEM_LOCKED-title = Your login is locked
error-ITEM_LOCKED-body = Your bank has locked it. Unlock it on your bank’s site, then try again.
error-ITEM_LOGIN_REQUIRED-title = Your bank wants you to sign in again
error-ITEM_LOGIN_REQUIRED-body = The earlier sign-in is no longer good. Sign in again.
error-ITEM_NOT_FOUND-title = This connection no longer exists
error-ITEM_NOT_FOUND-body = Go back to the app and connect your bank again.
error-ITEM_CONCURRENTLY_DELETED-title = This connection no longer exists
error-ITEM_CONCURRENTLY_DELETED-body = Go back to the app and connect your bank again.
error-ITEM_NOT_SUPPORTED-title = This login cannot be connected
error-ITEM_NOT_SUPPORTED-body = Your bank does not share this kind of account. { step-other }
error-MFA_NOT_SUPPORTED-title = This security step is not supported
error-MFA_NOT_SUPPORTED-body = Your bank asks for something that cannot be done here. { step-other }
error-NO_ACCOUNTS-title = No accounts found
error-NO_ACCOUNTS-body = There are no accounts to share under this login. Try another login or another bank.
error-NO_AUTH_ACCOUNTS-title = No account fits
error-NO_AUTH_ACCOUNTS-body = A checking, savings or cash management account is needed. Try another login or another bank.
error-PASSWORD_RESET_REQUIRED-title = Your bank wants a new password
error-PASSWORD_RESET_REQUIRED-body = Set a new password on your bank’s site, then try again.
error-PAYMENT_INVALID_RECIPIENT-title = The payment cannot be made
error-PAYMENT_INVALID_RECIPIENT-body = Your bank does not accept its recipient. { step-other }
error-PLANNED_MAINTENANCE-title = Back in a moment
error-PLANNED_MAINTENANCE-body = We are doing maintenance. Try again in a few minutes.
error-PRODUCTS_NOT_SUPPORTED-title = This bank does not fit
error-PRODUCTS_NOT_SUPPORTED-body = It does not offer what is needed. { step-other }
error-RECAPTCHA_BAD-title = The check did not work
error-RECAPTCHA_BAD-body = Your bank was not sure that a person is signing in. { step-later }
error-RECAPTCHA_REQUIRED-title = One more check
error-RECAPTCHA_REQUIRED-body = Your bank wants to be sure that a person is signing in.
error-UNSUPPORTED_RESPONSE-title = Your bank’s answer could not be read
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = That took too long
error-USER_INPUT_TIMEOUT-body = Your bank stopped waiting. Try again.
error-USER_SETUP_REQUIRED-title = Your login is not set up yet
error-USER_SETUP_REQUIRED-body = Finish setting it up on your bank’s site, then try again.
error-INCORRECT_OAUTH_NONCE-title = The way back from your bank got lost
error-INCORRECT_OAUTH_NONCE-body = Try again. If you use several windows, go on in the first one.
error-INCORRECT_LINK_TOKEN-title = The way back from your bank got lost
error-INCORRECT_LINK_TOKEN-body = Go back to the app and start again.
error-OAUTH_STATE_ID_NOT_FOUND-title = The way back from your bank got lost
error-OAUTH_STATE_ID_NOT_FOUND-body = Go back to the app and start again.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = This page was used already
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Go back to the app and start again.

### Swedish.
###
### Du. Termer: ansluta, anslutning, dela, logga in, konto, app.

## What several panes say

button-continue = Fortsätt
button-submit = Skicka
button-retry = Försök igen
button-another-bank = Välj en annan bank
button-bank-site = Öppna bankens webbplats
button-close = Stäng
button-return = Tillbaka till appen
shared-with = Delas med { $app }
shared-with-unnamed = Delas med den här appen
shared-more = Vad som delas

a11y-link = Anslut din bank
a11y-close = Stäng
a11y-back = Tillbaka
a11y-progress = Förlopp
a11y-progress-value = { $percent } procent klart
a11y-new-window = öppnas i ett nytt fönster
a11y-account-ending = som slutar på { $mask }
a11y-test-mode = Testläge: ingen riktig bank kontaktas

test-mode = Testläge
test-explained = Ingen riktig bank kontaktas.
test-credentials = För att prova, logga in som { $username } med lösenordet { $password }.
test-code = För att prova, ange koden { $code }.

## Consent

consent-title = { $app } vill ansluta till din bank
consent-title-unnamed = Den här appen vill ansluta till din bank
consent-title-bank = { $app } vill ansluta till { $bank }
consent-title-bank-unnamed = Den här appen vill ansluta till { $bank }
consent-title-update = Förnya din anslutning till { $bank }
consent-scopes = Det här delar du
consent-choose = Du väljer konton. Innan dess delas ingenting.
consent-password = { $app } ser aldrig ditt banklösenord.
consent-password-unnamed = Den här appen ser aldrig ditt banklösenord.
consent-undo = Om du vill sluta dela senare tar du bort din bank i { $app }.
consent-undo-unnamed = Om du vill sluta dela senare tar du bort din bank i appen.
consent-details = Se exakt vad som delas
consent-details-title = Vad som delas
consent-details-close = Jag förstår
consent-continue = Fortsätt

scope-account_balance_info-title = Konto och saldo
scope-account_balance_info-body = Kontots namn och typ, sista siffrorna och hur mycket som finns på det
scope-contact_info-title = Kontaktuppgifter
scope-contact_info-body = Ditt namn, din postadress, e-postadress och ditt telefonnummer, så som din bank har dem
scope-account_routing_number-title = Kontonummer
scope-account_routing_number-body = Kontonummer och bankkod, för betalningar till och från kontot
scope-transactions-title = Transaktioner
scope-transactions-body = Vad som kommit in och gått ut: belopp, datum, beskrivningar och platser
scope-credit_loan_info-title = Kreditkort och lån
scope-credit_loan_info-body = Saldon, förfallodagar, räntor och villkor
scope-investments-title = Investeringar
scope-investments-body = Vad du äger, vad det är värt och vad du har köpt och sålt
scope-risk_info-title = Betalningsrisk
scope-risk_info-body = Hur kontot används, för att bedöma om en betalning kan misslyckas
scope-bank_statements-title = Kontoutdrag
scope-bank_statements-body = Dina kontoutdrag som dokument, med allt som står i dem
scope-income_verification_bank_statements-title = Inkomst enligt kontoutdrag
scope-income_verification_bank_statements-body = Vad du tjänar, uträknat från dina kontoutdrag

## Choosing a bank

institutions-title = Välj din bank
institutions-search = Sök efter din bank
institutions-clear = Rensa sökningen
institutions-often = Väljs ofta
institutions-matched = Stämmer med din bankkod
institutions-found = { $count ->
    [one] { $count } bank hittades
   *[other] { $count } banker hittades
}
institutions-none-title = Ingen bank hittades för ”{ $query }”
institutions-none-body = Kontrollera stavningen, eller prova namnet som står på ditt kort eller på bankens webbplats.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } har problem just nu
unwell-degraded-body = Du kan fortsätta, men det kan ta längre tid eller misslyckas.
unwell-degraded-continue = Fortsätt ändå
unwell-down-title = { $bank } är inte tillgänglig just nu
unwell-down-body = Det går inte att ansluta för tillfället. Försök igen senare eller välj en annan bank.
unwell-unsupported-title = { $bank } kan inte användas här
unwell-unsupported-body = Den här banken erbjuder inte det som behövs. Välj en annan bank.

## Signing in at the bank

credentials-title = Logga in på { $bank }
credentials-title-update = Logga in på { $bank } igen
credentials-intro = Använd samma uppgifter som du loggar in med hos din bank.
credentials-intro-update = Din bank vill att du bekräftar vem du är. Inget annat ändras.
credentials-username = Användarnamn
credentials-password = Lösenord
credentials-show = Visa lösenord
credentials-hide = Dölj lösenord
credentials-forgot = Har du glömt lösenordet?
credentials-empty = Fyll i det här fältet.
credentials-submit = Logga in

captcha-title = En kort kontroll
captcha-body = { $bank } vill vara säker på att det är en människa som loggar in.
captcha-label = Jag är en människa
captcha-empty = Kryssa i rutan för att fortsätta.

mfa-send-title = Vart ska koden skickas?
mfa-send-body = { $bank } skickar en kod till dig för att vara säker på att det är du.
mfa-send-empty = Välj vart koden ska skickas.
mfa-send-submit = Skicka koden
mfa-code-title = Ange koden
mfa-code-body = { $bank } har skickat den till { $place }.
mfa-code-label = Kod
mfa-code-empty = Ange koden.
mfa-questions-title = { $count ->
    [one] Svara på en fråga
   *[other] Svara på { $count } frågor
}
mfa-questions-body = { $bank } frågar detta för att vara säker på att det är du.
mfa-answer-empty = Svara på den här frågan.
mfa-selections-title = { $count ->
    [one] Välj ett svar
   *[other] Välj { $count } svar
}
mfa-selection-empty = Välj ett svar.

## The bank’s own pages

oauth-title = Logga in hos { $bank }
oauth-body-popup = Ett fönster från din bank öppnas. Logga in där och välj vad du delar. Sedan kommer du tillbaka hit.
oauth-body-redirect = Du går till bankens webbplats. Logga in där och välj vad du delar. Sedan kommer du tillbaka hit.
oauth-choose-all = Din bank frågar vilka konton och uppgifter du vill dela. Tillåt allt i listan nedan, annars kanske anslutningen inte fungerar.
oauth-continue = Gå till din bank
oauth-waiting-title = Väntar på { $bank }
oauth-waiting-body = Slutför i bankens fönster. Den här sidan går vidare av sig själv.
oauth-reopen = Öppna fönstret igen
oauth-blocked-title = Fönstret öppnades inte
oauth-blocked-body = Din webbläsare kan ha blockerat det. Öppna det med den här knappen.
oauth-blocked-open = Öppna bankens fönster
oauth-leaving-title = Du skickas till din bank
oauth-leaving-continue = Gå till din bank
oauth-alone-body = Den här sidan fungerar bara i fönstret som appen öppnade åt dig. Stäng sidan om någon har skickat länken till dig.
oauth-elsewhere-title = Fortsätt där du började
oauth-elsewhere-body = Den här sidan fungerar bara i webbläsaren där du började. Gå tillbaka till den och anslut din bank där. Stäng sidan om någon har skickat länken till dig.
oauth-returned-title = Du kan stänga det här fönstret
oauth-returned-body = Fortsätt i fönstret som du kom från.
oauth-stale-title = Den här sidan är inte längre aktuell
oauth-stale-body = Gå tillbaka till appen och anslut din bank igen.

## Choosing accounts

accounts-title-one = Välj ett konto att dela
accounts-title-several = Välj konton att dela
accounts-body = { $app } ser bara det du väljer.
accounts-body-unnamed = Appen ser bara det du väljer.
accounts-all = Välj alla
accounts-none = Välj inget
accounts-barred-heading = Kan inte delas här
accounts-barred-product = Den här typen av konto fungerar inte för det som appen behöver.
accounts-barred-filter = Appen frågar inte efter den här typen av konto.
accounts-empty = Välj minst ett konto.
accounts-empty-one = Välj ett konto.
accounts-continue = { $count ->
    [one] Dela { $count } konto
   *[other] Dela { $count } konton
}
accounts-continue-one = Dela { $account }

account-type-depository = Bankkonto
account-type-credit = Kredit
account-type-loan = Lån
account-type-investment = Investeringskonto
account-type-brokerage = Värdepapperskonto
account-type-payroll = Lön
account-type-other = Konto
account-checking = Lönekonto
account-savings = Sparkonto
account-cd = Bundet sparande
account-money-market = Penningmarknadskonto
account-prepaid = Förbetalt kort
account-cash-management = Likviditetskonto
account-limited-purpose-checking = Transaktionskonto med begränsat syfte
account-credit-card = Kreditkort
account-auto = Billån
account-business = Företagslån
account-commercial = Kommersiellt lån
account-construction = Byggnadslån
account-consumer = Konsumentlån
account-home-equity = Lån med bostad som säkerhet
account-loan = Lån
account-mortgage = Bolån
account-overdraft = Övertrasseringskredit
account-line-of-credit = Kreditlina
account-student = Studielån
account-brokerage = Värdepapperskonto
account-crypto-exchange = Kryptobörs
account-education-savings-account = Studiesparande
account-fixed-annuity = Fast livränta
account-health-reimbursement-arrangement = Ersättning för vårdkostnader
account-life-insurance = Livförsäkring
account-mutual-fund = Fond
account-non-custodial-wallet = Egenförvarad plånbok
account-non-taxable-brokerage-account = Skattefritt värdepapperskonto
account-other-annuity = Livränta
account-other-insurance = Försäkring
account-pension = Pension
account-roth-pension = Roth-pension
account-profit-sharing-plan = Vinstdelningsplan
account-roth-profit-sharing-plan = Roth-vinstdelningsplan
account-retirement = Pensionskonto
account-stock-plan = Aktieplan
account-trust = Förvaltat konto
account-variable-annuity = Rörlig livränta
account-payroll = Lön

## The end

connected-title = { $bank } är ansluten
connected-title-update = Din anslutning till { $bank } är förnyad
connected-body = { $app } kan nu använda det du har delat.
connected-body-unnamed = Appen kan nu använda det du har delat.
connected-accounts = { $count ->
    [one] { $count } konto delas
   *[other] { $count } konton delas
}
connected-earlier = Redan anslutna
connected-another = Lägg till en annan bank
connected-finish = Klart

leaving-title = Lämna utan att slutföra?
leaving-body = Det du har angett sparas inte. Nästa gång börjar du om.
leaving-stay = Stanna kvar
leaving-leave = Lämna

waiting-title = Ett ögonblick
waiting-bank = Kontaktar { $bank }
waiting-long = Det tar längre tid än vanligt. Håll den här sidan öppen.

expired-title = Din tid här har gått ut
expired-body = Gå tillbaka till { $app } och börja om.
expired-body-unnamed = Gå tillbaka till appen och börja om.

over-title = Du kan stänga det här fönstret

offline-title = Ingen anslutning
offline-body = Kontrollera din internetanslutning och försök igen.

## Pages of their own

hosted-success-title = Din bank är ansluten
hosted-success-body = Du kan stänga den här sidan.
hosted-exit-title = Ingen bank anslöts
hosted-exit-body = Du kan stänga den här sidan.
hosted-gone-title = Den här länken fungerar inte längre
hosted-gone-body = Den har gått ut eller redan använts. Be den som skickade den om en ny.
hosted-failed-title = Sidan kan inte fortsätta
hosted-failed-body = Något gick fel. Ladda om sidan för att börja om.
hosted-unknown-title = Det finns inget på den här adressen
hosted-unknown-body = Kontrollera att du har hela länken, eller be den som skickade den om en ny.

tiles-title = Anslut din bank

## Errors

step-other = { $way ->
    [another_bank] Välj en annan bank.
   *[other] Gå tillbaka till appen.
}
step-later = { $way ->
    [another_bank] Försök igen senare eller välj en annan bank.
   *[other] Försök igen senare.
}
error-general-title = Det fungerade inte
error-general-body = Något gick fel hos oss. { step-later }
error-ACCESS_NOT_GRANTED-title = Något saknas
error-ACCESS_NOT_GRANTED-body = Allt som behövs delades inte. Försök igen och tillåt allt som din bank räknar upp.
error-COUNTRY_NOT_SUPPORTED-title = Den här banken kan inte anslutas
error-COUNTRY_NOT_SUPPORTED-body = Banker i dess land stöds inte. { step-other }
error-INSTITUTION_DOWN-title = Din bank kan inte nås
error-INSTITUTION_DOWN-body = Den är offline just nu. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Din bank är inte tillgänglig
error-INSTITUTION_NOT_AVAILABLE-body = Det går inte att ansluta för tillfället. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Din bank svarar inte
error-INSTITUTION_NOT_RESPONDING-body = Den kan vara överbelastad. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Den här banken stöds inte längre
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Den kan inte längre anslutas. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Den här banken är inte klar här än
error-INSTITUTION_REGISTRATION_REQUIRED-body = Appen är inte registrerad hos den här banken än. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Den här banken är inte tillgänglig här
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Den här banken är inte tillgänglig här
error-UNAUTHORIZED_INSTITUTION-body = Appen får inte ansluta till den här banken. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Din bank är överbelastad
error-INSTITUTION_RATE_LIMIT-body = Den får för många förfrågningar just nu. Vänta några minuter och försök igen.
error-RATE_LIMIT-title = För många försök
error-RATE_LIMIT-body = Vänta några minuter och försök igen.
error-INVALID_FIELD-title = De här uppgifterna fungerar inte
error-INVALID_FIELD-body = Kontrollera det du har angett och försök igen.
error-INSUFFICIENT_CREDENTIALS-title = Inloggningen slutfördes inte
error-INSUFFICIENT_CREDENTIALS-body = Du kom tillbaka innan inloggningen hos din bank var klar. Försök igen.
error-INVALID_CREDENTIALS-title = Inloggningen fungerade inte
error-INVALID_CREDENTIALS-body = Användarnamnet eller lösenordet stämde inte. Kontrollera båda och försök igen.
error-INVALID_MFA-title = Svaret fungerade inte
error-INVALID_MFA-body = Din bank godtog inte svaret. Kontrollera det och försök igen.
error-INVALID_SEND_METHOD-title = Koden kunde inte skickas
error-INVALID_SEND_METHOD-body = Din bank kan inte skicka en kod dit. Gå tillbaka till appen och börja om.
error-INVALID_UPDATED_USERNAME-title = Det är en annan inloggning
error-INVALID_UPDATED_USERNAME-body = Logga in med användarnamnet som anslutningen gjordes med.
error-INVALID_LINK_TOKEN-title = Din tid här har gått ut
error-INVALID_LINK_TOKEN-body = Gå tillbaka till appen och börja om.
error-ITEM_LOCKED-title = Din inloggning är spärrad
error-ITEM_LOCKED-body = Din bank har spärrat den. Lås upp den på bankens webbplats och försök igen.
error-ITEM_LOGIN_REQUIRED-title = Din bank vill att du loggar in igen
error-ITEM_LOGIN_REQUIRED-body = Den tidigare inloggningen gäller inte längre. Logga in igen.
error-ITEM_NOT_FOUND-title = Den här anslutningen finns inte längre
error-ITEM_NOT_FOUND-body = Gå tillbaka till appen och anslut din bank igen.
error-ITEM_CONCURRENTLY_DELETED-title = Den här anslutningen finns inte längre
error-ITEM_CONCURRENTLY_DELETED-body = Gå tillbaka till appen och anslut din bank igen.
error-ITEM_NOT_SUPPORTED-title = Den här inloggningen kan inte anslutas
error-ITEM_NOT_SUPPORTED-body = Din bank delar inte den här typen av konto. { step-other }
error-MFA_NOT_SUPPORTED-title = Det här säkerhetssteget stöds inte
error-MFA_NOT_SUPPORTED-body = Din bank ber om något som inte går att göra här. { step-other }
error-NO_ACCOUNTS-title = Inga konton hittades
error-NO_ACCOUNTS-body = Det finns inga konton att dela med den här inloggningen. Prova en annan inloggning eller en annan bank.
error-NO_AUTH_ACCOUNTS-title = Inget konto passar
error-NO_AUTH_ACCOUNTS-body = Det behövs ett lönekonto, sparkonto eller likviditetskonto. Prova en annan inloggning eller en annan bank.
error-PASSWORD_RESET_REQUIRED-title = Din bank vill ha ett nytt lösenord
error-PASSWORD_RESET_REQUIRED-body = Välj ett nytt lösenord på bankens webbplats och försök igen.
error-PAYMENT_INVALID_RECIPIENT-title = Betalningen kan inte göras
error-PAYMENT_INVALID_RECIPIENT-body = Din bank godtar inte mottagaren. { step-other }
error-PLANNED_MAINTENANCE-title = Strax tillbaka
error-PLANNED_MAINTENANCE-body = Underhåll pågår. Försök igen om några minuter.
error-PRODUCTS_NOT_SUPPORTED-title = Den här banken passar inte
error-PRODUCTS_NOT_SUPPORTED-body = Den erbjuder inte det som behövs. { step-other }
error-RECAPTCHA_BAD-title = Kontrollen fungerade inte
error-RECAPTCHA_BAD-body = Din bank var inte säker på att det var en människa som loggade in. { step-later }
error-RECAPTCHA_REQUIRED-title = En kontroll till
error-RECAPTCHA_REQUIRED-body = Din bank vill vara säker på att det är en människa som loggar in.
error-UNSUPPORTED_RESPONSE-title = Bankens svar kunde inte läsas
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Det tog för lång tid
error-USER_INPUT_TIMEOUT-body = Din bank slutade vänta. Försök igen.
error-USER_SETUP_REQUIRED-title = Din inloggning är inte klar än
error-USER_SETUP_REQUIRED-body = Slutför den på bankens webbplats och försök igen.
error-INCORRECT_OAUTH_NONCE-title = Vägen tillbaka från din bank gick förlorad
error-INCORRECT_OAUTH_NONCE-body = Försök igen. Om du använder flera fönster, fortsätt i det första.
error-INCORRECT_LINK_TOKEN-title = Vägen tillbaka från din bank gick förlorad
error-INCORRECT_LINK_TOKEN-body = Gå tillbaka till appen och börja om.
error-OAUTH_STATE_ID_NOT_FOUND-title = Vägen tillbaka från din bank gick förlorad
error-OAUTH_STATE_ID_NOT_FOUND-body = Gå tillbaka till appen och börja om.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Den här sidan har redan använts
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Gå tillbaka till appen och börja om.

### Dutch.
###
### U. Termen: koppelen, koppeling, delen, inloggen, rekening, app.

## What several panes say

button-continue = Doorgaan
button-submit = Versturen
button-retry = Opnieuw proberen
button-another-bank = Andere bank kiezen
button-bank-site = Site van de bank openen
button-close = Sluiten
button-return = Terug naar de app
shared-with = Gedeeld met { $app }
shared-with-unnamed = Gedeeld met deze app
shared-more = Wat wordt gedeeld

a11y-link = Uw bank koppelen
a11y-close = Sluiten
a11y-back = Terug
a11y-progress = Voortgang
a11y-progress-value = { $percent } procent gedaan
a11y-new-window = opent in een nieuw venster
a11y-account-ending = eindigend op { $mask }
a11y-test-mode = Testmodus: er wordt geen echte bank benaderd

test-mode = Testmodus
test-explained = Er wordt geen echte bank benaderd.
test-credentials = Om het te proberen, logt u in als { $username } met het wachtwoord { $password }.
test-code = Om het te proberen, voert u de code { $code } in.

## Consent

consent-title = { $app } vraagt toegang tot uw bank
consent-title-unnamed = Deze app vraagt toegang tot uw bank
consent-title-bank = { $app } vraagt toegang tot { $bank }
consent-title-bank-unnamed = Deze app vraagt toegang tot { $bank }
consent-title-update = Uw koppeling met { $bank } vernieuwen
consent-scopes = Wat u gaat delen
consent-choose = U kiest de rekeningen. Daarvoor wordt niets gedeeld.
consent-password = { $app } ziet het wachtwoord van uw bank nooit.
consent-password-unnamed = Deze app ziet het wachtwoord van uw bank nooit.
consent-undo = Wilt u later stoppen met delen, verwijder uw bank dan in { $app }.
consent-undo-unnamed = Wilt u later stoppen met delen, verwijder uw bank dan in de app.
consent-details = Bekijk precies wat wordt gedeeld
consent-details-title = Wat wordt gedeeld
consent-details-close = Begrepen
consent-continue = Doorgaan

scope-account_balance_info-title = Rekening en saldo
scope-account_balance_info-body = Naam en soort van de rekening, laatste cijfers en hoeveel erop staat
scope-contact_info-title = Contactgegevens
scope-contact_info-body = Uw naam, adres, e-mailadres en telefoonnummer, zoals uw bank ze kent
scope-account_routing_number-title = Rekeningnummers
scope-account_routing_number-body = Rekeningnummer en bankcode, voor betalingen naar en van de rekening
scope-transactions-title = Transacties
scope-transactions-body = Wat erbij en eraf ging: bedragen, datums, omschrijvingen en plaatsen
scope-credit_loan_info-title = Creditcards en leningen
scope-credit_loan_info-body = Saldi, vervaldatums, rentes en voorwaarden
scope-investments-title = Beleggingen
scope-investments-body = Wat u bezit, wat het waard is en wat u kocht en verkocht
scope-risk_info-title = Betalingsrisico
scope-risk_info-body = Hoe de rekening wordt gebruikt, om in te schatten of een betaling kan mislukken
scope-bank_statements-title = Rekeningafschriften
scope-bank_statements-body = Uw afschriften als documenten, met alles wat erop staat
scope-income_verification_bank_statements-title = Inkomen uit afschriften
scope-income_verification_bank_statements-body = Wat u verdient, berekend uit uw rekeningafschriften

## Choosing a bank

institutions-title = Kies uw bank
institutions-search = Zoek uw bank
institutions-clear = Zoekopdracht wissen
institutions-often = Vaak gekozen
institutions-matched = Past bij uw bankcode
institutions-found = { $count ->
    [one] { $count } bank gevonden
   *[other] { $count } banken gevonden
}
institutions-none-title = Geen bank gevonden voor ‘{ $query }’
institutions-none-body = Controleer de spelling of probeer de naam die op uw pas of op de site van uw bank staat.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } heeft op dit moment problemen
unwell-degraded-body = U kunt doorgaan, maar koppelen kan langer duren of mislukken.
unwell-degraded-continue = Toch doorgaan
unwell-down-title = { $bank } is nu niet beschikbaar
unwell-down-body = Koppelen kan op dit moment niet. Probeer het later opnieuw of kies een andere bank.
unwell-unsupported-title = { $bank } kan hier niet worden gebruikt
unwell-unsupported-body = Deze bank biedt niet wat nodig is. Kies een andere bank.

## Signing in at the bank

credentials-title = Inloggen bij { $bank }
credentials-title-update = Opnieuw inloggen bij { $bank }
credentials-intro = Gebruik dezelfde gegevens als bij uw bank.
credentials-intro-update = Uw bank wil dat u bevestigt wie u bent. Verder verandert er niets.
credentials-username = Gebruikersnaam
credentials-password = Wachtwoord
credentials-show = Wachtwoord tonen
credentials-hide = Wachtwoord verbergen
credentials-forgot = Wachtwoord vergeten?
credentials-empty = Vul dit veld in.
credentials-submit = Inloggen

captcha-title = Een korte controle
captcha-body = { $bank } wil zeker weten dat een mens inlogt.
captcha-label = Ik ben een mens
captcha-empty = Vink het vakje aan om door te gaan.

mfa-send-title = Waar moet de code heen?
mfa-send-body = { $bank } stuurt u een code om zeker te weten dat u het bent.
mfa-send-empty = Kies waar de code heen moet.
mfa-send-submit = Code versturen
mfa-code-title = Voer de code in
mfa-code-body = { $bank } heeft de code gestuurd naar { $place }.
mfa-code-label = Code
mfa-code-empty = Voer de code in.
mfa-questions-title = { $count ->
    [one] Beantwoord een vraag
   *[other] Beantwoord { $count } vragen
}
mfa-questions-body = { $bank } vraagt dit om zeker te weten dat u het bent.
mfa-answer-empty = Beantwoord deze vraag.
mfa-selections-title = { $count ->
    [one] Kies een antwoord
   *[other] Kies { $count } antwoorden
}
mfa-selection-empty = Kies een antwoord.

## The bank’s own pages

oauth-title = Inloggen bij { $bank }
oauth-body-popup = Er gaat een venster van uw bank open. Log daar in en kies wat u deelt. Daarna komt u hier terug.
oauth-body-redirect = U gaat naar de site van uw bank. Log daar in en kies wat u deelt. Daarna komt u hier terug.
oauth-choose-all = Uw bank vraagt welke rekeningen en gegevens u deelt. Sta alles uit de lijst hieronder toe, anders werkt de koppeling misschien niet.
oauth-continue = Naar uw bank
oauth-waiting-title = Wachten op { $bank }
oauth-waiting-body = Ga verder in het venster van uw bank. Deze pagina gaat vanzelf door.
oauth-reopen = Venster opnieuw openen
oauth-blocked-title = Het venster ging niet open
oauth-blocked-body = Misschien heeft uw browser het geblokkeerd. Open het met deze knop.
oauth-blocked-open = Venster van uw bank openen
oauth-leaving-title = We brengen u naar uw bank
oauth-leaving-continue = Naar uw bank
oauth-alone-body = Deze pagina werkt alleen in het venster dat de app voor u heeft geopend. Als iemand u deze link heeft gestuurd, sluit dan de pagina.
oauth-elsewhere-title = Ga verder waar u begon
oauth-elsewhere-body = Deze pagina werkt alleen in de browser waarin u begon. Ga daarnaar terug en koppel uw bank daar. Als iemand u deze link heeft gestuurd, sluit dan de pagina.
oauth-returned-title = U kunt dit venster sluiten
oauth-returned-body = Ga verder in het venster waar u vandaan kwam.
oauth-stale-title = Deze pagina is niet meer actueel
oauth-stale-body = Ga terug naar de app en koppel uw bank opnieuw.

## Choosing accounts

accounts-title-one = Kies een rekening om te delen
accounts-title-several = Kies de rekeningen om te delen
accounts-body = { $app } ziet alleen wat u kiest.
accounts-body-unnamed = De app ziet alleen wat u kiest.
accounts-all = Alles kiezen
accounts-none = Niets kiezen
accounts-barred-heading = Hier niet te delen
accounts-barred-product = Dit soort rekening is niet geschikt voor wat de app nodig heeft.
accounts-barred-filter = De app vraagt niet om dit soort rekening.
accounts-empty = Kies minstens één rekening.
accounts-empty-one = Kies een rekening.
accounts-continue = { $count ->
    [one] 1 rekening delen
   *[other] { $count } rekeningen delen
}
accounts-continue-one = { $account } delen

account-type-depository = Bankrekening
account-type-credit = Krediet
account-type-loan = Lening
account-type-investment = Beleggingsrekening
account-type-brokerage = Effectenrekening
account-type-payroll = Salaris
account-type-other = Rekening
account-checking = Betaalrekening
account-savings = Spaarrekening
account-cd = Termijndeposito
account-money-market = Geldmarktrekening
account-prepaid = Prepaidkaart
account-cash-management = Kasbeheerrekening
account-limited-purpose-checking = Betaalrekening met beperkt doel
account-credit-card = Creditcard
account-auto = Autolening
account-business = Zakelijke lening
account-commercial = Commerciële lening
account-construction = Bouwlening
account-consumer = Consumptieve lening
account-home-equity = Lening op overwaarde
account-loan = Lening
account-mortgage = Hypotheek
account-overdraft = Roodstand
account-line-of-credit = Doorlopend krediet
account-student = Studielening
account-brokerage = Effectenrekening
account-crypto-exchange = Cryptobeurs
account-education-savings-account = Studiespaarrekening
account-fixed-annuity = Vaste lijfrente
account-health-reimbursement-arrangement = Zorgkostenvergoeding
account-life-insurance = Levensverzekering
account-mutual-fund = Beleggingsfonds
account-non-custodial-wallet = Wallet in eigen beheer
account-non-taxable-brokerage-account = Belastingvrije effectenrekening
account-other-annuity = Lijfrente
account-other-insurance = Verzekering
account-pension = Pensioen
account-roth-pension = Roth-pensioen
account-profit-sharing-plan = Winstdelingsplan
account-roth-profit-sharing-plan = Roth-winstdelingsplan
account-retirement = Pensioenrekening
account-stock-plan = Aandelenplan
account-trust = Trustrekening
account-variable-annuity = Variabele lijfrente
account-payroll = Salaris

## The end

connected-title = { $bank } is gekoppeld
connected-title-update = Uw koppeling met { $bank } is vernieuwd
connected-body = { $app } kan nu gebruiken wat u hebt gedeeld.
connected-body-unnamed = De app kan nu gebruiken wat u hebt gedeeld.
connected-accounts = { $count ->
    [one] 1 rekening gedeeld
   *[other] { $count } rekeningen gedeeld
}
connected-earlier = Eerder gekoppeld
connected-another = Nog een bank toevoegen
connected-finish = Klaar

leaving-title = Weggaan zonder af te ronden?
leaving-body = Wat u hebt ingevuld, wordt niet bewaard. De volgende keer begint u opnieuw.
leaving-stay = Verdergaan
leaving-leave = Weggaan

waiting-title = Een ogenblik
waiting-bank = In gesprek met { $bank }
waiting-long = Dit duurt langer dan normaal. Houd deze pagina open.

expired-title = Uw tijd hier is verlopen
expired-body = Ga terug naar { $app } en begin opnieuw.
expired-body-unnamed = Ga terug naar de app en begin opnieuw.

over-title = U kunt dit venster sluiten

offline-title = Geen verbinding
offline-body = Controleer uw internetverbinding en probeer het opnieuw.

## Pages of their own

hosted-success-title = Uw bank is gekoppeld
hosted-success-body = U kunt deze pagina sluiten.
hosted-exit-title = Er is geen bank gekoppeld
hosted-exit-body = U kunt deze pagina sluiten.
hosted-gone-title = Deze link werkt niet meer
hosted-gone-body = Hij is verlopen of al gebruikt. Vraag een nieuwe aan degene die hem stuurde.
hosted-failed-title = Deze pagina kan niet verder
hosted-failed-body = Er ging iets mis. Laad de pagina opnieuw om opnieuw te beginnen.
hosted-unknown-title = Er is niets op dit adres
hosted-unknown-body = Controleer of u de hele link hebt, of vraag een nieuwe aan degene die hem stuurde.

tiles-title = Koppel uw bank

## Errors

step-other = { $way ->
    [another_bank] Kies een andere bank.
   *[other] Ga terug naar de app.
}
step-later = { $way ->
    [another_bank] Probeer het later opnieuw of kies een andere bank.
   *[other] Probeer het later opnieuw.
}
error-general-title = Dat is niet gelukt
error-general-body = Er ging bij ons iets mis. { step-later }
error-ACCESS_NOT_GRANTED-title = Er ontbreekt iets
error-ACCESS_NOT_GRANTED-body = Niet alles wat nodig is, is gedeeld. Probeer het opnieuw en sta alles toe wat uw bank noemt.
error-COUNTRY_NOT_SUPPORTED-title = Deze bank kan niet worden gekoppeld
error-COUNTRY_NOT_SUPPORTED-body = Banken uit dit land worden niet ondersteund. { step-other }
error-INSTITUTION_DOWN-title = Uw bank is niet bereikbaar
error-INSTITUTION_DOWN-body = De bank is nu offline. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Uw bank is niet beschikbaar
error-INSTITUTION_NOT_AVAILABLE-body = Koppelen kan op dit moment niet. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Uw bank antwoordt niet
error-INSTITUTION_NOT_RESPONDING-body = Misschien is het er druk. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Deze bank wordt niet meer ondersteund
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Koppelen kan niet meer. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Deze bank is hier nog niet klaar
error-INSTITUTION_REGISTRATION_REQUIRED-body = De app is nog niet aangemeld bij deze bank. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Deze bank is hier niet beschikbaar
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Deze bank is hier niet beschikbaar
error-UNAUTHORIZED_INSTITUTION-body = De app mag deze bank niet koppelen. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Het is druk bij uw bank
error-INSTITUTION_RATE_LIMIT-body = Uw bank krijgt nu te veel verzoeken. Wacht een paar minuten en probeer het dan opnieuw.
error-RATE_LIMIT-title = Te veel pogingen
error-RATE_LIMIT-body = Wacht een paar minuten en probeer het dan opnieuw.
error-INVALID_FIELD-title = Deze gegevens werken niet
error-INVALID_FIELD-body = Controleer wat u hebt ingevuld en probeer het opnieuw.
error-INSUFFICIENT_CREDENTIALS-title = Het inloggen is niet afgerond
error-INSUFFICIENT_CREDENTIALS-body = U kwam terug voordat het inloggen bij uw bank klaar was. Probeer het opnieuw.
error-INVALID_CREDENTIALS-title = Inloggen is niet gelukt
error-INVALID_CREDENTIALS-body = De gebruikersnaam of het wachtwoord klopt niet. Controleer beide en probeer het opnieuw.
error-INVALID_MFA-title = Het antwoord werkte niet
error-INVALID_MFA-body = Uw bank nam dit antwoord niet aan. Controleer het en probeer het opnieuw.
error-INVALID_SEND_METHOD-title = De code kon niet worden verstuurd
error-INVALID_SEND_METHOD-body = Uw bank kan daar geen code heen sturen. Ga terug naar de app en begin opnieuw.
error-INVALID_UPDATED_USERNAME-title = Dat is een andere login
error-INVALID_UPDATED_USERNAME-body = Log in met de gebruikersnaam waarmee deze koppeling is gemaakt.
error-INVALID_LINK_TOKEN-title = Uw tijd hier is verlopen
error-INVALID_LINK_TOKEN-body = Ga terug naar de app en begin opnieuw.
error-ITEM_LOCKED-title = Uw login is geblokkeerd
error-ITEM_LOCKED-body = Uw bank heeft hem geblokkeerd. Deblokkeer hem op de site van uw bank en probeer het dan opnieuw.
error-ITEM_LOGIN_REQUIRED-title = Uw bank wil dat u opnieuw inlogt
error-ITEM_LOGIN_REQUIRED-body = De eerdere aanmelding geldt niet meer. Log opnieuw in.
error-ITEM_NOT_FOUND-title = Deze koppeling bestaat niet meer
error-ITEM_NOT_FOUND-body = Ga terug naar de app en koppel uw bank opnieuw.
error-ITEM_CONCURRENTLY_DELETED-title = Deze koppeling bestaat niet meer
error-ITEM_CONCURRENTLY_DELETED-body = Ga terug naar de app en koppel uw bank opnieuw.
error-ITEM_NOT_SUPPORTED-title = Deze login kan niet worden gekoppeld
error-ITEM_NOT_SUPPORTED-body = Uw bank deelt dit soort rekening niet. { step-other }
error-MFA_NOT_SUPPORTED-title = Deze beveiligingsstap kan hier niet
error-MFA_NOT_SUPPORTED-body = Uw bank vraagt iets wat hier niet mogelijk is. { step-other }
error-NO_ACCOUNTS-title = Geen rekeningen gevonden
error-NO_ACCOUNTS-body = Bij deze login zijn er geen rekeningen om te delen. Probeer een andere login of een andere bank.
error-NO_AUTH_ACCOUNTS-title = Geen rekening is geschikt
error-NO_AUTH_ACCOUNTS-body = Er is een betaal-, spaar- of kasbeheerrekening nodig. Probeer een andere login of een andere bank.
error-PASSWORD_RESET_REQUIRED-title = Uw bank wil een nieuw wachtwoord
error-PASSWORD_RESET_REQUIRED-body = Stel een nieuw wachtwoord in op de site van uw bank en probeer het dan opnieuw.
error-PAYMENT_INVALID_RECIPIENT-title = De betaling is niet mogelijk
error-PAYMENT_INVALID_RECIPIENT-body = Uw bank accepteert de ontvanger niet. { step-other }
error-PLANNED_MAINTENANCE-title = Zo weer terug
error-PLANNED_MAINTENANCE-body = We doen onderhoud. Probeer het over een paar minuten opnieuw.
error-PRODUCTS_NOT_SUPPORTED-title = Deze bank is niet geschikt
error-PRODUCTS_NOT_SUPPORTED-body = De bank biedt niet wat nodig is. { step-other }
error-RECAPTCHA_BAD-title = De controle is niet gelukt
error-RECAPTCHA_BAD-body = Uw bank wist niet zeker dat een mens inlogt. { step-later }
error-RECAPTCHA_REQUIRED-title = Nog een controle
error-RECAPTCHA_REQUIRED-body = Uw bank wil zeker weten dat een mens inlogt.
error-UNSUPPORTED_RESPONSE-title = Het antwoord van uw bank was onleesbaar
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Dat duurde te lang
error-USER_INPUT_TIMEOUT-body = Uw bank wacht niet meer. Probeer het opnieuw.
error-USER_SETUP_REQUIRED-title = Uw login is nog niet ingesteld
error-USER_SETUP_REQUIRED-body = Rond dit af op de site van uw bank en probeer het dan opnieuw.
error-INCORRECT_OAUTH_NONCE-title = De terugweg vanaf uw bank ging verloren
error-INCORRECT_OAUTH_NONCE-body = Probeer het opnieuw. Gebruikt u meer vensters, ga dan verder in het eerste.
error-INCORRECT_LINK_TOKEN-title = De terugweg vanaf uw bank ging verloren
error-INCORRECT_LINK_TOKEN-body = Ga terug naar de app en begin opnieuw.
error-OAUTH_STATE_ID_NOT_FOUND-title = De terugweg vanaf uw bank ging verloren
error-OAUTH_STATE_ID_NOT_FOUND-body = Ga terug naar de app en begin opnieuw.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Deze pagina is al gebruikt
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Ga terug naar de app en begin opnieuw.

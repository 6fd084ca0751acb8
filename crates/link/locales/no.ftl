### Norwegian (Bokmål).
###
### Du. Begreper: koble til, tilkobling, dele, logge inn, konto, app.

## What several panes say

button-continue = Fortsett
button-submit = Send inn
button-retry = Prøv igjen
button-another-bank = Velg en annen bank
button-bank-site = Åpne bankens nettsted
button-close = Lukk
button-return = Tilbake til appen
shared-with = Deles med { $app }
shared-with-unnamed = Deles med denne appen
shared-more = Hva som deles

a11y-link = Koble til banken din
a11y-close = Lukk
a11y-back = Tilbake
a11y-progress = Fremdrift
a11y-progress-value = { $percent } prosent ferdig
a11y-new-window = åpnes i et nytt vindu
a11y-account-ending = som slutter på { $mask }
a11y-test-mode = Testmodus: ingen ekte bank blir kontaktet

test-mode = Testmodus
test-explained = Ingen ekte bank blir kontaktet.
test-credentials = Logg inn som { $username } med passordet { $password } for å prøve det ut.
test-code = Skriv inn koden { $code } for å prøve det ut.

## Consent

consent-title = { $app } ber om å koble seg til banken din
consent-title-unnamed = Denne appen ber om å koble seg til banken din
consent-title-bank = { $app } ber om å koble seg til { $bank }
consent-title-bank-unnamed = Denne appen ber om å koble seg til { $bank }
consent-title-update = Forny tilkoblingen til { $bank }
consent-scopes = Dette deler du
consent-choose = Du velger kontoene. Før det deles ingenting.
consent-password = { $app } ser aldri bankpassordet ditt.
consent-password-unnamed = Denne appen ser aldri bankpassordet ditt.
consent-undo = Vil du slutte å dele senere, fjerner du banken din i { $app }.
consent-undo-unnamed = Vil du slutte å dele senere, fjerner du banken din i appen.
consent-details = Se nøyaktig hva som deles
consent-details-title = Hva som deles
consent-details-close = Jeg forstår
consent-continue = Fortsett

scope-account_balance_info-title = Konto og saldo
scope-account_balance_info-body = Kontoens navn og type, de siste sifrene og hvor mye som står på den
scope-contact_info-title = Kontaktopplysninger
scope-contact_info-body = Navnet ditt, postadressen, e-postadressen og telefonnummeret, slik banken har dem
scope-account_routing_number-title = Kontonumre
scope-account_routing_number-body = Kontonummer og bankkode, for betalinger til og fra kontoen
scope-transactions-title = Transaksjoner
scope-transactions-body = Hva som har kommet inn og gått ut: beløp, datoer, beskrivelser og steder
scope-credit_loan_info-title = Kredittkort og lån
scope-credit_loan_info-body = Saldoer, forfallsdatoer, renter og vilkår
scope-investments-title = Investeringer
scope-investments-body = Hva du eier, hva det er verdt, og hva du har kjøpt og solgt
scope-risk_info-title = Betalingsrisiko
scope-risk_info-body = Hvordan kontoen brukes, for å vurdere om en betaling kan mislykkes
scope-bank_statements-title = Kontoutskrifter
scope-bank_statements-body = Kontoutskriftene dine som dokumenter, med alt de viser
scope-income_verification_bank_statements-title = Inntekt fra kontoutskrifter
scope-income_verification_bank_statements-body = Hva du tjener, regnet ut fra kontoutskriftene dine

## Choosing a bank

institutions-title = Velg banken din
institutions-search = Søk etter banken din
institutions-clear = Tøm søket
institutions-often = Velges ofte
institutions-matched = Stemmer med bankkoden din
institutions-found = { $count ->
    [one] { $count } bank funnet
   *[other] { $count } banker funnet
}
institutions-none-title = Fant ingen bank for «{ $query }»
institutions-none-body = Sjekk stavemåten, eller prøv navnet som står på kortet ditt eller på bankens nettsted.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } har problemer akkurat nå
unwell-degraded-body = Du kan fortsette, men det kan ta lengre tid eller mislykkes.
unwell-degraded-continue = Fortsett likevel
unwell-down-title = { $bank } er ikke tilgjengelig akkurat nå
unwell-down-body = Det går ikke an å koble til for øyeblikket. Prøv igjen senere, eller velg en annen bank.
unwell-unsupported-title = { $bank } kan ikke brukes her
unwell-unsupported-body = Denne banken tilbyr ikke det som trengs. Velg en annen bank.

## Signing in at the bank

credentials-title = Logg inn hos { $bank }
credentials-title-update = Logg inn hos { $bank } igjen
credentials-intro = Bruk det samme som du logger inn med i banken din.
credentials-intro-update = Banken vil at du bekrefter hvem du er. Ingenting annet endres.
credentials-username = Brukernavn
credentials-password = Passord
credentials-show = Vis passord
credentials-hide = Skjul passord
credentials-forgot = Glemt passordet?
credentials-empty = Fyll ut dette feltet.
credentials-submit = Logg inn

captcha-title = En kort sjekk
captcha-body = { $bank } vil være sikker på at det er et menneske som logger inn.
captcha-label = Jeg er et menneske
captcha-empty = Kryss av i ruten for å fortsette.

mfa-send-title = Hvor skal koden sendes?
mfa-send-body = { $bank } sender deg en kode for å være sikker på at det er deg.
mfa-send-empty = Velg hvor koden skal sendes.
mfa-send-submit = Send koden
mfa-code-title = Skriv inn koden
mfa-code-body = { $bank } har sendt den til { $place }.
mfa-code-label = Kode
mfa-code-empty = Skriv inn koden.
mfa-questions-title = { $count ->
    [one] Svar på et spørsmål
   *[other] Svar på { $count } spørsmål
}
mfa-questions-body = { $bank } spør om dette for å være sikker på at det er deg.
mfa-answer-empty = Svar på dette spørsmålet.
mfa-selections-title = { $count ->
    [one] Velg et svar
   *[other] Velg { $count } svar
}
mfa-selection-empty = Velg et svar.

## The bank’s own pages

oauth-title = Logg inn hos { $bank }
oauth-body-popup = Et vindu fra banken din åpnes. Logg inn der, og velg hva du deler. Deretter kommer du tilbake hit.
oauth-body-redirect = Du går til bankens nettsted. Logg inn der, og velg hva du deler. Deretter kommer du tilbake hit.
oauth-choose-all = Banken spør hvilke kontoer og opplysninger du vil dele. Tillat alt i listen nedenfor, ellers kan det hende at tilkoblingen ikke fungerer.
oauth-continue = Gå til banken din
oauth-waiting-title = Venter på { $bank }
oauth-waiting-body = Fullfør i bankens vindu. Denne siden går videre av seg selv.
oauth-reopen = Åpne vinduet igjen
oauth-blocked-title = Vinduet ble ikke åpnet
oauth-blocked-body = Nettleseren din kan ha blokkert det. Åpne det med denne knappen.
oauth-blocked-open = Åpne bankens vindu
oauth-leaving-title = Du sendes til banken din
oauth-leaving-continue = Gå til banken din
oauth-alone-body = Denne siden virker bare i vinduet som appen åpnet for deg. Lukk siden hvis noen har sendt deg lenken.
oauth-elsewhere-title = Fortsett der du begynte
oauth-elsewhere-body = Denne siden virker bare i nettleseren der du begynte. Gå tilbake til den, og koble til banken din der. Lukk siden hvis noen har sendt deg lenken.
oauth-returned-title = Du kan lukke dette vinduet
oauth-returned-body = Fortsett i vinduet du kom fra.
oauth-stale-title = Denne siden er ikke lenger aktuell
oauth-stale-body = Gå tilbake til appen, og koble til banken din på nytt.

## Choosing accounts

accounts-title-one = Velg en konto å dele
accounts-title-several = Velg kontoene du vil dele
accounts-body = { $app } ser bare det du velger.
accounts-body-unnamed = Appen ser bare det du velger.
accounts-all = Velg alle
accounts-none = Velg ingen
accounts-barred-heading = Kan ikke deles her
accounts-barred-product = Denne typen konto passer ikke til det appen trenger.
accounts-barred-filter = Appen ber ikke om denne typen konto.
accounts-empty = Velg minst én konto.
accounts-empty-one = Velg en konto.
accounts-continue = { $count ->
    [one] Del { $count } konto
   *[other] Del { $count } kontoer
}
accounts-continue-one = Del { $account }

account-type-depository = Bankkonto
account-type-credit = Kreditt
account-type-loan = Lån
account-type-investment = Investeringskonto
account-type-brokerage = Verdipapirkonto
account-type-payroll = Lønn
account-type-other = Konto
account-checking = Brukskonto
account-savings = Sparekonto
account-cd = Fastrenteinnskudd
account-money-market = Pengemarkedskonto
account-prepaid = Forhåndsbetalt kort
account-cash-management = Likviditetskonto
account-limited-purpose-checking = Brukskonto med begrenset formål
account-credit-card = Kredittkort
account-auto = Billån
account-business = Bedriftslån
account-commercial = Næringslån
account-construction = Byggelån
account-consumer = Forbrukslån
account-home-equity = Lån med sikkerhet i bolig
account-loan = Lån
account-mortgage = Boliglån
account-overdraft = Overtrekk
account-line-of-credit = Kredittlinje
account-student = Studielån
account-brokerage = Verdipapirkonto
account-crypto-exchange = Kryptobørs
account-education-savings-account = Utdanningssparing
account-fixed-annuity = Fast livrente
account-health-reimbursement-arrangement = Refusjon av helseutgifter
account-life-insurance = Livsforsikring
account-mutual-fund = Verdipapirfond
account-non-custodial-wallet = Lommebok i egen varetekt
account-non-taxable-brokerage-account = Skattefri verdipapirkonto
account-other-annuity = Livrente
account-other-insurance = Forsikring
account-pension = Pensjon
account-roth-pension = Roth-pensjon
account-profit-sharing-plan = Overskuddsdelingsordning
account-roth-profit-sharing-plan = Roth-overskuddsdelingsordning
account-retirement = Pensjonskonto
account-stock-plan = Aksjeordning
account-trust = Forvaltningskonto
account-variable-annuity = Variabel livrente
account-payroll = Lønn

## The end

connected-title = { $bank } er koblet til
connected-title-update = Tilkoblingen til { $bank } er fornyet
connected-body = { $app } kan nå bruke det du har delt.
connected-body-unnamed = Appen kan nå bruke det du har delt.
connected-accounts = { $count ->
    [one] { $count } konto delt
   *[other] { $count } kontoer delt
}
connected-earlier = Koblet til tidligere
connected-another = Legg til en bank til
connected-finish = Ferdig

leaving-title = Gå uten å fullføre?
leaving-body = Det du har skrevet inn, blir ikke lagret. Neste gang begynner du på nytt.
leaving-stay = Bli her
leaving-leave = Gå

waiting-title = Et øyeblikk
waiting-bank = Snakker med { $bank }
waiting-long = Dette tar lengre tid enn vanlig. Hold denne siden åpen.

expired-title = Tiden din her er ute
expired-body = Gå tilbake til { $app }, og begynn på nytt.
expired-body-unnamed = Gå tilbake til appen, og begynn på nytt.

over-title = Du kan lukke dette vinduet

offline-title = Ingen forbindelse
offline-body = Sjekk internettforbindelsen, og prøv igjen.

## Pages of their own

hosted-success-title = Banken din er koblet til
hosted-success-body = Du kan lukke denne siden.
hosted-exit-title = Ingen bank ble koblet til
hosted-exit-body = Du kan lukke denne siden.
hosted-gone-title = Denne lenken virker ikke lenger
hosted-gone-body = Den er utløpt eller allerede brukt. Be den som sendte den, om en ny.
hosted-failed-title = Siden kan ikke fortsette
hosted-failed-body = Noe gikk galt. Last inn siden på nytt for å begynne på nytt.
hosted-unknown-title = Det er ingenting på denne adressen
hosted-unknown-body = Sjekk at du har hele lenken, eller be den som sendte den, om en ny.

tiles-title = Koble til banken din

## Errors

step-other = { $way ->
    [another_bank] Velg en annen bank.
   *[other] Gå tilbake til appen.
}
step-later = { $way ->
    [another_bank] Prøv igjen senere, eller velg en annen bank.
   *[other] Prøv igjen senere.
}
error-general-title = Det virket ikke
error-general-body = Noe gikk galt hos oss. { step-later }
error-ACCESS_NOT_GRANTED-title = Noe mangler
error-ACCESS_NOT_GRANTED-body = Ikke alt som trengs, ble delt. Prøv igjen, og tillat alt som banken nevner.
error-COUNTRY_NOT_SUPPORTED-title = Denne banken kan ikke kobles til
error-COUNTRY_NOT_SUPPORTED-body = Banker fra dette landet støttes ikke. { step-other }
error-INSTITUTION_DOWN-title = Banken din kan ikke nås
error-INSTITUTION_DOWN-body = Den er frakoblet akkurat nå. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Banken din er ikke tilgjengelig
error-INSTITUTION_NOT_AVAILABLE-body = Det går ikke an å koble til for øyeblikket. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Banken din svarer ikke
error-INSTITUTION_NOT_RESPONDING-body = Den kan ha mye å gjøre. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Denne banken støttes ikke lenger
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Den kan ikke kobles til lenger. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Denne banken er ikke klar her ennå
error-INSTITUTION_REGISTRATION_REQUIRED-body = Appen er ikke registrert hos denne banken ennå. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Denne banken er ikke tilgjengelig her
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Denne banken er ikke tilgjengelig her
error-UNAUTHORIZED_INSTITUTION-body = Appen kan ikke koble seg til denne banken. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Banken din har mye å gjøre
error-INSTITUTION_RATE_LIMIT-body = Den får for mange forespørsler akkurat nå. Vent noen minutter, og prøv igjen.
error-RATE_LIMIT-title = For mange forsøk
error-RATE_LIMIT-body = Vent noen minutter, og prøv igjen.
error-INVALID_FIELD-title = Disse opplysningene virker ikke
error-INVALID_FIELD-body = Sjekk det du har skrevet inn, og prøv igjen.
error-INSUFFICIENT_CREDENTIALS-title = Innloggingen ble ikke fullført
error-INSUFFICIENT_CREDENTIALS-body = Du kom tilbake før innloggingen i banken var ferdig. Prøv igjen.
error-INVALID_CREDENTIALS-title = Innloggingen virket ikke
error-INVALID_CREDENTIALS-body = Brukernavnet eller passordet var ikke riktig. Sjekk begge, og prøv igjen.
error-INVALID_MFA-title = Svaret virket ikke
error-INVALID_MFA-body = Banken din godtok ikke svaret. Sjekk det, og prøv igjen.
error-INVALID_SEND_METHOD-title = Koden kunne ikke sendes
error-INVALID_SEND_METHOD-body = Banken din kan ikke sende en kode dit. Gå tilbake til appen, og begynn på nytt.
error-INVALID_UPDATED_USERNAME-title = Det er en annen innlogging
error-INVALID_UPDATED_USERNAME-body = Logg inn med brukernavnet som denne tilkoblingen ble laget med.
error-INVALID_LINK_TOKEN-title = Tiden din her er ute
error-INVALID_LINK_TOKEN-body = Gå tilbake til appen, og begynn på nytt.
error-ITEM_LOCKED-title = Innloggingen din er sperret
error-ITEM_LOCKED-body = Banken din har sperret den. Opphev sperringen på bankens nettsted, og prøv igjen.
error-ITEM_LOGIN_REQUIRED-title = Banken din vil at du logger inn igjen
error-ITEM_LOGIN_REQUIRED-body = Den tidligere innloggingen gjelder ikke lenger. Logg inn igjen.
error-ITEM_NOT_FOUND-title = Denne tilkoblingen finnes ikke lenger
error-ITEM_NOT_FOUND-body = Gå tilbake til appen, og koble til banken din på nytt.
error-ITEM_CONCURRENTLY_DELETED-title = Denne tilkoblingen finnes ikke lenger
error-ITEM_CONCURRENTLY_DELETED-body = Gå tilbake til appen, og koble til banken din på nytt.
error-ITEM_NOT_SUPPORTED-title = Denne innloggingen kan ikke kobles til
error-ITEM_NOT_SUPPORTED-body = Banken din deler ikke denne typen konto. { step-other }
error-MFA_NOT_SUPPORTED-title = Dette sikkerhetstrinnet støttes ikke
error-MFA_NOT_SUPPORTED-body = Banken din ber om noe som ikke kan gjøres her. { step-other }
error-NO_ACCOUNTS-title = Ingen kontoer funnet
error-NO_ACCOUNTS-body = Det er ingen kontoer å dele med denne innloggingen. Prøv en annen innlogging eller en annen bank.
error-NO_AUTH_ACCOUNTS-title = Ingen konto passer
error-NO_AUTH_ACCOUNTS-body = Det trengs en brukskonto, sparekonto eller likviditetskonto. Prøv en annen innlogging eller en annen bank.
error-PASSWORD_RESET_REQUIRED-title = Banken din vil ha et nytt passord
error-PASSWORD_RESET_REQUIRED-body = Velg et nytt passord på bankens nettsted, og prøv igjen.
error-PAYMENT_INVALID_RECIPIENT-title = Betalingen kan ikke gjennomføres
error-PAYMENT_INVALID_RECIPIENT-body = Banken din godtar ikke mottakeren. { step-other }
error-PLANNED_MAINTENANCE-title = Straks tilbake
error-PLANNED_MAINTENANCE-body = Vi holder på med vedlikehold. Prøv igjen om noen minutter.
error-PRODUCTS_NOT_SUPPORTED-title = Denne banken passer ikke
error-PRODUCTS_NOT_SUPPORTED-body = Den tilbyr ikke det som trengs. { step-other }
error-RECAPTCHA_BAD-title = Sjekken virket ikke
error-RECAPTCHA_BAD-body = Banken din var ikke sikker på at det er et menneske som logger inn. { step-later }
error-RECAPTCHA_REQUIRED-title = En sjekk til
error-RECAPTCHA_REQUIRED-body = Banken din vil være sikker på at det er et menneske som logger inn.
error-UNSUPPORTED_RESPONSE-title = Svaret fra banken kunne ikke leses
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Det tok for lang tid
error-USER_INPUT_TIMEOUT-body = Banken din sluttet å vente. Prøv igjen.
error-USER_SETUP_REQUIRED-title = Innloggingen din er ikke satt opp ennå
error-USER_SETUP_REQUIRED-body = Fullfør den på bankens nettsted, og prøv igjen.
error-INCORRECT_OAUTH_NONCE-title = Veien tilbake fra banken gikk tapt
error-INCORRECT_OAUTH_NONCE-body = Prøv igjen. Bruker du flere vinduer, fortsetter du i det første.
error-INCORRECT_LINK_TOKEN-title = Veien tilbake fra banken gikk tapt
error-INCORRECT_LINK_TOKEN-body = Gå tilbake til appen, og begynn på nytt.
error-OAUTH_STATE_ID_NOT_FOUND-title = Veien tilbake fra banken gikk tapt
error-OAUTH_STATE_ID_NOT_FOUND-body = Gå tilbake til appen, og begynn på nytt.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Denne siden er allerede brukt
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Gå tilbake til appen, og begynn på nytt.

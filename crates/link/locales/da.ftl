### Danish.
###
### Du. Begreber: forbinde, forbindelse, dele, logge ind, konto, app.

## What several panes say

button-continue = Fortsæt
button-submit = Send
button-retry = Prøv igen
button-another-bank = Vælg en anden bank
button-bank-site = Åbn bankens websted
button-close = Luk
button-return = Tilbage til appen
shared-with = Deles med { $app }
shared-with-unnamed = Deles med denne app
shared-more = Hvad der deles

a11y-link = Forbind din bank
a11y-close = Luk
a11y-back = Tilbage
a11y-progress = Forløb
a11y-progress-value = { $percent } procent færdig
a11y-new-window = åbner i et nyt vindue
a11y-account-ending = der ender på { $mask }
a11y-test-mode = Testtilstand: ingen rigtig bank kontaktes

test-mode = Testtilstand
test-explained = Ingen rigtig bank kontaktes.
test-credentials = Log ind som { $username } med adgangskoden { $password } for at prøve det.
test-code = Indtast koden { $code } for at prøve det.

## Consent

consent-title = { $app } vil have forbindelse til din bank
consent-title-unnamed = Denne app vil have forbindelse til din bank
consent-title-bank = { $app } vil have forbindelse til { $bank }
consent-title-bank-unnamed = Denne app vil have forbindelse til { $bank }
consent-title-update = Forny din forbindelse til { $bank }
consent-scopes = Det deler du
consent-choose = Du vælger kontiene. Inden da deles intet.
consent-password = { $app } ser aldrig adgangskoden til din bank.
consent-password-unnamed = Denne app ser aldrig adgangskoden til din bank.
consent-undo = Vil du senere holde op med at dele, så fjern din bank i { $app }.
consent-undo-unnamed = Vil du senere holde op med at dele, så fjern din bank i appen.
consent-details = Se præcis, hvad der deles
consent-details-title = Hvad der deles
consent-details-close = Forstået
consent-continue = Fortsæt

scope-account_balance_info-title = Konto og saldo
scope-account_balance_info-body = Kontoens navn og type, de sidste cifre, og hvor meget der står på den
scope-contact_info-title = Kontaktoplysninger
scope-contact_info-body = Dit navn, din postadresse, mailadresse og dit telefonnummer, som din bank har dem
scope-account_routing_number-title = Kontonumre
scope-account_routing_number-body = Kontonummer og registreringsnummer, til betalinger til og fra kontoen
scope-transactions-title = Posteringer
scope-transactions-body = Hvad der er kommet ind og gået ud: beløb, datoer, beskrivelser og steder
scope-credit_loan_info-title = Kreditkort og lån
scope-credit_loan_info-body = Saldi, forfaldsdatoer, renter og vilkår
scope-investments-title = Investeringer
scope-investments-body = Hvad du ejer, hvad det er værd, og hvad du har købt og solgt
scope-risk_info-title = Betalingsrisiko
scope-risk_info-body = Hvordan kontoen bruges, for at vurdere om en betaling kan mislykkes
scope-bank_statements-title = Kontoudtog
scope-bank_statements-body = Dine kontoudtog som dokumenter, med alt hvad de viser
scope-income_verification_bank_statements-title = Indkomst ud fra kontoudtog
scope-income_verification_bank_statements-body = Hvad du tjener, regnet ud fra dine kontoudtog

## Choosing a bank

institutions-title = Vælg din bank
institutions-search = Søg efter din bank
institutions-clear = Ryd søgningen
institutions-often = Vælges ofte
institutions-matched = Passer til dit registreringsnummer
institutions-found = { $count ->
    [one] { $count } bank fundet
   *[other] { $count } banker fundet
}
institutions-none-title = Ingen bank fundet for »{ $query }«
institutions-none-body = Tjek stavemåden, eller prøv det navn, der står på dit kort eller på bankens websted.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } har problemer lige nu
unwell-degraded-body = Du kan fortsætte, men det kan tage længere tid eller mislykkes.
unwell-degraded-continue = Fortsæt alligevel
unwell-down-title = { $bank } er ikke tilgængelig lige nu
unwell-down-body = Det er ikke muligt at forbinde i øjeblikket. Prøv igen senere, eller vælg en anden bank.
unwell-unsupported-title = { $bank } kan ikke bruges her
unwell-unsupported-body = Denne bank tilbyder ikke det, der er brug for. Vælg en anden bank.

## Signing in at the bank

credentials-title = Log ind på { $bank }
credentials-title-update = Log ind på { $bank } igen
credentials-intro = Brug det samme, som du logger ind med hos din bank.
credentials-intro-update = Din bank vil have dig til at bekræfte, hvem du er. Intet andet ændres.
credentials-username = Brugernavn
credentials-password = Adgangskode
credentials-show = Vis adgangskode
credentials-hide = Skjul adgangskode
credentials-forgot = Har du glemt adgangskoden?
credentials-empty = Udfyld dette felt.
credentials-submit = Log ind

captcha-title = Et kort tjek
captcha-body = { $bank } vil være sikker på, at det er et menneske, der logger ind.
captcha-label = Jeg er et menneske
captcha-empty = Sæt kryds i feltet for at fortsætte.

mfa-send-title = Hvor skal koden sendes hen?
mfa-send-body = { $bank } sender dig en kode for at være sikker på, at det er dig.
mfa-send-empty = Vælg, hvor koden skal sendes hen.
mfa-send-submit = Send koden
mfa-code-title = Indtast koden
mfa-code-body = { $bank } har sendt den til { $place }.
mfa-code-label = Kode
mfa-code-empty = Indtast koden.
mfa-questions-title = { $count ->
    [one] Besvar et spørgsmål
   *[other] Besvar { $count } spørgsmål
}
mfa-questions-body = { $bank } spørger for at være sikker på, at det er dig.
mfa-answer-empty = Besvar dette spørgsmål.
mfa-selections-title = { $count ->
    [one] Vælg et svar
   *[other] Vælg { $count } svar
}
mfa-selection-empty = Vælg et svar.

## The bank’s own pages

oauth-title = Log ind hos { $bank }
oauth-body-popup = Et vindue fra din bank åbner. Log ind der, og vælg, hvad du deler. Derefter kommer du tilbage hertil.
oauth-body-redirect = Du går til bankens websted. Log ind der, og vælg, hvad du deler. Derefter kommer du tilbage hertil.
oauth-choose-all = Din bank spørger, hvilke konti og oplysninger du vil dele. Tillad alt på listen nedenfor, ellers virker forbindelsen måske ikke.
oauth-continue = Gå til din bank
oauth-waiting-title = Venter på { $bank }
oauth-waiting-body = Gør det færdigt i bankens vindue. Denne side går videre af sig selv.
oauth-reopen = Åbn vinduet igen
oauth-blocked-title = Vinduet blev ikke åbnet
oauth-blocked-body = Din browser kan have blokeret det. Åbn det med denne knap.
oauth-blocked-open = Åbn bankens vindue
oauth-leaving-title = Du sendes til din bank
oauth-leaving-continue = Gå til din bank
oauth-alone-body = Denne side virker kun i det vindue, som appen åbnede for dig. Luk siden, hvis nogen har sendt dig linket.
oauth-elsewhere-title = Fortsæt der, hvor du begyndte
oauth-elsewhere-body = Denne side virker kun i den browser, hvor du begyndte. Gå tilbage til den, og forbind din bank dér. Luk siden, hvis nogen har sendt dig linket.
oauth-returned-title = Du kan lukke dette vindue
oauth-returned-body = Fortsæt i det vindue, du kom fra.
oauth-stale-title = Denne side er ikke længere aktuel
oauth-stale-body = Gå tilbage til appen, og forbind din bank igen.

## Choosing accounts

accounts-title-one = Vælg en konto at dele
accounts-title-several = Vælg de konti, du vil dele
accounts-body = { $app } ser kun det, du vælger.
accounts-body-unnamed = Appen ser kun det, du vælger.
accounts-all = Vælg alle
accounts-none = Vælg ingen
accounts-barred-heading = Kan ikke deles her
accounts-barred-product = Denne type konto passer ikke til det, appen har brug for.
accounts-barred-filter = Appen beder ikke om denne type konto.
accounts-empty = Vælg mindst én konto.
accounts-empty-one = Vælg en konto.
accounts-continue = { $count ->
    [one] Del { $count } konto
   *[other] Del { $count } konti
}
accounts-continue-one = Del { $account }

account-type-depository = Bankkonto
account-type-credit = Kredit
account-type-loan = Lån
account-type-investment = Investeringskonto
account-type-brokerage = Værdipapirdepot
account-type-payroll = Løn
account-type-other = Konto
account-checking = Lønkonto
account-savings = Opsparingskonto
account-cd = Aftaleindlån
account-money-market = Pengemarkedskonto
account-prepaid = Forudbetalt kort
account-cash-management = Likviditetskonto
account-limited-purpose-checking = Konto med begrænset formål
account-credit-card = Kreditkort
account-auto = Billån
account-business = Virksomhedslån
account-commercial = Erhvervslån
account-construction = Byggelån
account-consumer = Forbrugslån
account-home-equity = Friværdilån
account-loan = Lån
account-mortgage = Boliglån
account-overdraft = Overtræk
account-line-of-credit = Kassekredit
account-student = Studielån
account-brokerage = Værdipapirdepot
account-crypto-exchange = Kryptobørs
account-education-savings-account = Uddannelsesopsparing
account-fixed-annuity = Fast livrente
account-health-reimbursement-arrangement = Refusion af sundhedsudgifter
account-life-insurance = Livsforsikring
account-mutual-fund = Investeringsforening
account-non-custodial-wallet = Tegnebog i egen varetægt
account-non-taxable-brokerage-account = Skattefrit værdipapirdepot
account-other-annuity = Livrente
account-other-insurance = Forsikring
account-pension = Pension
account-roth-pension = Roth-pension
account-profit-sharing-plan = Overskudsdelingsordning
account-roth-profit-sharing-plan = Roth-overskudsdelingsordning
account-retirement = Pensionskonto
account-stock-plan = Aktieordning
account-trust = Forvaltningskonto
account-variable-annuity = Variabel livrente
account-payroll = Løn

## The end

connected-title = { $bank } er forbundet
connected-title-update = Din forbindelse til { $bank } er fornyet
connected-body = { $app } kan nu bruge det, du har delt.
connected-body-unnamed = Appen kan nu bruge det, du har delt.
connected-accounts = { $count ->
    [one] { $count } konto delt
   *[other] { $count } konti delt
}
connected-earlier = Forbundet tidligere
connected-another = Tilføj en bank mere
connected-finish = Færdig

leaving-title = Gå uden at blive færdig?
leaving-body = Det, du har indtastet, gemmes ikke. Næste gang begynder du forfra.
leaving-stay = Bliv her
leaving-leave = Gå

waiting-title = Et øjeblik
waiting-bank = Taler med { $bank }
waiting-long = Det tager længere tid end normalt. Hold denne side åben.

expired-title = Din tid her er udløbet
expired-body = Gå tilbage til { $app }, og begynd forfra.
expired-body-unnamed = Gå tilbage til appen, og begynd forfra.

over-title = Du kan lukke dette vindue

offline-title = Ingen forbindelse
offline-body = Tjek din internetforbindelse, og prøv igen.

## Pages of their own

hosted-success-title = Din bank er forbundet
hosted-success-body = Du kan lukke denne side.
hosted-exit-title = Ingen bank blev forbundet
hosted-exit-body = Du kan lukke denne side.
hosted-gone-title = Dette link virker ikke længere
hosted-gone-body = Det er udløbet eller allerede brugt. Bed den, der sendte det, om et nyt.
hosted-failed-title = Siden kan ikke fortsætte
hosted-failed-body = Noget gik galt. Genindlæs siden for at starte forfra.
hosted-unknown-title = Der er intet på denne adresse
hosted-unknown-body = Tjek, at du har hele linket, eller bed den, der sendte det, om et nyt.

tiles-title = Forbind din bank

## Errors

step-other = { $way ->
    [another_bank] Vælg en anden bank.
   *[other] Gå tilbage til appen.
}
step-later = { $way ->
    [another_bank] Prøv igen senere, eller vælg en anden bank.
   *[other] Prøv igen senere.
}
error-general-title = Det virkede ikke
error-general-body = Noget gik galt hos os. { step-later }
error-ACCESS_NOT_GRANTED-title = Der mangler noget
error-ACCESS_NOT_GRANTED-body = Ikke alt det nødvendige blev delt. Prøv igen, og tillad alt det, din bank nævner.
error-COUNTRY_NOT_SUPPORTED-title = Denne bank kan ikke forbindes
error-COUNTRY_NOT_SUPPORTED-body = Banker fra dette land understøttes ikke. { step-other }
error-INSTITUTION_DOWN-title = Din bank kan ikke nås
error-INSTITUTION_DOWN-body = Den er offline lige nu. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Din bank er ikke tilgængelig
error-INSTITUTION_NOT_AVAILABLE-body = Det er ikke muligt at forbinde i øjeblikket. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Din bank svarer ikke
error-INSTITUTION_NOT_RESPONDING-body = Den har måske travlt. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Denne bank understøttes ikke længere
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Den kan ikke forbindes mere. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Denne bank er ikke klar her endnu
error-INSTITUTION_REGISTRATION_REQUIRED-body = Appen er ikke registreret hos denne bank endnu. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Denne bank er ikke tilgængelig her
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Denne bank er ikke tilgængelig her
error-UNAUTHORIZED_INSTITUTION-body = Appen må ikke forbinde til denne bank. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Din bank har travlt
error-INSTITUTION_RATE_LIMIT-body = Den får for mange forespørgsler lige nu. Vent et par minutter, og prøv igen.
error-RATE_LIMIT-title = For mange forsøg
error-RATE_LIMIT-body = Vent et par minutter, og prøv igen.
error-INVALID_FIELD-title = Disse oplysninger virker ikke
error-INVALID_FIELD-body = Tjek det, du har indtastet, og prøv igen.
error-INSUFFICIENT_CREDENTIALS-title = Du blev ikke færdig med at logge ind
error-INSUFFICIENT_CREDENTIALS-body = Du kom tilbage, før du var logget helt ind hos din bank. Prøv igen.
error-INVALID_CREDENTIALS-title = Det lykkedes ikke at logge ind
error-INVALID_CREDENTIALS-body = Brugernavnet eller adgangskoden var ikke rigtig. Tjek begge, og prøv igen.
error-INVALID_MFA-title = Svaret virkede ikke
error-INVALID_MFA-body = Din bank godtog ikke svaret. Tjek det, og prøv igen.
error-INVALID_SEND_METHOD-title = Koden kunne ikke sendes
error-INVALID_SEND_METHOD-body = Din bank kan ikke sende en kode dertil. Gå tilbage til appen, og begynd forfra.
error-INVALID_UPDATED_USERNAME-title = Det er et andet login
error-INVALID_UPDATED_USERNAME-body = Log ind med det brugernavn, som denne forbindelse blev lavet med.
error-INVALID_LINK_TOKEN-title = Din tid her er udløbet
error-INVALID_LINK_TOKEN-body = Gå tilbage til appen, og begynd forfra.
error-ITEM_LOCKED-title = Dit login er spærret
error-ITEM_LOCKED-body = Din bank har spærret det. Ophæv spærringen på bankens websted, og prøv igen.
error-ITEM_LOGIN_REQUIRED-title = Din bank vil have dig til at logge ind igen
error-ITEM_LOGIN_REQUIRED-body = Det tidligere login gælder ikke længere. Log ind igen.
error-ITEM_NOT_FOUND-title = Denne forbindelse findes ikke længere
error-ITEM_NOT_FOUND-body = Gå tilbage til appen, og forbind din bank igen.
error-ITEM_CONCURRENTLY_DELETED-title = Denne forbindelse findes ikke længere
error-ITEM_CONCURRENTLY_DELETED-body = Gå tilbage til appen, og forbind din bank igen.
error-ITEM_NOT_SUPPORTED-title = Dette login kan ikke forbindes
error-ITEM_NOT_SUPPORTED-body = Din bank deler ikke denne type konto. { step-other }
error-MFA_NOT_SUPPORTED-title = Dette sikkerhedstrin understøttes ikke
error-MFA_NOT_SUPPORTED-body = Din bank beder om noget, der ikke kan gøres her. { step-other }
error-NO_ACCOUNTS-title = Ingen konti fundet
error-NO_ACCOUNTS-body = Der er ingen konti at dele med dette login. Prøv et andet login eller en anden bank.
error-NO_AUTH_ACCOUNTS-title = Ingen konto passer
error-NO_AUTH_ACCOUNTS-body = Der skal bruges en lønkonto, opsparingskonto eller likviditetskonto. Prøv et andet login eller en anden bank.
error-PASSWORD_RESET_REQUIRED-title = Din bank vil have en ny adgangskode
error-PASSWORD_RESET_REQUIRED-body = Vælg en ny adgangskode på bankens websted, og prøv igen.
error-PAYMENT_INVALID_RECIPIENT-title = Betalingen kan ikke gennemføres
error-PAYMENT_INVALID_RECIPIENT-body = Din bank godtager ikke modtageren. { step-other }
error-PLANNED_MAINTENANCE-title = Tilbage om lidt
error-PLANNED_MAINTENANCE-body = Vi er i gang med vedligeholdelse. Prøv igen om et par minutter.
error-PRODUCTS_NOT_SUPPORTED-title = Denne bank passer ikke
error-PRODUCTS_NOT_SUPPORTED-body = Den tilbyder ikke det, der er brug for. { step-other }
error-RECAPTCHA_BAD-title = Tjekket lykkedes ikke
error-RECAPTCHA_BAD-body = Din bank var ikke sikker på, at det er et menneske, der logger ind. { step-later }
error-RECAPTCHA_REQUIRED-title = Et tjek mere
error-RECAPTCHA_REQUIRED-body = Din bank vil være sikker på, at det er et menneske, der logger ind.
error-UNSUPPORTED_RESPONSE-title = Bankens svar kunne ikke læses
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Det tog for lang tid
error-USER_INPUT_TIMEOUT-body = Din bank holdt op med at vente. Prøv igen.
error-USER_SETUP_REQUIRED-title = Dit login er ikke sat op endnu
error-USER_SETUP_REQUIRED-body = Gør det færdigt på bankens websted, og prøv igen.
error-INCORRECT_OAUTH_NONCE-title = Vejen tilbage fra din bank gik tabt
error-INCORRECT_OAUTH_NONCE-body = Prøv igen. Bruger du flere vinduer, så fortsæt i det første.
error-INCORRECT_LINK_TOKEN-title = Vejen tilbage fra din bank gik tabt
error-INCORRECT_LINK_TOKEN-body = Gå tilbage til appen, og begynd forfra.
error-OAUTH_STATE_ID_NOT_FOUND-title = Vejen tilbage fra din bank gik tabt
error-OAUTH_STATE_ID_NOT_FOUND-body = Gå tilbage til appen, og begynd forfra.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Denne side er allerede brugt
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Gå tilbage til appen, og begynd forfra.

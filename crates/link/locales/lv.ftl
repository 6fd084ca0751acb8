### Latvian.
###
### Jūs. Termini: savienot, savienojums, kopīgot, pieteikties, konts, lietotne.

## What several panes say

button-continue = Turpināt
button-submit = Iesniegt
button-retry = Mēģināt vēlreiz
button-another-bank = Izvēlēties citu banku
button-bank-site = Atvērt bankas vietni
button-close = Aizvērt
button-return = Atpakaļ uz lietotni
shared-with = Kopīgots ar { $app }
shared-with-unnamed = Kopīgots ar šo lietotni
shared-more = Kas tiek kopīgots

a11y-link = Savienojiet savu banku
a11y-close = Aizvērt
a11y-back = Atpakaļ
a11y-progress = Norise
a11y-progress-value = Paveikti { $percent } procenti
a11y-new-window = tiek atvērts jaunā logā
a11y-account-ending = beidzas ar { $mask }
a11y-test-mode = Testa režīms: neviena īsta banka netiek iesaistīta

test-mode = Testa režīms
test-explained = Neviena īsta banka netiek iesaistīta.
test-credentials = Lai izmēģinātu, piesakieties kā { $username } ar paroli { $password }.
test-code = Lai izmēģinātu, ievadiet kodu { $code }.

## Consent

consent-title = { $app } lūdz savienojumu ar jūsu banku
consent-title-unnamed = Šī lietotne lūdz savienojumu ar jūsu banku
consent-title-bank = { $app } lūdz savienojumu ar banku { $bank }
consent-title-bank-unnamed = Šī lietotne lūdz savienojumu ar banku { $bank }
consent-title-update = Atjaunojiet savienojumu ar banku { $bank }
consent-scopes = Ko jūs kopīgosiet
consent-choose = Kontus izvēlaties jūs. Pirms tam nekas netiek kopīgots.
consent-password = { $app } nekad neredz jūsu bankas paroli.
consent-password-unnamed = Šī lietotne nekad neredz jūsu bankas paroli.
consent-undo = Lai vēlāk pārtrauktu kopīgošanu, noņemiet savu banku lietotnē { $app }.
consent-undo-unnamed = Lai vēlāk pārtrauktu kopīgošanu, noņemiet savu banku lietotnē.
consent-details = Skatīt precīzi, kas tiek kopīgots
consent-details-title = Kas tiek kopīgots
consent-details-close = Sapratu
consent-continue = Turpināt

scope-account_balance_info-title = Konts un atlikums
scope-account_balance_info-body = Konta nosaukums un veids, pēdējie cipari un atlikums
scope-contact_info-title = Kontaktinformācija
scope-contact_info-body = Jūsu vārds, pasta adrese, e-pasta adrese un tālruņa numurs, kādi tie ir bankai
scope-account_routing_number-title = Kontu numuri
scope-account_routing_number-body = Konta numurs un bankas kods maksājumiem uz kontu un no tā
scope-transactions-title = Darījumi
scope-transactions-body = Kas ienācis un izgājis: summas, datumi, apraksti un vietas
scope-credit_loan_info-title = Kredītkartes un aizdevumi
scope-credit_loan_info-body = Atlikumi, termiņi, procentu likmes un noteikumi
scope-investments-title = Ieguldījumi
scope-investments-body = Kas jums pieder, cik tas ir vērts un ko esat pircis un pārdevis
scope-risk_info-title = Maksājuma risks
scope-risk_info-body = Kā konts tiek lietots, lai novērtētu, vai maksājums var neizdoties
scope-bank_statements-title = Konta izraksti
scope-bank_statements-body = Jūsu izraksti kā dokumenti ar visu to saturu
scope-income_verification_bank_statements-title = Ienākumi no konta izrakstiem
scope-income_verification_bank_statements-body = Cik jūs pelnāt, aprēķināts no jūsu konta izrakstiem

## Choosing a bank

institutions-title = Izvēlieties savu banku
institutions-search = Meklējiet savu banku
institutions-clear = Notīrīt meklēšanu
institutions-often = Bieži izvēlētas
institutions-matched = Atbilst jūsu bankas kodam
institutions-found = { $count ->
    [zero] Atrastas { $count } bankas
    [one] Atrasta { $count } banka
   *[other] Atrastas { $count } bankas
}
institutions-none-title = Pēc „{ $query }” nav atrasta neviena banka
institutions-none-body = Pārbaudiet pareizrakstību vai mēģiniet nosaukumu, kas ir uz jūsu kartes vai bankas vietnē.

## A bank that works badly or not at all

unwell-degraded-title = { $bank }: pašlaik ir traucējumi
unwell-degraded-body = Varat turpināt, bet savienošana var aizņemt ilgāku laiku vai neizdoties.
unwell-degraded-continue = Tomēr turpināt
unwell-down-title = { $bank } pašlaik nav pieejama
unwell-down-body = Pašlaik to nevar savienot. Mēģiniet vēlāk vai izvēlieties citu banku.
unwell-unsupported-title = Banku { $bank } šeit nevar izmantot
unwell-unsupported-body = Šī banka nepiedāvā to, kas vajadzīgs. Izvēlieties citu banku.

## Signing in at the bank

credentials-title = Piesakieties bankā { $bank }
credentials-title-update = Vēlreiz piesakieties bankā { $bank }
credentials-intro = Izmantojiet tos pašus datus, ar kuriem piesakāties savā bankā.
credentials-intro-update = Banka lūdz apstiprināt, kas jūs esat. Nekas cits nemainās.
credentials-username = Lietotājvārds
credentials-password = Parole
credentials-show = Rādīt paroli
credentials-hide = Slēpt paroli
credentials-forgot = Vai aizmirsāt paroli?
credentials-empty = Aizpildiet šo lauku.
credentials-submit = Pieteikties

captcha-title = Īsa pārbaude
captcha-body = { $bank } vēlas pārliecināties, ka piesakās cilvēks.
captcha-label = Es esmu cilvēks
captcha-empty = Lai turpinātu, atzīmējiet rūtiņu.

mfa-send-title = Kurp sūtīt kodu?
mfa-send-body = { $bank } sūta jums kodu, lai pārliecinātos, ka tas esat jūs.
mfa-send-empty = Izvēlieties, kurp sūtīt kodu.
mfa-send-submit = Sūtīt kodu
mfa-code-title = Ievadiet kodu
mfa-code-body = { $bank } to nosūtīja šeit: { $place }.
mfa-code-label = Kods
mfa-code-empty = Ievadiet kodu.
mfa-questions-title = { $count ->
    [zero] Atbildiet uz { $count } jautājumiem
    [one] Atbildiet uz { $count } jautājumu
   *[other] Atbildiet uz { $count } jautājumiem
}
mfa-questions-body = { $bank } to jautā, lai pārliecinātos, ka tas esat jūs.
mfa-answer-empty = Atbildiet uz šo jautājumu.
mfa-selections-title = { $count ->
    [zero] Izvēlieties { $count } atbildes
    [one] Izvēlieties { $count } atbildi
   *[other] Izvēlieties { $count } atbildes
}
mfa-selection-empty = Izvēlieties atbildi.

## The bank’s own pages

oauth-title = Piesakieties bankā { $bank }
oauth-body-popup = Atvērsies jūsu bankas logs. Piesakieties tajā un izvēlieties, ko kopīgot. Pēc tam atgriezīsieties šeit.
oauth-body-redirect = Jūs dosieties uz savas bankas vietni. Piesakieties tajā un izvēlieties, ko kopīgot. Pēc tam atgriezīsieties šeit.
oauth-choose-all = Banka jautās, kurus kontus un datus kopīgot. Atļaujiet visu, kas ir sarakstā zemāk, citādi savienojums var nedarboties.
oauth-continue = Doties uz savu banku
oauth-waiting-title = Gaidām: { $bank }
oauth-waiting-body = Pabeidziet bankas logā. Šī lapa pati turpinās.
oauth-reopen = Atvērt logu vēlreiz
oauth-blocked-title = Logs neatvērās
oauth-blocked-body = Iespējams, to bloķēja pārlūks. Atveriet to ar šo pogu.
oauth-blocked-open = Atvērt bankas logu
oauth-leaving-title = Vedam jūs uz jūsu banku
oauth-leaving-continue = Doties uz savu banku
oauth-alone-body = Šī lapa darbojas tikai logā, ko jums atvēra lietotne. Ja kāds jums atsūtīja šo saiti, aizveriet lapu.
oauth-elsewhere-title = Turpiniet tur, kur sākāt
oauth-elsewhere-body = Šī lapa darbojas tikai pārlūkā, kurā sākāt. Atgriezieties tajā un savienojiet savu banku tur. Ja kāds jums atsūtīja šo saiti, aizveriet lapu.
oauth-returned-title = Varat aizvērt šo logu
oauth-returned-body = Turpiniet logā, no kura atnācāt.
oauth-stale-title = Šī lapa ir novecojusi
oauth-stale-body = Atgriezieties lietotnē un savienojiet savu banku vēlreiz.

## Choosing accounts

accounts-title-one = Izvēlieties kontu, ko kopīgot
accounts-title-several = Izvēlieties kontus, ko kopīgot
accounts-body = { $app } redz tikai to, ko izvēlaties.
accounts-body-unnamed = Lietotne redz tikai to, ko izvēlaties.
accounts-all = Izvēlēties visus
accounts-none = Neizvēlēties nevienu
accounts-barred-heading = Šeit nevar kopīgot
accounts-barred-product = Šāda veida konts neder tam, kas lietotnei vajadzīgs.
accounts-barred-filter = Lietotne neprasa šāda veida kontu.
accounts-empty = Izvēlieties vismaz vienu kontu.
accounts-empty-one = Izvēlieties kontu.
accounts-continue = { $count ->
    [zero] Kopīgot { $count } kontus
    [one] Kopīgot { $count } kontu
   *[other] Kopīgot { $count } kontus
}
accounts-continue-one = Kopīgot: { $account }

account-type-depository = Bankas konts
account-type-credit = Kredīts
account-type-loan = Aizdevums
account-type-investment = Ieguldījumu konts
account-type-brokerage = Vērtspapīru konts
account-type-payroll = Alga
account-type-other = Konts
account-checking = Norēķinu konts
account-savings = Krājkonts
account-cd = Termiņnoguldījums
account-money-market = Naudas tirgus konts
account-prepaid = Priekšapmaksas karte
account-cash-management = Naudas pārvaldības konts
account-limited-purpose-checking = Ierobežota mērķa norēķinu konts
account-credit-card = Kredītkarte
account-auto = Auto aizdevums
account-business = Uzņēmuma aizdevums
account-commercial = Komerciāls aizdevums
account-construction = Būvniecības aizdevums
account-consumer = Patēriņa aizdevums
account-home-equity = Aizdevums pret mājokli
account-loan = Aizdevums
account-mortgage = Hipotekārais kredīts
account-overdraft = Overdrafts
account-line-of-credit = Kredītlīnija
account-student = Studiju kredīts
account-brokerage = Vērtspapīru konts
account-crypto-exchange = Kriptovalūtu birža
account-education-savings-account = Uzkrājums izglītībai
account-fixed-annuity = Fiksēta rente
account-health-reimbursement-arrangement = Veselības izdevumu atlīdzība
account-life-insurance = Dzīvības apdrošināšana
account-mutual-fund = Ieguldījumu fonds
account-non-custodial-wallet = Pašpārvaldīts maks
account-non-taxable-brokerage-account = Neapliekams vērtspapīru konts
account-other-annuity = Rente
account-other-insurance = Apdrošināšana
account-pension = Pensija
account-roth-pension = Roth pensija
account-profit-sharing-plan = Peļņas sadales plāns
account-roth-profit-sharing-plan = Roth peļņas sadales plāns
account-retirement = Pensijas konts
account-stock-plan = Akciju plāns
account-trust = Trasta konts
account-variable-annuity = Mainīga rente
account-payroll = Alga

## The end

connected-title = { $bank } ir savienota
connected-title-update = Savienojums ar banku { $bank } ir atjaunots
connected-body = { $app } tagad var izmantot to, ko kopīgojāt.
connected-body-unnamed = Lietotne tagad var izmantot to, ko kopīgojāt.
connected-accounts = { $count ->
    [zero] Kopīgoti { $count } konti
    [one] Kopīgots { $count } konts
   *[other] Kopīgoti { $count } konti
}
connected-earlier = Savienotas iepriekš
connected-another = Pievienot vēl vienu banku
connected-finish = Gatavs

leaving-title = Iziet, nepabeidzot?
leaving-body = Ievadītais netiek saglabāts. Nākamreiz sāksiet no jauna.
leaving-stay = Palikt
leaving-leave = Iziet

waiting-title = Mirklīti
waiting-bank = Sazināmies ar banku { $bank }
waiting-long = Tas aizņem vairāk laika nekā parasti. Turiet šo lapu atvērtu.

expired-title = Jūsu laiks šeit ir beidzies
expired-body = Atgriezieties lietotnē { $app } un sāciet no jauna.
expired-body-unnamed = Atgriezieties lietotnē un sāciet no jauna.

over-title = Varat aizvērt šo logu

offline-title = Nav savienojuma
offline-body = Pārbaudiet interneta savienojumu un mēģiniet vēlreiz.

## Pages of their own

hosted-success-title = Jūsu banka ir savienota
hosted-success-body = Varat aizvērt šo lapu.
hosted-exit-title = Neviena banka netika savienota
hosted-exit-body = Varat aizvērt šo lapu.
hosted-gone-title = Šī saite vairs nedarbojas
hosted-gone-body = Tās termiņš ir beidzies vai tā jau ir izmantota. Lūdziet sūtītājam jaunu.
hosted-failed-title = Šī lapa nevar turpināt
hosted-failed-body = Radās kļūme. Pārlādējiet lapu, lai sāktu no jauna.
hosted-unknown-title = Šajā adresē nekā nav
hosted-unknown-body = Pārbaudiet, vai jums ir visa saite, vai lūdziet sūtītājam jaunu.

tiles-title = Savienojiet savu banku

## Errors

step-other = { $way ->
    [another_bank] Izvēlieties citu banku.
   *[other] Atgriezieties lietotnē.
}
step-later = { $way ->
    [another_bank] Mēģiniet vēlāk vai izvēlieties citu banku.
   *[other] Mēģiniet vēlāk.
}
error-general-title = Tas neizdevās
error-general-body = Mūsu pusē radās kļūme. { step-later }
error-ACCESS_NOT_GRANTED-title = Kaut kā trūkst
error-ACCESS_NOT_GRANTED-body = Netika kopīgots viss vajadzīgais. Mēģiniet vēlreiz un atļaujiet visu, ko banka uzskaita.
error-COUNTRY_NOT_SUPPORTED-title = Šo banku nevar savienot
error-COUNTRY_NOT_SUPPORTED-body = Šīs valsts bankas netiek atbalstītas. { step-other }
error-INSTITUTION_DOWN-title = Jūsu banka nav sasniedzama
error-INSTITUTION_DOWN-body = Tā pašlaik ir bezsaistē. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Jūsu banka nav pieejama
error-INSTITUTION_NOT_AVAILABLE-body = Pašlaik to nevar savienot. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Jūsu banka neatbild
error-INSTITUTION_NOT_RESPONDING-body = Iespējams, tā ir pārslogota. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Šī banka vairs netiek atbalstīta
error-INSTITUTION_NO_LONGER_SUPPORTED-body = To vairs nevar savienot. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Šī banka šeit vēl nav gatava
error-INSTITUTION_REGISTRATION_REQUIRED-body = Lietotne šajā bankā vēl nav reģistrēta. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Šī banka šeit nav pieejama
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Šī banka šeit nav pieejama
error-UNAUTHORIZED_INSTITUTION-body = Lietotne nedrīkst savienoties ar šo banku. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Jūsu banka ir pārslogota
error-INSTITUTION_RATE_LIMIT-body = Tā pašlaik saņem pārāk daudz pieprasījumu. Uzgaidiet dažas minūtes un mēģiniet vēlreiz.
error-RATE_LIMIT-title = Pārāk daudz mēģinājumu
error-RATE_LIMIT-body = Uzgaidiet dažas minūtes un mēģiniet vēlreiz.
error-INVALID_FIELD-title = Šie dati neder
error-INVALID_FIELD-body = Pārbaudiet ievadīto un mēģiniet vēlreiz.
error-INSUFFICIENT_CREDENTIALS-title = Pieteikšanās netika pabeigta
error-INSUFFICIENT_CREDENTIALS-body = Jūs atgriezāties, pirms pieteikšanās bankā bija pabeigta. Mēģiniet vēlreiz.
error-INVALID_CREDENTIALS-title = Pieteikties neizdevās
error-INVALID_CREDENTIALS-body = Lietotājvārds vai parole nebija pareiza. Pārbaudiet abus un mēģiniet vēlreiz.
error-INVALID_MFA-title = Atbilde nederēja
error-INVALID_MFA-body = Banka nepieņēma šo atbildi. Pārbaudiet to un mēģiniet vēlreiz.
error-INVALID_SEND_METHOD-title = Kodu nevarēja nosūtīt
error-INVALID_SEND_METHOD-body = Banka nevar tur nosūtīt kodu. Atgriezieties lietotnē un sāciet no jauna.
error-INVALID_UPDATED_USERNAME-title = Tā ir cita piekļuve
error-INVALID_UPDATED_USERNAME-body = Piesakieties ar lietotājvārdu, ar kuru šis savienojums tika izveidots.
error-INVALID_LINK_TOKEN-title = Jūsu laiks šeit ir beidzies
error-INVALID_LINK_TOKEN-body = Atgriezieties lietotnē un sāciet no jauna.
error-ITEM_LOCKED-title = Jūsu piekļuve ir bloķēta
error-ITEM_LOCKED-body = Banka to ir bloķējusi. Atbloķējiet to bankas vietnē un mēģiniet vēlreiz.
error-ITEM_LOGIN_REQUIRED-title = Banka lūdz jūs pieteikties vēlreiz
error-ITEM_LOGIN_REQUIRED-body = Iepriekšējā pieteikšanās vairs nav derīga. Piesakieties vēlreiz.
error-ITEM_NOT_FOUND-title = Šī savienojuma vairs nav
error-ITEM_NOT_FOUND-body = Atgriezieties lietotnē un savienojiet savu banku vēlreiz.
error-ITEM_CONCURRENTLY_DELETED-title = Šī savienojuma vairs nav
error-ITEM_CONCURRENTLY_DELETED-body = Atgriezieties lietotnē un savienojiet savu banku vēlreiz.
error-ITEM_NOT_SUPPORTED-title = Šo piekļuvi nevar savienot
error-ITEM_NOT_SUPPORTED-body = Banka nekopīgo šāda veida kontu. { step-other }
error-MFA_NOT_SUPPORTED-title = Šis drošības solis netiek atbalstīts
error-MFA_NOT_SUPPORTED-body = Banka prasa kaut ko, ko šeit nevar izdarīt. { step-other }
error-NO_ACCOUNTS-title = Konti nav atrasti
error-NO_ACCOUNTS-body = Ar šo piekļuvi nav kontu, ko kopīgot. Mēģiniet citu piekļuvi vai citu banku.
error-NO_AUTH_ACCOUNTS-title = Neviens konts neder
error-NO_AUTH_ACCOUNTS-body = Vajadzīgs norēķinu, krājkonts vai naudas pārvaldības konts. Mēģiniet citu piekļuvi vai citu banku.
error-PASSWORD_RESET_REQUIRED-title = Banka prasa jaunu paroli
error-PASSWORD_RESET_REQUIRED-body = Iestatiet jaunu paroli bankas vietnē un mēģiniet vēlreiz.
error-PAYMENT_INVALID_RECIPIENT-title = Maksājumu nevar veikt
error-PAYMENT_INVALID_RECIPIENT-body = Banka nepieņem tā saņēmēju. { step-other }
error-PLANNED_MAINTENANCE-title = Drīz būsim atpakaļ
error-PLANNED_MAINTENANCE-body = Notiek apkope. Mēģiniet vēlreiz pēc dažām minūtēm.
error-PRODUCTS_NOT_SUPPORTED-title = Šī banka neder
error-PRODUCTS_NOT_SUPPORTED-body = Tā nepiedāvā to, kas vajadzīgs. { step-other }
error-RECAPTCHA_BAD-title = Pārbaude neizdevās
error-RECAPTCHA_BAD-body = Banka nebija droša, ka piesakās cilvēks. { step-later }
error-RECAPTCHA_REQUIRED-title = Vēl viena pārbaude
error-RECAPTCHA_REQUIRED-body = Banka vēlas pārliecināties, ka piesakās cilvēks.
error-UNSUPPORTED_RESPONSE-title = Bankas atbildi nevarēja nolasīt
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Tas aizņēma pārāk ilgu laiku
error-USER_INPUT_TIMEOUT-body = Banka pārtrauca gaidīt. Mēģiniet vēlreiz.
error-USER_SETUP_REQUIRED-title = Jūsu piekļuve vēl nav iestatīta
error-USER_SETUP_REQUIRED-body = Pabeidziet iestatīšanu bankas vietnē un mēģiniet vēlreiz.
error-INCORRECT_OAUTH_NONCE-title = Ceļš atpakaļ no bankas pazuda
error-INCORRECT_OAUTH_NONCE-body = Mēģiniet vēlreiz. Ja lietojat vairākus logus, turpiniet pirmajā.
error-INCORRECT_LINK_TOKEN-title = Ceļš atpakaļ no bankas pazuda
error-INCORRECT_LINK_TOKEN-body = Atgriezieties lietotnē un sāciet no jauna.
error-OAUTH_STATE_ID_NOT_FOUND-title = Ceļš atpakaļ no bankas pazuda
error-OAUTH_STATE_ID_NOT_FOUND-body = Atgriezieties lietotnē un sāciet no jauna.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Šī lapa jau ir izmantota
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Atgriezieties lietotnē un sāciet no jauna.

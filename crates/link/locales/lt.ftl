### Lithuanian.
###
### Jūs. Terminai: susieti, ryšys, bendrinti, prisijungti, sąskaita, programėlė.

## What several panes say

button-continue = Tęsti
button-submit = Pateikti
button-retry = Bandyti dar kartą
button-another-bank = Pasirinkti kitą banką
button-bank-site = Atverti banko svetainę
button-close = Uždaryti
button-return = Grįžti į programėlę
shared-with = Bendrinama su { $app }
shared-with-unnamed = Bendrinama su šia programėle
shared-more = Kas bendrinama

a11y-link = Susiekite savo banką
a11y-close = Uždaryti
a11y-back = Atgal
a11y-progress = Eiga
a11y-progress-value = Atlikta { $percent } procentų
a11y-new-window = atveriama naujame lange
a11y-account-ending = baigiasi { $mask }
a11y-test-mode = Bandymas: į jokį tikrą banką nesikreipiama

test-mode = Bandymas
test-explained = Į jokį tikrą banką nesikreipiama.
test-credentials = Norėdami išbandyti, prisijunkite kaip { $username } su slaptažodžiu { $password }.
test-code = Norėdami išbandyti, įveskite kodą { $code }.

## Consent

consent-title = { $app } prašo ryšio su jūsų banku
consent-title-unnamed = Ši programėlė prašo ryšio su jūsų banku
consent-title-bank = { $app } prašo ryšio su banku { $bank }
consent-title-bank-unnamed = Ši programėlė prašo ryšio su banku { $bank }
consent-title-update = Atnaujinkite ryšį su banku { $bank }
consent-scopes = Ką bendrinsite
consent-choose = Sąskaitas pasirenkate jūs. Iki tol niekas nebendrinama.
consent-password = { $app } niekada nemato jūsų banko slaptažodžio.
consent-password-unnamed = Ši programėlė niekada nemato jūsų banko slaptažodžio.
consent-undo = Jei vėliau norėsite nebebendrinti, pašalinkite savo banką programėlėje { $app }.
consent-undo-unnamed = Jei vėliau norėsite nebebendrinti, pašalinkite savo banką programėlėje.
consent-details = Žiūrėti, kas tiksliai bendrinama
consent-details-title = Kas bendrinama
consent-details-close = Supratau
consent-continue = Tęsti

scope-account_balance_info-title = Sąskaita ir likutis
scope-account_balance_info-body = Sąskaitos pavadinimas ir rūšis, paskutiniai skaitmenys ir likutis
scope-contact_info-title = Kontaktiniai duomenys
scope-contact_info-body = Jūsų vardas ir pavardė, pašto adresas, el. paštas ir telefono numeris, kokius turi bankas
scope-account_routing_number-title = Sąskaitų numeriai
scope-account_routing_number-body = Sąskaitos numeris ir banko kodas mokėjimams į sąskaitą ir iš jos
scope-transactions-title = Operacijos
scope-transactions-body = Kas įplaukė ir išplaukė: sumos, datos, aprašymai ir vietos
scope-credit_loan_info-title = Kredito kortelės ir paskolos
scope-credit_loan_info-body = Likučiai, terminai, palūkanų normos ir sąlygos
scope-investments-title = Investicijos
scope-investments-body = Ką turite, kiek tai verta ir ką pirkote bei pardavėte
scope-risk_info-title = Mokėjimo rizika
scope-risk_info-body = Kaip sąskaita naudojama, kad būtų įvertinta, ar mokėjimas gali nepavykti
scope-bank_statements-title = Banko išrašai
scope-bank_statements-body = Jūsų išrašai kaip dokumentai su visu jų turiniu
scope-income_verification_bank_statements-title = Pajamos pagal išrašus
scope-income_verification_bank_statements-body = Kiek uždirbate, apskaičiuota pagal jūsų banko išrašus

## Choosing a bank

institutions-title = Pasirinkite savo banką
institutions-search = Ieškokite savo banko
institutions-clear = Išvalyti paiešką
institutions-often = Dažnai pasirenkami
institutions-matched = Atitinka jūsų banko kodą
institutions-found = { $count ->
    [one] Rastas { $count } bankas
    [few] Rasti { $count } bankai
   *[other] Rasta { $count } bankų
}
institutions-none-title = Pagal „{ $query }“ nerasta jokio banko
institutions-none-body = Patikrinkite rašybą arba bandykite pavadinimą, kuris yra ant jūsų kortelės ar banko svetainėje.

## A bank that works badly or not at all

unwell-degraded-title = { $bank }: šiuo metu yra sutrikimų
unwell-degraded-body = Galite tęsti, bet susiejimas gali užtrukti ilgiau arba nepavykti.
unwell-degraded-continue = Vis tiek tęsti
unwell-down-title = { $bank } šiuo metu nepasiekiamas
unwell-down-body = Dabar jo susieti negalima. Bandykite vėliau arba pasirinkite kitą banką.
unwell-unsupported-title = Banko { $bank } čia naudoti negalima
unwell-unsupported-body = Šis bankas nesiūlo to, ko reikia. Pasirinkite kitą banką.

## Signing in at the bank

credentials-title = Prisijunkite prie banko { $bank }
credentials-title-update = Vėl prisijunkite prie banko { $bank }
credentials-intro = Naudokite tuos pačius duomenis, kuriais jungiatės prie savo banko.
credentials-intro-update = Bankas prašo patvirtinti jūsų tapatybę. Niekas kitas nesikeičia.
credentials-username = Naudotojo vardas
credentials-password = Slaptažodis
credentials-show = Rodyti slaptažodį
credentials-hide = Slėpti slaptažodį
credentials-forgot = Pamiršote slaptažodį?
credentials-empty = Užpildykite šį lauką.
credentials-submit = Prisijungti

captcha-title = Trumpas patikrinimas
captcha-body = { $bank } nori įsitikinti, kad jungiasi žmogus.
captcha-label = Aš esu žmogus
captcha-empty = Norėdami tęsti, pažymėkite langelį.

mfa-send-title = Kur siųsti kodą?
mfa-send-body = { $bank } siunčia jums kodą, kad įsitikintų, jog tai jūs.
mfa-send-empty = Pasirinkite, kur siųsti kodą.
mfa-send-submit = Siųsti kodą
mfa-code-title = Įveskite kodą
mfa-code-body = { $bank } jį išsiuntė čia: { $place }.
mfa-code-label = Kodas
mfa-code-empty = Įveskite kodą.
mfa-questions-title = { $count ->
    [one] Atsakykite į { $count } klausimą
    [few] Atsakykite į { $count } klausimus
   *[other] Atsakykite į { $count } klausimų
}
mfa-questions-body = { $bank } to klausia, kad įsitikintų, jog tai jūs.
mfa-answer-empty = Atsakykite į šį klausimą.
mfa-selections-title = { $count ->
    [one] Pasirinkite { $count } atsakymą
    [few] Pasirinkite { $count } atsakymus
   *[other] Pasirinkite { $count } atsakymų
}
mfa-selection-empty = Pasirinkite atsakymą.

## The bank’s own pages

oauth-title = Prisijunkite banke { $bank }
oauth-body-popup = Atsivers jūsų banko langas. Prisijunkite jame ir pasirinkite, ką bendrinti. Tada grįšite čia.
oauth-body-redirect = Eisite į savo banko svetainę. Prisijunkite joje ir pasirinkite, ką bendrinti. Tada grįšite čia.
oauth-choose-all = Bankas klaus, kurias sąskaitas ir duomenis bendrinti. Leiskite viską, kas yra sąraše žemiau, kitaip ryšys gali neveikti.
oauth-continue = Eiti į savo banką
oauth-waiting-title = Laukiama: { $bank }
oauth-waiting-body = Užbaikite banko lange. Šis puslapis tęsis pats.
oauth-reopen = Vėl atverti langą
oauth-blocked-title = Langas neatsivėrė
oauth-blocked-body = Galbūt jį užblokavo naršyklė. Atverkite jį šiuo mygtuku.
oauth-blocked-open = Atverti banko langą
oauth-leaving-title = Vedame jus į jūsų banką
oauth-leaving-continue = Eiti į savo banką
oauth-alone-body = Šis puslapis veikia tik lange, kurį jums atvėrė programėlė. Jei šią nuorodą jums kas nors atsiuntė, užverkite puslapį.
oauth-elsewhere-title = Tęskite ten, kur pradėjote
oauth-elsewhere-body = Šis puslapis veikia tik naršyklėje, kurioje pradėjote. Grįžkite į ją ir susiekite savo banką ten. Jei šią nuorodą jums kas nors atsiuntė, užverkite puslapį.
oauth-returned-title = Galite uždaryti šį langą
oauth-returned-body = Tęskite lange, iš kurio atėjote.
oauth-stale-title = Šis puslapis paseno
oauth-stale-body = Grįžkite į programėlę ir vėl susiekite savo banką.

## Choosing accounts

accounts-title-one = Pasirinkite sąskaitą, kurią bendrinsite
accounts-title-several = Pasirinkite sąskaitas, kurias bendrinsite
accounts-body = { $app } mato tik tai, ką pasirenkate.
accounts-body-unnamed = Programėlė mato tik tai, ką pasirenkate.
accounts-all = Pasirinkti visas
accounts-none = Nepasirinkti nė vienos
accounts-barred-heading = Čia bendrinti negalima
accounts-barred-product = Tokios rūšies sąskaita netinka tam, ko reikia programėlei.
accounts-barred-filter = Programėlė neprašo tokios rūšies sąskaitos.
accounts-empty = Pasirinkite bent vieną sąskaitą.
accounts-empty-one = Pasirinkite sąskaitą.
accounts-continue = { $count ->
    [one] Bendrinti { $count } sąskaitą
    [few] Bendrinti { $count } sąskaitas
   *[other] Bendrinti { $count } sąskaitų
}
accounts-continue-one = Bendrinti: { $account }

account-type-depository = Banko sąskaita
account-type-credit = Kreditas
account-type-loan = Paskola
account-type-investment = Investicinė sąskaita
account-type-brokerage = Vertybinių popierių sąskaita
account-type-payroll = Atlyginimas
account-type-other = Sąskaita
account-checking = Einamoji sąskaita
account-savings = Taupomoji sąskaita
account-cd = Terminuotasis indėlis
account-money-market = Pinigų rinkos sąskaita
account-prepaid = Išankstinio mokėjimo kortelė
account-cash-management = Grynųjų valdymo sąskaita
account-limited-purpose-checking = Ribotos paskirties einamoji sąskaita
account-credit-card = Kredito kortelė
account-auto = Automobilio paskola
account-business = Verslo paskola
account-commercial = Komercinė paskola
account-construction = Statybos paskola
account-consumer = Vartojimo paskola
account-home-equity = Būstu užtikrinta paskola
account-loan = Paskola
account-mortgage = Būsto paskola
account-overdraft = Overdraftas
account-line-of-credit = Kredito linija
account-student = Studijų paskola
account-brokerage = Vertybinių popierių sąskaita
account-crypto-exchange = Kriptovaliutų birža
account-education-savings-account = Santaupos mokslui
account-fixed-annuity = Fiksuotasis anuitetas
account-health-reimbursement-arrangement = Sveikatos išlaidų kompensavimas
account-life-insurance = Gyvybės draudimas
account-mutual-fund = Investicinis fondas
account-non-custodial-wallet = Savarankiškai valdoma piniginė
account-non-taxable-brokerage-account = Neapmokestinama vertybinių popierių sąskaita
account-other-annuity = Anuitetas
account-other-insurance = Draudimas
account-pension = Pensija
account-roth-pension = Roth pensija
account-profit-sharing-plan = Pelno dalijimosi planas
account-roth-profit-sharing-plan = Roth pelno dalijimosi planas
account-retirement = Pensijų sąskaita
account-stock-plan = Akcijų planas
account-trust = Patikos sąskaita
account-variable-annuity = Kintamasis anuitetas
account-payroll = Atlyginimas

## The end

connected-title = { $bank } susietas
connected-title-update = Ryšys su banku { $bank } atnaujintas
connected-body = { $app } dabar gali naudoti tai, ką bendrinate.
connected-body-unnamed = Programėlė dabar gali naudoti tai, ką bendrinate.
connected-accounts = { $count ->
    [one] Bendrinama { $count } sąskaita
    [few] Bendrinamos { $count } sąskaitos
   *[other] Bendrinama { $count } sąskaitų
}
connected-earlier = Susieti anksčiau
connected-another = Pridėti kitą banką
connected-finish = Baigta

leaving-title = Išeiti nebaigus?
leaving-body = Tai, ką įvedėte, neišsaugoma. Kitą kartą pradėsite iš naujo.
leaving-stay = Likti
leaving-leave = Išeiti

waiting-title = Palaukite
waiting-bank = Kreipiamės į banką { $bank }
waiting-long = Tai trunka ilgiau nei įprastai. Laikykite šį puslapį atvertą.

expired-title = Jūsų laikas čia baigėsi
expired-body = Grįžkite į { $app } ir pradėkite iš naujo.
expired-body-unnamed = Grįžkite į programėlę ir pradėkite iš naujo.

over-title = Galite uždaryti šį langą

offline-title = Nėra ryšio
offline-body = Patikrinkite interneto ryšį ir bandykite dar kartą.

## Pages of their own

hosted-success-title = Jūsų bankas susietas
hosted-success-body = Galite uždaryti šį puslapį.
hosted-exit-title = Nesusietas joks bankas
hosted-exit-body = Galite uždaryti šį puslapį.
hosted-gone-title = Ši nuoroda nebeveikia
hosted-gone-body = Ji nebegalioja arba jau panaudota. Paprašykite siuntėjo naujos.
hosted-failed-title = Šis puslapis negali tęsti
hosted-failed-body = Kažkas nepavyko. Įkelkite puslapį iš naujo ir pradėkite dar kartą.
hosted-unknown-title = Šiuo adresu nieko nėra
hosted-unknown-body = Patikrinkite, ar turite visą nuorodą, arba paprašykite siuntėjo naujos.

tiles-title = Susiekite savo banką

## Errors

step-other = { $way ->
    [another_bank] Pasirinkite kitą banką.
   *[other] Grįžkite į programėlę.
}
step-later = { $way ->
    [another_bank] Bandykite vėliau arba pasirinkite kitą banką.
   *[other] Bandykite vėliau.
}
error-general-title = Nepavyko
error-general-body = Mūsų pusėje kažkas nepavyko. { step-later }
error-ACCESS_NOT_GRANTED-title = Kažko trūksta
error-ACCESS_NOT_GRANTED-body = Bendrinta ne viskas, ko reikia. Bandykite dar kartą ir leiskite viską, ką išvardija bankas.
error-COUNTRY_NOT_SUPPORTED-title = Šio banko susieti negalima
error-COUNTRY_NOT_SUPPORTED-body = Šios šalies bankai nepalaikomi. { step-other }
error-INSTITUTION_DOWN-title = Nepavyksta pasiekti jūsų banko
error-INSTITUTION_DOWN-body = Jis šiuo metu neprisijungęs prie tinklo. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Jūsų bankas nepasiekiamas
error-INSTITUTION_NOT_AVAILABLE-body = Dabar jo susieti negalima. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Jūsų bankas neatsako
error-INSTITUTION_NOT_RESPONDING-body = Galbūt jis perkrautas. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Šis bankas nebepalaikomas
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Jo susieti nebegalima. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Šis bankas čia dar neparuoštas
error-INSTITUTION_REGISTRATION_REQUIRED-body = Programėlė šiame banke dar neužregistruota. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Šis bankas čia neprieinamas
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Šis bankas čia neprieinamas
error-UNAUTHORIZED_INSTITUTION-body = Programėlei neleidžiama susieti šio banko. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Jūsų bankas perkrautas
error-INSTITUTION_RATE_LIMIT-body = Jis šiuo metu gauna per daug užklausų. Palaukite kelias minutes ir bandykite dar kartą.
error-RATE_LIMIT-title = Per daug bandymų
error-RATE_LIMIT-body = Palaukite kelias minutes ir bandykite dar kartą.
error-INVALID_FIELD-title = Šie duomenys netinka
error-INVALID_FIELD-body = Patikrinkite, ką įvedėte, ir bandykite dar kartą.
error-INSUFFICIENT_CREDENTIALS-title = Prisijungimas nebaigtas
error-INSUFFICIENT_CREDENTIALS-body = Grįžote nebaigę jungtis prie savo banko. Bandykite dar kartą.
error-INVALID_CREDENTIALS-title = Prisijungti nepavyko
error-INVALID_CREDENTIALS-body = Naudotojo vardas arba slaptažodis neteisingas. Patikrinkite abu ir bandykite dar kartą.
error-INVALID_MFA-title = Atsakymas netiko
error-INVALID_MFA-body = Bankas nepriėmė šio atsakymo. Patikrinkite jį ir bandykite dar kartą.
error-INVALID_SEND_METHOD-title = Nepavyko išsiųsti kodo
error-INVALID_SEND_METHOD-body = Bankas negali ten išsiųsti kodo. Grįžkite į programėlę ir pradėkite iš naujo.
error-INVALID_UPDATED_USERNAME-title = Tai kita paskyra
error-INVALID_UPDATED_USERNAME-body = Prisijunkite naudotojo vardu, su kuriuo šis ryšys sukurtas.
error-INVALID_LINK_TOKEN-title = Jūsų laikas čia baigėsi
error-INVALID_LINK_TOKEN-body = Grįžkite į programėlę ir pradėkite iš naujo.
error-ITEM_LOCKED-title = Jūsų paskyra užrakinta
error-ITEM_LOCKED-body = Bankas ją užrakino. Atrakinkite ją banko svetainėje ir bandykite dar kartą.
error-ITEM_LOGIN_REQUIRED-title = Bankas prašo vėl prisijungti
error-ITEM_LOGIN_REQUIRED-body = Ankstesnis prisijungimas nebegalioja. Prisijunkite dar kartą.
error-ITEM_NOT_FOUND-title = Šio ryšio nebėra
error-ITEM_NOT_FOUND-body = Grįžkite į programėlę ir vėl susiekite savo banką.
error-ITEM_CONCURRENTLY_DELETED-title = Šio ryšio nebėra
error-ITEM_CONCURRENTLY_DELETED-body = Grįžkite į programėlę ir vėl susiekite savo banką.
error-ITEM_NOT_SUPPORTED-title = Šios paskyros susieti negalima
error-ITEM_NOT_SUPPORTED-body = Bankas nebendrina tokios rūšies sąskaitos. { step-other }
error-MFA_NOT_SUPPORTED-title = Šis saugumo žingsnis nepalaikomas
error-MFA_NOT_SUPPORTED-body = Bankas prašo to, ko čia padaryti negalima. { step-other }
error-NO_ACCOUNTS-title = Sąskaitų nerasta
error-NO_ACCOUNTS-body = Šioje paskyroje nėra sąskaitų, kurias būtų galima bendrinti. Bandykite kitą paskyrą arba kitą banką.
error-NO_AUTH_ACCOUNTS-title = Nė viena sąskaita netinka
error-NO_AUTH_ACCOUNTS-body = Reikia einamosios, taupomosios arba grynųjų valdymo sąskaitos. Bandykite kitą paskyrą arba kitą banką.
error-PASSWORD_RESET_REQUIRED-title = Bankas prašo naujo slaptažodžio
error-PASSWORD_RESET_REQUIRED-body = Nustatykite naują slaptažodį banko svetainėje ir bandykite dar kartą.
error-PAYMENT_INVALID_RECIPIENT-title = Mokėjimo atlikti negalima
error-PAYMENT_INVALID_RECIPIENT-body = Bankas nepriima jo gavėjo. { step-other }
error-PLANNED_MAINTENANCE-title = Netrukus grįšime
error-PLANNED_MAINTENANCE-body = Vykdome priežiūros darbus. Bandykite dar kartą po kelių minučių.
error-PRODUCTS_NOT_SUPPORTED-title = Šis bankas netinka
error-PRODUCTS_NOT_SUPPORTED-body = Jis nesiūlo to, ko reikia. { step-other }
error-RECAPTCHA_BAD-title = Patikrinimas nepavyko
error-RECAPTCHA_BAD-body = Bankas nebuvo tikras, kad jungiasi žmogus. { step-later }
error-RECAPTCHA_REQUIRED-title = Dar vienas patikrinimas
error-RECAPTCHA_REQUIRED-body = Bankas nori įsitikinti, kad jungiasi žmogus.
error-UNSUPPORTED_RESPONSE-title = Nepavyko perskaityti banko atsakymo
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Tai užtruko per ilgai
error-USER_INPUT_TIMEOUT-body = Bankas nustojo laukti. Bandykite dar kartą.
error-USER_SETUP_REQUIRED-title = Jūsų paskyra dar neparengta
error-USER_SETUP_REQUIRED-body = Užbaikite nustatymą banko svetainėje ir bandykite dar kartą.
error-INCORRECT_OAUTH_NONCE-title = Kelias atgal iš banko nutrūko
error-INCORRECT_OAUTH_NONCE-body = Bandykite dar kartą. Jei naudojate kelis langus, tęskite pirmajame.
error-INCORRECT_LINK_TOKEN-title = Kelias atgal iš banko nutrūko
error-INCORRECT_LINK_TOKEN-body = Grįžkite į programėlę ir pradėkite iš naujo.
error-OAUTH_STATE_ID_NOT_FOUND-title = Kelias atgal iš banko nutrūko
error-OAUTH_STATE_ID_NOT_FOUND-body = Grįžkite į programėlę ir pradėkite iš naujo.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Šis puslapis jau panaudotas
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Grįžkite į programėlę ir pradėkite iš naujo.

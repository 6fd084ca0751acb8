### Estonian.
###
### Teie. Mõisted: ühendama, ühendus, jagama, sisse logima, konto, rakendus.

## What several panes say

button-continue = Jätka
button-submit = Saada
button-retry = Proovi uuesti
button-another-bank = Vali teine pank
button-bank-site = Ava panga veebileht
button-close = Sulge
button-return = Tagasi rakendusse
shared-with = Jagatakse rakendusega { $app }
shared-with-unnamed = Jagatakse selle rakendusega
shared-more = Mida jagatakse

a11y-link = Ühendage oma pank
a11y-close = Sulge
a11y-back = Tagasi
a11y-progress = Edenemine
a11y-progress-value = { $percent } protsenti tehtud
a11y-new-window = avaneb uues aknas
a11y-account-ending = lõpeb numbritega { $mask }
a11y-test-mode = Testrežiim: ühegi päris pangaga ühendust ei võeta

test-mode = Testrežiim
test-explained = Ühegi päris pangaga ühendust ei võeta.
test-credentials = Proovimiseks logige sisse kasutajana { $username } parooliga { $password }.
test-code = Proovimiseks sisestage kood { $code }.

## Consent

consent-title = { $app } soovib ühendust teie pangaga
consent-title-unnamed = See rakendus soovib ühendust teie pangaga
consent-title-bank = { $app } soovib ühendust pangaga { $bank }
consent-title-bank-unnamed = See rakendus soovib ühendust pangaga { $bank }
consent-title-update = Uuendage ühendus pangaga { $bank }
consent-scopes = Mida te jagate
consent-choose = Kontod valite teie. Enne seda ei jagata midagi.
consent-password = { $app } ei näe kunagi teie panga parooli.
consent-password-unnamed = See rakendus ei näe kunagi teie panga parooli.
consent-undo = Jagamise lõpetamiseks eemaldage oma pank hiljem rakenduses { $app }.
consent-undo-unnamed = Jagamise lõpetamiseks eemaldage oma pank hiljem rakenduses.
consent-details = Vaadake täpselt, mida jagatakse
consent-details-title = Mida jagatakse
consent-details-close = Sain aru
consent-continue = Jätka

scope-account_balance_info-title = Konto ja saldo
scope-account_balance_info-body = Konto nimi ja liik, viimased numbrid ja kontol olev summa
scope-contact_info-title = Kontaktandmed
scope-contact_info-body = Teie nimi, postiaadress, e-posti aadress ja telefoninumber, nagu need on pangal
scope-account_routing_number-title = Kontonumbrid
scope-account_routing_number-body = Kontonumber ja pangakood, makseteks kontole ja kontolt
scope-transactions-title = Tehingud
scope-transactions-body = Mis on tulnud ja läinud: summad, kuupäevad, selgitused ja kohad
scope-credit_loan_info-title = Krediitkaardid ja laenud
scope-credit_loan_info-body = Jäägid, tähtpäevad, intressimäärad ja tingimused
scope-investments-title = Investeeringud
scope-investments-body = Mida omate, mis see väärt on ning mida olete ostnud ja müünud
scope-risk_info-title = Makserisk
scope-risk_info-body = Kuidas kontot kasutatakse, et hinnata, kas makse võib ebaõnnestuda
scope-bank_statements-title = Pangaväljavõtted
scope-bank_statements-body = Teie väljavõtted dokumentidena koos kõige sellega, mis neis kirjas on
scope-income_verification_bank_statements-title = Sissetulek väljavõtetest
scope-income_verification_bank_statements-body = Mida te teenite, arvutatud teie pangaväljavõtetest

## Choosing a bank

institutions-title = Valige oma pank
institutions-search = Otsige oma panka
institutions-clear = Tühjenda otsing
institutions-often = Sageli valitud
institutions-matched = Vastab teie pangakoodile
institutions-found = { $count ->
    [one] Leiti { $count } pank
   *[other] Leiti { $count } panka
}
institutions-none-title = Otsingule „{ $query }“ ei leitud ühtegi panka
institutions-none-body = Kontrollige kirjapilti või proovige nime, mis on teie kaardil või panga veebilehel.

## A bank that works badly or not at all

unwell-degraded-title = { $bank }: praegu on häireid
unwell-degraded-body = Võite jätkata, kuid ühendamine võib võtta kauem või ebaõnnestuda.
unwell-degraded-continue = Jätka siiski
unwell-down-title = { $bank } pole praegu kättesaadav
unwell-down-body = Praegu ei saa seda ühendada. Proovige hiljem uuesti või valige teine pank.
unwell-unsupported-title = Panka { $bank } ei saa siin kasutada
unwell-unsupported-body = See pank ei paku seda, mida on vaja. Valige teine pank.

## Signing in at the bank

credentials-title = Logige sisse panka { $bank }
credentials-title-update = Logige uuesti sisse panka { $bank }
credentials-intro = Kasutage samu andmeid, millega pangas sisse logite.
credentials-intro-update = Pank palub teil oma isikut kinnitada. Muu jääb samaks.
credentials-username = Kasutajanimi
credentials-password = Parool
credentials-show = Näita parooli
credentials-hide = Peida parool
credentials-forgot = Kas unustasite parooli?
credentials-empty = Täitke see väli.
credentials-submit = Logi sisse

captcha-title = Lühike kontroll
captcha-body = { $bank } soovib olla kindel, et sisse logib inimene.
captcha-label = Olen inimene
captcha-empty = Jätkamiseks märkige ruut.

mfa-send-title = Kuhu kood saata?
mfa-send-body = { $bank } saadab teile koodi, et olla kindel, et see olete teie.
mfa-send-empty = Valige, kuhu kood saata.
mfa-send-submit = Saada kood
mfa-code-title = Sisestage kood
mfa-code-body = { $bank } saatis selle siia: { $place }.
mfa-code-label = Kood
mfa-code-empty = Sisestage kood.
mfa-questions-title = { $count ->
    [one] Vastake küsimusele
   *[other] Vastake { $count } küsimusele
}
mfa-questions-body = { $bank } küsib seda, et olla kindel, et see olete teie.
mfa-answer-empty = Vastake sellele küsimusele.
mfa-selections-title = { $count ->
    [one] Valige vastus
   *[other] Valige { $count } vastust
}
mfa-selection-empty = Valige vastus.

## The bank’s own pages

oauth-title = Logige sisse pangas { $bank }
oauth-body-popup = Avaneb teie panga aken. Logige seal sisse ja valige, mida jagate. Seejärel tulete siia tagasi.
oauth-body-redirect = Lähete oma panga veebilehele. Logige seal sisse ja valige, mida jagate. Seejärel tulete siia tagasi.
oauth-choose-all = Pank küsib, milliseid kontosid ja andmeid jagada. Lubage kõik alltoodud loendist, muidu ei pruugi ühendus toimida.
oauth-continue = Mine oma panka
oauth-waiting-title = Ootel: { $bank }
oauth-waiting-body = Lõpetage panga aknas. See leht läheb ise edasi.
oauth-reopen = Ava aken uuesti
oauth-blocked-title = Aken ei avanenud
oauth-blocked-body = Võib-olla blokeeris selle teie brauser. Avage see selle nupuga.
oauth-blocked-open = Ava panga aken
oauth-leaving-title = Viime teid teie panka
oauth-leaving-continue = Mine oma panka
oauth-alone-body = See leht töötab ainult aknas, mille rakendus teie jaoks avas. Kui keegi saatis teile selle lingi, sulgege leht.
oauth-elsewhere-title = Jätkake seal, kus alustasite
oauth-elsewhere-body = See leht töötab ainult brauseris, kus te alustasite. Minge sinna tagasi ja ühendage oma pank seal. Kui keegi saatis teile selle lingi, sulgege leht.
oauth-returned-title = Võite selle akna sulgeda
oauth-returned-body = Jätkake aknas, kust tulite.
oauth-stale-title = See leht on aegunud
oauth-stale-body = Minge tagasi rakendusse ja ühendage oma pank uuesti.

## Choosing accounts

accounts-title-one = Valige konto, mida jagada
accounts-title-several = Valige kontod, mida jagada
accounts-body = { $app } näeb ainult seda, mille valite.
accounts-body-unnamed = Rakendus näeb ainult seda, mille valite.
accounts-all = Vali kõik
accounts-none = Ära vali ühtegi
accounts-barred-heading = Siin ei saa jagada
accounts-barred-product = Seda liiki konto ei sobi selleks, mida rakendus vajab.
accounts-barred-filter = Rakendus ei küsi seda liiki kontot.
accounts-empty = Valige vähemalt üks konto.
accounts-empty-one = Valige konto.
accounts-continue = { $count ->
    [one] Jaga { $count } kontot
   *[other] Jaga { $count } kontot
}
accounts-continue-one = Jaga: { $account }

account-type-depository = Pangakonto
account-type-credit = Krediit
account-type-loan = Laen
account-type-investment = Investeerimiskonto
account-type-brokerage = Väärtpaberikonto
account-type-payroll = Palk
account-type-other = Konto
account-checking = Arvelduskonto
account-savings = Säästukonto
account-cd = Tähtajaline hoius
account-money-market = Rahaturukonto
account-prepaid = Ettemaksukaart
account-cash-management = Rahahalduskonto
account-limited-purpose-checking = Piiratud otstarbega arvelduskonto
account-credit-card = Krediitkaart
account-auto = Autolaen
account-business = Ärilaen
account-commercial = Kommertslaen
account-construction = Ehituslaen
account-consumer = Tarbimislaen
account-home-equity = Kodu tagatisel laen
account-loan = Laen
account-mortgage = Kodulaen
account-overdraft = Arvelduskrediit
account-line-of-credit = Krediidiliin
account-student = Õppelaen
account-brokerage = Väärtpaberikonto
account-crypto-exchange = Krüptobörs
account-education-savings-account = Haridussäästud
account-fixed-annuity = Fikseeritud annuiteet
account-health-reimbursement-arrangement = Tervisekulude hüvitis
account-life-insurance = Elukindlustus
account-mutual-fund = Investeerimisfond
account-non-custodial-wallet = Enda hoitav rahakott
account-non-taxable-brokerage-account = Maksuvaba väärtpaberikonto
account-other-annuity = Annuiteet
account-other-insurance = Kindlustus
account-pension = Pension
account-roth-pension = Roth-pension
account-profit-sharing-plan = Kasumijagamise plaan
account-roth-profit-sharing-plan = Roth-kasumijagamise plaan
account-retirement = Pensionikonto
account-stock-plan = Aktsiaplaan
account-trust = Usalduskonto
account-variable-annuity = Muutuv annuiteet
account-payroll = Palk

## The end

connected-title = { $bank } on ühendatud
connected-title-update = Ühendus pangaga { $bank } on uuendatud
connected-body = { $app } saab nüüd kasutada seda, mida jagasite.
connected-body-unnamed = Rakendus saab nüüd kasutada seda, mida jagasite.
connected-accounts = { $count ->
    [one] Jagatud { $count } konto
   *[other] Jagatud { $count } kontot
}
connected-earlier = Varem ühendatud
connected-another = Lisa veel üks pank
connected-finish = Valmis

leaving-title = Kas lahkuda lõpetamata?
leaving-body = Sisestatut ei säilitata. Järgmisel korral alustate uuesti.
leaving-stay = Jää siia
leaving-leave = Lahku

waiting-title = Üks hetk
waiting-bank = Suhtleme pangaga { $bank }
waiting-long = See võtab tavalisest kauem. Hoidke see leht lahti.

expired-title = Teie aeg siin sai läbi
expired-body = Minge tagasi rakendusse { $app } ja alustage uuesti.
expired-body-unnamed = Minge tagasi rakendusse ja alustage uuesti.

over-title = Võite selle akna sulgeda

offline-title = Ühendus puudub
offline-body = Kontrollige internetiühendust ja proovige uuesti.

## Pages of their own

hosted-success-title = Teie pank on ühendatud
hosted-success-body = Võite selle lehe sulgeda.
hosted-exit-title = Ühtegi panka ei ühendatud
hosted-exit-body = Võite selle lehe sulgeda.
hosted-gone-title = See link enam ei toimi
hosted-gone-body = See on aegunud või juba kasutatud. Küsige saatjalt uus.
hosted-failed-title = See leht ei saa jätkata
hosted-failed-body = Midagi läks valesti. Uuesti alustamiseks laadige leht uuesti.
hosted-unknown-title = Sellel aadressil pole midagi
hosted-unknown-body = Kontrollige, kas teil on kogu link, või küsige saatjalt uus.

tiles-title = Ühendage oma pank

## Errors

step-other = { $way ->
    [another_bank] Valige teine pank.
   *[other] Minge tagasi rakendusse.
}
step-later = { $way ->
    [another_bank] Proovige hiljem uuesti või valige teine pank.
   *[other] Proovige hiljem uuesti.
}
error-general-title = See ei õnnestunud
error-general-body = Meie poolel läks midagi valesti. { step-later }
error-ACCESS_NOT_GRANTED-title = Midagi on puudu
error-ACCESS_NOT_GRANTED-body = Kõike vajalikku ei jagatud. Proovige uuesti ja lubage kõik, mille pank loetleb.
error-COUNTRY_NOT_SUPPORTED-title = Seda panka ei saa ühendada
error-COUNTRY_NOT_SUPPORTED-body = Selle riigi panku ei toetata. { step-other }
error-INSTITUTION_DOWN-title = Teie pangaga ei saa ühendust
error-INSTITUTION_DOWN-body = See on praegu võrgust väljas. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Teie pank pole kättesaadav
error-INSTITUTION_NOT_AVAILABLE-body = Praegu ei saa seda ühendada. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Teie pank ei vasta
error-INSTITUTION_NOT_RESPONDING-body = See võib olla ülekoormatud. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Seda panka enam ei toetata
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Seda ei saa enam ühendada. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = See pank pole siin veel valmis
error-INSTITUTION_REGISTRATION_REQUIRED-body = Rakendus pole selles pangas veel registreeritud. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = See pank pole siin saadaval
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = See pank pole siin saadaval
error-UNAUTHORIZED_INSTITUTION-body = Rakendus ei tohi selle pangaga ühendust võtta. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Teie pank on ülekoormatud
error-INSTITUTION_RATE_LIMIT-body = See saab praegu liiga palju päringuid. Oodake mõni minut ja proovige uuesti.
error-RATE_LIMIT-title = Liiga palju katseid
error-RATE_LIMIT-body = Oodake mõni minut ja proovige uuesti.
error-INVALID_FIELD-title = Need andmed ei sobi
error-INVALID_FIELD-body = Kontrollige sisestatut ja proovige uuesti.
error-INSUFFICIENT_CREDENTIALS-title = Sisselogimine jäi pooleli
error-INSUFFICIENT_CREDENTIALS-body = Tulite tagasi enne, kui sisselogimine pangas lõppes. Proovige uuesti.
error-INVALID_CREDENTIALS-title = Sisselogimine ei õnnestunud
error-INVALID_CREDENTIALS-body = Kasutajanimi või parool ei olnud õige. Kontrollige mõlemat ja proovige uuesti.
error-INVALID_MFA-title = Vastus ei sobinud
error-INVALID_MFA-body = Pank ei aktsepteerinud seda vastust. Kontrollige seda ja proovige uuesti.
error-INVALID_SEND_METHOD-title = Koodi ei saanud saata
error-INVALID_SEND_METHOD-body = Pank ei saa sinna koodi saata. Minge tagasi rakendusse ja alustage uuesti.
error-INVALID_UPDATED_USERNAME-title = See on teine kasutaja
error-INVALID_UPDATED_USERNAME-body = Logige sisse kasutajanimega, millega see ühendus loodi.
error-INVALID_LINK_TOKEN-title = Teie aeg siin sai läbi
error-INVALID_LINK_TOKEN-body = Minge tagasi rakendusse ja alustage uuesti.
error-ITEM_LOCKED-title = Teie juurdepääs on lukus
error-ITEM_LOCKED-body = Pank on selle lukustanud. Avage see panga veebilehel ja proovige uuesti.
error-ITEM_LOGIN_REQUIRED-title = Pank palub teil uuesti sisse logida
error-ITEM_LOGIN_REQUIRED-body = Varasem sisselogimine enam ei kehti. Logige uuesti sisse.
error-ITEM_NOT_FOUND-title = Seda ühendust enam pole
error-ITEM_NOT_FOUND-body = Minge tagasi rakendusse ja ühendage oma pank uuesti.
error-ITEM_CONCURRENTLY_DELETED-title = Seda ühendust enam pole
error-ITEM_CONCURRENTLY_DELETED-body = Minge tagasi rakendusse ja ühendage oma pank uuesti.
error-ITEM_NOT_SUPPORTED-title = Seda kasutajat ei saa ühendada
error-ITEM_NOT_SUPPORTED-body = Pank ei jaga seda liiki kontot. { step-other }
error-MFA_NOT_SUPPORTED-title = Seda turvasammu ei toetata
error-MFA_NOT_SUPPORTED-body = Pank palub midagi, mida siin teha ei saa. { step-other }
error-NO_ACCOUNTS-title = Kontosid ei leitud
error-NO_ACCOUNTS-body = Sellel kasutajal pole kontosid, mida jagada. Proovige teist kasutajat või teist panka.
error-NO_AUTH_ACCOUNTS-title = Ükski konto ei sobi
error-NO_AUTH_ACCOUNTS-body = Vaja on arveldus-, säästu- või rahahalduskontot. Proovige teist kasutajat või teist panka.
error-PASSWORD_RESET_REQUIRED-title = Pank soovib uut parooli
error-PASSWORD_RESET_REQUIRED-body = Määrake panga veebilehel uus parool ja proovige uuesti.
error-PAYMENT_INVALID_RECIPIENT-title = Makset ei saa teha
error-PAYMENT_INVALID_RECIPIENT-body = Pank ei aktsepteeri saajat. { step-other }
error-PLANNED_MAINTENANCE-title = Kohe tagasi
error-PLANNED_MAINTENANCE-body = Teeme hooldustöid. Proovige mõne minuti pärast uuesti.
error-PRODUCTS_NOT_SUPPORTED-title = See pank ei sobi
error-PRODUCTS_NOT_SUPPORTED-body = See ei paku seda, mida on vaja. { step-other }
error-RECAPTCHA_BAD-title = Kontroll ei õnnestunud
error-RECAPTCHA_BAD-body = Pank polnud kindel, et sisse logib inimene. { step-later }
error-RECAPTCHA_REQUIRED-title = Veel üks kontroll
error-RECAPTCHA_REQUIRED-body = Pank soovib olla kindel, et sisse logib inimene.
error-UNSUPPORTED_RESPONSE-title = Panga vastust ei saanud lugeda
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = See võttis liiga kaua
error-USER_INPUT_TIMEOUT-body = Pank lõpetas ootamise. Proovige uuesti.
error-USER_SETUP_REQUIRED-title = Teie juurdepääs pole veel seadistatud
error-USER_SETUP_REQUIRED-body = Viige seadistamine panga veebilehel lõpuni ja proovige uuesti.
error-INCORRECT_OAUTH_NONCE-title = Tagasitee teie pangast läks kaduma
error-INCORRECT_OAUTH_NONCE-body = Proovige uuesti. Kui kasutate mitut akent, jätkake esimeses.
error-INCORRECT_LINK_TOKEN-title = Tagasitee teie pangast läks kaduma
error-INCORRECT_LINK_TOKEN-body = Minge tagasi rakendusse ja alustage uuesti.
error-OAUTH_STATE_ID_NOT_FOUND-title = Tagasitee teie pangast läks kaduma
error-OAUTH_STATE_ID_NOT_FOUND-body = Minge tagasi rakendusse ja alustage uuesti.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Seda lehte on juba kasutatud
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Minge tagasi rakendusse ja alustage uuesti.

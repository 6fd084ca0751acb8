### Romanian.
###
### Dumneavoastră. Termeni: a conecta, conexiune, a partaja, a se autentifica, cont, aplicație.

## What several panes say

button-continue = Continuați
button-submit = Trimiteți
button-retry = Încercați din nou
button-another-bank = Alegeți altă bancă
button-bank-site = Deschideți site-ul băncii
button-close = Închideți
button-return = Înapoi la aplicație
shared-with = Partajat cu { $app }
shared-with-unnamed = Partajat cu această aplicație
shared-more = Ce se partajează

a11y-link = Conectați-vă banca
a11y-close = Închideți
a11y-back = Înapoi
a11y-progress = Progres
a11y-progress-value = { $percent } la sută finalizat
a11y-new-window = se deschide într-o fereastră nouă
a11y-account-ending = care se termină în { $mask }
a11y-test-mode = Mod de test: nicio bancă reală nu este contactată

test-mode = Mod de test
test-explained = Nicio bancă reală nu este contactată.
test-credentials = Ca să încercați, autentificați-vă ca { $username } cu parola { $password }.
test-code = Ca să încercați, introduceți codul { $code }.

## Consent

consent-title = { $app } cere să se conecteze la banca dvs.
consent-title-unnamed = Această aplicație cere să se conecteze la banca dvs.
consent-title-bank = { $app } cere să se conecteze la { $bank }
consent-title-bank-unnamed = Această aplicație cere să se conecteze la { $bank }
consent-title-update = Reînnoiți conexiunea la { $bank }
consent-scopes = Ce veți partaja
consent-choose = Dvs. alegeți conturile. Până atunci nu se partajează nimic.
consent-password = { $app } nu vede niciodată parola de la bancă.
consent-password-unnamed = Această aplicație nu vede niciodată parola de la bancă.
consent-undo = Ca să opriți partajarea mai târziu, eliminați banca în { $app }.
consent-undo-unnamed = Ca să opriți partajarea mai târziu, eliminați banca în aplicație.
consent-details = Vedeți exact ce se partajează
consent-details-title = Ce se partajează
consent-details-close = Am înțeles
consent-continue = Continuați

scope-account_balance_info-title = Cont și sold
scope-account_balance_info-body = Numele și tipul contului, ultimele cifre și suma din cont
scope-contact_info-title = Date de contact
scope-contact_info-body = Numele, adresa poștală, adresa de e-mail și numărul de telefon, așa cum le are banca
scope-account_routing_number-title = Numere de cont
scope-account_routing_number-body = Numărul contului și codul băncii, pentru plăți către cont și din cont
scope-transactions-title = Tranzacții
scope-transactions-body = Ce a intrat și ce a ieșit: sume, date, descrieri și locuri
scope-credit_loan_info-title = Carduri de credit și împrumuturi
scope-credit_loan_info-body = Solduri, scadențe, dobânzi și condiții
scope-investments-title = Investiții
scope-investments-body = Ce dețineți, cât valorează și ce ați cumpărat și vândut
scope-risk_info-title = Riscul plății
scope-risk_info-body = Cum este folosit contul, pentru a aprecia dacă o plată poate eșua
scope-bank_statements-title = Extrase de cont
scope-bank_statements-body = Extrasele dvs. ca documente, cu tot ce conțin
scope-income_verification_bank_statements-title = Venit din extrasele de cont
scope-income_verification_bank_statements-body = Cât câștigați, calculat din extrasele de cont

## Choosing a bank

institutions-title = Alegeți banca dvs.
institutions-search = Căutați banca dvs.
institutions-clear = Ștergeți căutarea
institutions-often = Alese des
institutions-matched = Corespunde codului băncii dvs.
institutions-found = { $count ->
    [one] O bancă găsită
    [few] { $count } bănci găsite
   *[other] { $count } de bănci găsite
}
institutions-none-title = Nicio bancă găsită pentru „{ $query }”
institutions-none-body = Verificați cum e scris sau încercați numele de pe card ori de pe site-ul băncii.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } are probleme acum
unwell-degraded-body = Puteți continua, dar conectarea poate dura mai mult sau poate eșua.
unwell-degraded-continue = Continuați oricum
unwell-down-title = { $bank } nu este disponibilă acum
unwell-down-body = Momentan nu se poate conecta. Încercați mai târziu sau alegeți altă bancă.
unwell-unsupported-title = { $bank } nu poate fi folosită aici
unwell-unsupported-body = Această bancă nu oferă ce este necesar. Alegeți altă bancă.

## Signing in at the bank

credentials-title = Autentificați-vă la { $bank }
credentials-title-update = Autentificați-vă din nou la { $bank }
credentials-intro = Folosiți aceleași date ca la banca dvs.
credentials-intro-update = Banca vă cere să confirmați cine sunteți. Nimic altceva nu se schimbă.
credentials-username = Nume de utilizator
credentials-password = Parolă
credentials-show = Afișați parola
credentials-hide = Ascundeți parola
credentials-forgot = Ați uitat parola?
credentials-empty = Completați acest câmp.
credentials-submit = Autentificare

captcha-title = O scurtă verificare
captcha-body = { $bank } vrea să fie sigură că se autentifică o persoană.
captcha-label = Sunt o persoană
captcha-empty = Bifați caseta ca să continuați.

mfa-send-title = Unde trimitem codul?
mfa-send-body = { $bank } vă trimite un cod ca să fie sigură că sunteți dvs.
mfa-send-empty = Alegeți unde să ajungă codul.
mfa-send-submit = Trimiteți codul
mfa-code-title = Introduceți codul
mfa-code-body = { $bank } l-a trimis la { $place }.
mfa-code-label = Cod
mfa-code-empty = Introduceți codul.
mfa-questions-title = { $count ->
    [one] Răspundeți la o întrebare
    [few] Răspundeți la { $count } întrebări
   *[other] Răspundeți la { $count } de întrebări
}
mfa-questions-body = { $bank } întreabă ca să fie sigură că sunteți dvs.
mfa-answer-empty = Răspundeți la această întrebare.
mfa-selections-title = { $count ->
    [one] Alegeți un răspuns
    [few] Alegeți { $count } răspunsuri
   *[other] Alegeți { $count } de răspunsuri
}
mfa-selection-empty = Alegeți un răspuns.

## The bank’s own pages

oauth-title = Autentificați-vă la { $bank }
oauth-body-popup = Se deschide o fereastră a băncii. Autentificați-vă acolo și alegeți ce partajați. Apoi reveniți aici.
oauth-body-redirect = Mergeți pe site-ul băncii. Autentificați-vă acolo și alegeți ce partajați. Apoi reveniți aici.
oauth-choose-all = Banca întreabă ce conturi și ce date partajați. Permiteți tot ce este în lista de mai jos, altfel conexiunea s-ar putea să nu funcționeze.
oauth-continue = Mergeți la bancă
oauth-waiting-title = Se așteaptă { $bank }
oauth-waiting-body = Încheiați în fereastra băncii. Această pagină merge singură mai departe.
oauth-reopen = Redeschideți fereastra
oauth-blocked-title = Fereastra nu s-a deschis
oauth-blocked-body = Poate a blocat-o browserul. Folosiți acest buton ca să o deschideți.
oauth-blocked-open = Deschideți fereastra
oauth-leaving-title = Vă ducem la banca dvs.
oauth-leaving-continue = Mergeți la bancă
oauth-alone-body = Această pagină funcționează numai în fereastra pe care aplicația a deschis-o pentru dumneavoastră. Dacă cineva v-a trimis acest link, închideți pagina.
oauth-elsewhere-title = Continuați acolo unde ați început
oauth-elsewhere-body = Această pagină funcționează numai în browserul în care ați început. Reveniți la el și conectați-vă banca acolo. Dacă cineva v-a trimis acest link, închideți pagina.
oauth-returned-title = Puteți închide această fereastră
oauth-returned-body = Continuați în fereastra din care ați venit.
oauth-stale-title = Această pagină nu mai este actuală
oauth-stale-body = Reveniți la aplicație și conectați-vă banca din nou.

## Choosing accounts

accounts-title-one = Alegeți un cont de partajat
accounts-title-several = Alegeți conturile de partajat
accounts-body = { $app } vede doar ce alegeți.
accounts-body-unnamed = Aplicația vede doar ce alegeți.
accounts-all = Alegeți toate
accounts-none = Nu alegeți niciunul
accounts-barred-heading = Nu pot fi partajate aici
accounts-barred-product = Acest fel de cont nu se potrivește cu ce îi trebuie aplicației.
accounts-barred-filter = Aplicația nu cere acest fel de cont.
accounts-empty = Alegeți cel puțin un cont.
accounts-empty-one = Alegeți un cont.
accounts-continue = { $count ->
    [one] Partajați un cont
    [few] Partajați { $count } conturi
   *[other] Partajați { $count } de conturi
}
accounts-continue-one = Partajați { $account }

account-type-depository = Cont bancar
account-type-credit = Credit
account-type-loan = Împrumut
account-type-investment = Cont de investiții
account-type-brokerage = Cont de brokeraj
account-type-payroll = Salariu
account-type-other = Cont
account-checking = Cont curent
account-savings = Cont de economii
account-cd = Depozit la termen
account-money-market = Cont de piață monetară
account-prepaid = Card preplătit
account-cash-management = Cont de administrare a numerarului
account-limited-purpose-checking = Cont curent cu scop limitat
account-credit-card = Card de credit
account-auto = Credit auto
account-business = Credit pentru firmă
account-commercial = Credit comercial
account-construction = Credit de construcție
account-consumer = Credit de consum
account-home-equity = Credit garantat cu locuința
account-loan = Împrumut
account-mortgage = Credit ipotecar
account-overdraft = Descoperit de cont
account-line-of-credit = Linie de credit
account-student = Credit de studii
account-brokerage = Cont de brokeraj
account-crypto-exchange = Bursă de criptomonede
account-education-savings-account = Economii pentru studii
account-fixed-annuity = Anuitate fixă
account-health-reimbursement-arrangement = Rambursarea cheltuielilor medicale
account-life-insurance = Asigurare de viață
account-mutual-fund = Fond mutual
account-non-custodial-wallet = Portofel propriu
account-non-taxable-brokerage-account = Cont de brokeraj neimpozabil
account-other-annuity = Anuitate
account-other-insurance = Asigurare
account-pension = Pensie
account-roth-pension = Pensie Roth
account-profit-sharing-plan = Plan de participare la profit
account-roth-profit-sharing-plan = Plan Roth de participare la profit
account-retirement = Cont de pensie
account-stock-plan = Plan de acțiuni
account-trust = Cont fiduciar
account-variable-annuity = Anuitate variabilă
account-payroll = Salariu

## The end

connected-title = { $bank } este conectată
connected-title-update = Conexiunea la { $bank } este reînnoită
connected-body = { $app } poate folosi acum ce ați partajat.
connected-body-unnamed = Aplicația poate folosi acum ce ați partajat.
connected-accounts = { $count ->
    [one] Un cont partajat
    [few] { $count } conturi partajate
   *[other] { $count } de conturi partajate
}
connected-earlier = Conectate anterior
connected-another = Adăugați altă bancă
connected-finish = Gata

leaving-title = Ieșiți fără să terminați?
leaving-body = Ce ați introdus nu se păstrează. Data viitoare începeți din nou.
leaving-stay = Rămâneți
leaving-leave = Ieșiți

waiting-title = Un moment
waiting-bank = Comunicăm cu { $bank }
waiting-long = Durează mai mult decât de obicei. Țineți această pagină deschisă.

expired-title = Timpul dvs. aici a expirat
expired-body = Reveniți la { $app } și începeți din nou.
expired-body-unnamed = Reveniți la aplicație și începeți din nou.

over-title = Puteți închide această fereastră

offline-title = Fără conexiune
offline-body = Verificați conexiunea la internet, apoi încercați din nou.

## Pages of their own

hosted-success-title = Banca dvs. este conectată
hosted-success-body = Puteți închide această pagină.
hosted-exit-title = Nu a fost conectată nicio bancă
hosted-exit-body = Puteți închide această pagină.
hosted-gone-title = Acest link nu mai funcționează
hosted-gone-body = A expirat sau a fost deja folosit. Cereți unul nou de la cine l-a trimis.
hosted-failed-title = Această pagină nu poate continua
hosted-failed-body = Ceva nu a mers bine. Reîncărcați pagina pentru a începe din nou.
hosted-unknown-title = Nu este nimic la această adresă
hosted-unknown-body = Verificați dacă aveți linkul întreg sau cereți unul nou de la cine l-a trimis.

tiles-title = Conectați-vă banca

## Errors

step-other = { $way ->
    [another_bank] Alegeți altă bancă.
   *[other] Reveniți la aplicație.
}
step-later = { $way ->
    [another_bank] Încercați mai târziu sau alegeți altă bancă.
   *[other] Încercați mai târziu.
}
error-general-title = Nu a mers
error-general-body = Ceva nu a mers bine la noi. { step-later }
error-ACCESS_NOT_GRANTED-title = Lipsește ceva
error-ACCESS_NOT_GRANTED-body = Nu s-a partajat tot ce este necesar. Încercați din nou și permiteți tot ce enumeră banca.
error-COUNTRY_NOT_SUPPORTED-title = Această bancă nu poate fi conectată
error-COUNTRY_NOT_SUPPORTED-body = Băncile din țara ei nu sunt acceptate. { step-other }
error-INSTITUTION_DOWN-title = Banca dvs. nu poate fi contactată
error-INSTITUTION_DOWN-body = Este offline acum. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Banca dvs. nu este disponibilă
error-INSTITUTION_NOT_AVAILABLE-body = Momentan nu se poate conecta. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Banca dvs. nu răspunde
error-INSTITUTION_NOT_RESPONDING-body = Poate este suprasolicitată. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Această bancă nu mai este acceptată
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Nu mai poate fi conectată. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Această bancă nu este încă pregătită aici
error-INSTITUTION_REGISTRATION_REQUIRED-body = Aplicația nu este încă înregistrată la această bancă. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Această bancă nu este disponibilă aici
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Această bancă nu este disponibilă aici
error-UNAUTHORIZED_INSTITUTION-body = Aplicația nu se poate conecta la această bancă. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Banca dvs. este suprasolicitată
error-INSTITUTION_RATE_LIMIT-body = Primește prea multe cereri acum. Așteptați câteva minute, apoi încercați din nou.
error-RATE_LIMIT-title = Prea multe încercări
error-RATE_LIMIT-body = Așteptați câteva minute, apoi încercați din nou.
error-INVALID_FIELD-title = Aceste date nu sunt bune
error-INVALID_FIELD-body = Verificați ce ați introdus și încercați din nou.
error-INSUFFICIENT_CREDENTIALS-title = Autentificarea nu a fost încheiată
error-INSUFFICIENT_CREDENTIALS-body = Ați revenit înainte de a încheia autentificarea la bancă. Încercați din nou.
error-INVALID_CREDENTIALS-title = Autentificarea nu a reușit
error-INVALID_CREDENTIALS-body = Numele de utilizator sau parola nu este corectă. Verificați-le pe amândouă și încercați din nou.
error-INVALID_MFA-title = Răspunsul nu a mers
error-INVALID_MFA-body = Banca nu a acceptat acest răspuns. Verificați-l și încercați din nou.
error-INVALID_SEND_METHOD-title = Codul nu a putut fi trimis
error-INVALID_SEND_METHOD-body = Banca nu poate trimite un cod acolo. Reveniți la aplicație și începeți din nou.
error-INVALID_UPDATED_USERNAME-title = Este alt cont de acces
error-INVALID_UPDATED_USERNAME-body = Autentificați-vă cu numele de utilizator cu care a fost făcută această conexiune.
error-INVALID_LINK_TOKEN-title = Timpul dvs. aici a expirat
error-INVALID_LINK_TOKEN-body = Reveniți la aplicație și începeți din nou.
error-ITEM_LOCKED-title = Accesul dvs. este blocat
error-ITEM_LOCKED-body = Banca l-a blocat. Deblocați-l pe site-ul băncii, apoi încercați din nou.
error-ITEM_LOGIN_REQUIRED-title = Banca vă cere să vă autentificați din nou
error-ITEM_LOGIN_REQUIRED-body = Autentificarea anterioară nu mai este valabilă. Autentificați-vă din nou.
error-ITEM_NOT_FOUND-title = Această conexiune nu mai există
error-ITEM_NOT_FOUND-body = Reveniți la aplicație și conectați-vă banca din nou.
error-ITEM_CONCURRENTLY_DELETED-title = Această conexiune nu mai există
error-ITEM_CONCURRENTLY_DELETED-body = Reveniți la aplicație și conectați-vă banca din nou.
error-ITEM_NOT_SUPPORTED-title = Acest acces nu poate fi conectat
error-ITEM_NOT_SUPPORTED-body = Banca nu partajează acest fel de cont. { step-other }
error-MFA_NOT_SUPPORTED-title = Acest pas de securitate nu este acceptat
error-MFA_NOT_SUPPORTED-body = Banca cere ceva ce nu se poate face aici. { step-other }
error-NO_ACCOUNTS-title = Niciun cont găsit
error-NO_ACCOUNTS-body = Nu sunt conturi de partajat cu acest acces. Încercați alt acces sau altă bancă.
error-NO_AUTH_ACCOUNTS-title = Niciun cont nu se potrivește
error-NO_AUTH_ACCOUNTS-body = Este nevoie de un cont curent, de economii sau de administrare a numerarului. Încercați alt acces sau altă bancă.
error-PASSWORD_RESET_REQUIRED-title = Banca cere o parolă nouă
error-PASSWORD_RESET_REQUIRED-body = Stabiliți o parolă nouă pe site-ul băncii, apoi încercați din nou.
error-PAYMENT_INVALID_RECIPIENT-title = Plata nu poate fi făcută
error-PAYMENT_INVALID_RECIPIENT-body = Banca nu acceptă destinatarul. { step-other }
error-PLANNED_MAINTENANCE-title = Revenim imediat
error-PLANNED_MAINTENANCE-body = Facem lucrări de întreținere. Încercați din nou peste câteva minute.
error-PRODUCTS_NOT_SUPPORTED-title = Această bancă nu se potrivește
error-PRODUCTS_NOT_SUPPORTED-body = Nu oferă ce este necesar. { step-other }
error-RECAPTCHA_BAD-title = Verificarea nu a reușit
error-RECAPTCHA_BAD-body = Banca nu a fost sigură că se autentifică o persoană. { step-later }
error-RECAPTCHA_REQUIRED-title = Încă o verificare
error-RECAPTCHA_REQUIRED-body = Banca vrea să fie sigură că se autentifică o persoană.
error-UNSUPPORTED_RESPONSE-title = Răspunsul băncii nu a putut fi citit
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = A durat prea mult
error-USER_INPUT_TIMEOUT-body = Banca nu mai așteaptă. Încercați din nou.
error-USER_SETUP_REQUIRED-title = Accesul dvs. nu este încă gata
error-USER_SETUP_REQUIRED-body = Încheiați configurarea pe site-ul băncii, apoi încercați din nou.
error-INCORRECT_OAUTH_NONCE-title = Drumul înapoi de la bancă s-a pierdut
error-INCORRECT_OAUTH_NONCE-body = Încercați din nou. Dacă folosiți mai multe ferestre, continuați în prima.
error-INCORRECT_LINK_TOKEN-title = Drumul înapoi de la bancă s-a pierdut
error-INCORRECT_LINK_TOKEN-body = Reveniți la aplicație și începeți din nou.
error-OAUTH_STATE_ID_NOT_FOUND-title = Drumul înapoi de la bancă s-a pierdut
error-OAUTH_STATE_ID_NOT_FOUND-body = Reveniți la aplicație și începeți din nou.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Această pagină a fost deja folosită
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Reveniți la aplicație și începeți din nou.

### Italian.
###
### Tu, come nelle app delle banche. Termini: collegare, collegamento, condividere, accedere, conto, app.

## What several panes say

button-continue = Continua
button-submit = Invia
button-retry = Riprova
button-another-bank = Scegli un’altra banca
button-bank-site = Apri il sito della banca
button-close = Chiudi
button-return = Torna all’app
shared-with = Condiviso con { $app }
shared-with-unnamed = Condiviso con questa app
shared-more = Che cosa condividi

a11y-link = Collega la tua banca
a11y-close = Chiudi
a11y-back = Indietro
a11y-progress = Avanzamento
a11y-progress-value = Completato al { $percent } per cento
a11y-new-window = si apre in una nuova finestra
a11y-account-ending = che termina con { $mask }
a11y-test-mode = Prova: nessuna banca reale viene contattata

test-mode = Prova
test-explained = Nessuna banca reale viene contattata.
test-credentials = Per provare, accedi come { $username } con la password { $password }.
test-code = Per provare, inserisci il codice { $code }.

## Consent

consent-title = { $app } chiede di collegarsi alla tua banca
consent-title-unnamed = Questa app chiede di collegarsi alla tua banca
consent-title-bank = { $app } chiede di collegarsi a { $bank }
consent-title-bank-unnamed = Questa app chiede di collegarsi a { $bank }
consent-title-update = Rinnova il collegamento con { $bank }
consent-scopes = Che cosa condividerai
consent-choose = Scegli tu i conti. Prima non viene condiviso nulla.
consent-password = { $app } non vede mai la password della tua banca.
consent-password-unnamed = Questa app non vede mai la password della tua banca.
consent-undo = Per smettere di condividere in seguito, rimuovi la tua banca in { $app }.
consent-undo-unnamed = Per smettere di condividere in seguito, rimuovi la tua banca nell’app.
consent-details = Vedi nel dettaglio che cosa condividi
consent-details-title = Che cosa condividi
consent-details-close = Ho capito
consent-continue = Continua

scope-account_balance_info-title = Conto e saldo
scope-account_balance_info-body = Nome e tipo del conto, ultime cifre e quanto contiene
scope-contact_info-title = Dati di contatto
scope-contact_info-body = Nome, indirizzo, email e numero di telefono, come li conosce la tua banca
scope-account_routing_number-title = Numeri di conto
scope-account_routing_number-body = Numero di conto e codice bancario, per pagamenti verso il conto e dal conto
scope-transactions-title = Movimenti
scope-transactions-body = Entrate e uscite: importi, date, descrizioni e luoghi
scope-credit_loan_info-title = Carte di credito e prestiti
scope-credit_loan_info-body = Saldi, scadenze, tassi d’interesse e condizioni
scope-investments-title = Investimenti
scope-investments-body = Che cosa possiedi, quanto vale e che cosa hai comprato e venduto
scope-risk_info-title = Rischio di pagamento
scope-risk_info-body = Come viene usato il conto, per valutare se un pagamento può fallire
scope-bank_statements-title = Estratti conto
scope-bank_statements-body = I tuoi estratti conto come documenti, con tutto ciò che riportano
scope-income_verification_bank_statements-title = Reddito dagli estratti conto
scope-income_verification_bank_statements-body = Quanto guadagni, ricavato dai tuoi estratti conto

## Choosing a bank

institutions-title = Scegli la tua banca
institutions-search = Cerca la tua banca
institutions-clear = Cancella la ricerca
institutions-often = Scelte spesso
institutions-matched = Corrisponde al tuo codice bancario
institutions-found = { $count ->
    [one] { $count } banca trovata
   *[other] { $count } banche trovate
}
institutions-none-title = Nessuna banca trovata per «{ $query }»
institutions-none-body = Controlla come è scritto, o prova con il nome che vedi sulla carta o sul sito della tua banca.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } ha problemi in questo momento
unwell-degraded-body = Puoi continuare, ma il collegamento potrebbe richiedere più tempo o non riuscire.
unwell-degraded-continue = Continua comunque
unwell-down-title = { $bank } non è disponibile in questo momento
unwell-down-body = Per ora non si può collegare. Riprova più tardi o scegli un’altra banca.
unwell-unsupported-title = { $bank } non si può usare qui
unwell-unsupported-body = Questa banca non offre ciò che serve. Scegli un’altra banca.

## Signing in at the bank

credentials-title = Accedi a { $bank }
credentials-title-update = Accedi di nuovo a { $bank }
credentials-intro = Usa le stesse credenziali con cui accedi alla tua banca.
credentials-intro-update = La tua banca ti chiede di confermare chi sei. Non cambia altro.
credentials-username = Nome utente
credentials-password = Password
credentials-show = Mostra la password
credentials-hide = Nascondi la password
credentials-forgot = Password dimenticata?
credentials-empty = Compila questo campo.
credentials-submit = Accedi

captcha-title = Un breve controllo
captcha-body = { $bank } vuole essere sicura che ad accedere sia una persona.
captcha-label = Sono una persona
captcha-empty = Seleziona la casella per continuare.

mfa-send-title = Dove inviare il codice?
mfa-send-body = { $bank } ti invia un codice per essere sicura che sia tu.
mfa-send-empty = Scegli dove inviare il codice.
mfa-send-submit = Invia il codice
mfa-code-title = Inserisci il codice
mfa-code-body = { $bank } lo ha inviato a { $place }.
mfa-code-label = Codice
mfa-code-empty = Inserisci il codice.
mfa-questions-title = { $count ->
    [one] Rispondi a una domanda
   *[other] Rispondi a { $count } domande
}
mfa-questions-body = { $bank } lo chiede per essere sicura che sia tu.
mfa-answer-empty = Rispondi a questa domanda.
mfa-selections-title = { $count ->
    [one] Scegli una risposta
   *[other] Scegli { $count } risposte
}
mfa-selection-empty = Scegli una risposta.

## The bank’s own pages

oauth-title = Accedi a { $bank }
oauth-body-popup = Si apre una finestra della tua banca. Accedi e scegli che cosa condividere. Poi torni qui.
oauth-body-redirect = Vai sul sito della tua banca. Accedi e scegli che cosa condividere. Poi torni qui.
oauth-choose-all = La tua banca chiede quali conti e dati condividere. Consenti tutto ciò che è nell’elenco qui sotto, altrimenti il collegamento potrebbe non funzionare.
oauth-continue = Vai alla tua banca
oauth-waiting-title = In attesa di { $bank }
oauth-waiting-body = Completa nella finestra della tua banca. Questa pagina prosegue da sola.
oauth-reopen = Riapri la finestra
oauth-blocked-title = La finestra non si è aperta
oauth-blocked-body = Forse il browser l’ha bloccata. Usa questo pulsante per aprirla.
oauth-blocked-open = Apri la finestra
oauth-leaving-title = Ti portiamo alla tua banca
oauth-leaving-continue = Vai alla tua banca
oauth-alone-body = Questa pagina funziona solo nella finestra che l’app ha aperto per te. Se qualcuno ti ha inviato questo link, chiudi la pagina.
oauth-elsewhere-title = Continua dove hai iniziato
oauth-elsewhere-body = Questa pagina funziona solo nel browser in cui hai iniziato. Torna lì e collega la tua banca. Se qualcuno ti ha inviato questo link, chiudi la pagina.
oauth-returned-title = Puoi chiudere questa finestra
oauth-returned-body = Continua nella finestra da cui hai iniziato.
oauth-stale-title = Questa pagina non è più attuale
oauth-stale-body = Torna all’app e collega di nuovo la tua banca.

## Choosing accounts

accounts-title-one = Scegli un conto da condividere
accounts-title-several = Scegli i conti da condividere
accounts-body = { $app } vede solo ciò che scegli.
accounts-body-unnamed = L’app vede solo ciò che scegli.
accounts-all = Scegli tutti
accounts-none = Non scegliere nessuno
accounts-barred-heading = Non condivisibili qui
accounts-barred-product = Questo tipo di conto non è adatto a ciò che serve all’app.
accounts-barred-filter = L’app non chiede questo tipo di conto.
accounts-empty = Scegli almeno un conto.
accounts-empty-one = Scegli un conto.
accounts-continue = { $count ->
    [one] Condividi { $count } conto
   *[other] Condividi { $count } conti
}
accounts-continue-one = Condividi { $account }

account-type-depository = Conto bancario
account-type-credit = Credito
account-type-loan = Prestito
account-type-investment = Conto di investimento
account-type-brokerage = Conto titoli
account-type-payroll = Stipendio
account-type-other = Conto
account-checking = Conto corrente
account-savings = Conto di risparmio
account-cd = Deposito vincolato
account-money-market = Mercato monetario
account-prepaid = Carta prepagata
account-cash-management = Conto di liquidità
account-limited-purpose-checking = Conto corrente a uso limitato
account-credit-card = Carta di credito
account-auto = Prestito auto
account-business = Prestito aziendale
account-commercial = Prestito commerciale
account-construction = Prestito per costruzione
account-consumer = Prestito al consumo
account-home-equity = Prestito sul valore della casa
account-loan = Prestito
account-mortgage = Mutuo
account-overdraft = Scoperto
account-line-of-credit = Linea di credito
account-student = Prestito studentesco
account-brokerage = Conto titoli
account-crypto-exchange = Piattaforma di criptovalute
account-education-savings-account = Risparmio per gli studi
account-fixed-annuity = Rendita fissa
account-health-reimbursement-arrangement = Rimborso spese sanitarie
account-life-insurance = Assicurazione sulla vita
account-mutual-fund = Fondo comune
account-non-custodial-wallet = Portafoglio autogestito
account-non-taxable-brokerage-account = Conto titoli esente
account-other-annuity = Rendita
account-other-insurance = Assicurazione
account-pension = Pensione
account-roth-pension = Pensione Roth
account-profit-sharing-plan = Piano di partecipazione agli utili
account-roth-profit-sharing-plan = Piano di partecipazione agli utili Roth
account-retirement = Conto pensionistico
account-stock-plan = Piano azionario
account-trust = Conto fiduciario
account-variable-annuity = Rendita variabile
account-payroll = Stipendio

## The end

connected-title = { $bank } è collegata
connected-title-update = Il collegamento con { $bank } è rinnovato
connected-body = { $app } ora può usare ciò che hai condiviso.
connected-body-unnamed = L’app ora può usare ciò che hai condiviso.
connected-accounts = { $count ->
    [one] { $count } conto condiviso
   *[other] { $count } conti condivisi
}
connected-earlier = Collegate in precedenza
connected-another = Aggiungi un’altra banca
connected-finish = Fine

leaving-title = Uscire senza finire?
leaving-body = Ciò che hai inserito non viene conservato. La prossima volta ricomincerai.
leaving-stay = Resta qui
leaving-leave = Esci

waiting-title = Un momento
waiting-bank = Comunicazione con { $bank }
waiting-long = Ci vuole più tempo del solito. Tieni aperta questa pagina.

expired-title = Il tempo è scaduto
expired-body = Torna a { $app } e ricomincia.
expired-body-unnamed = Torna all’app e ricomincia.

over-title = Puoi chiudere questa finestra

offline-title = Nessuna connessione
offline-body = Controlla la connessione a internet, poi riprova.

## Pages of their own

hosted-success-title = La tua banca è collegata
hosted-success-body = Puoi chiudere questa pagina.
hosted-exit-title = Nessuna banca è stata collegata
hosted-exit-body = Puoi chiudere questa pagina.
hosted-gone-title = Questo link non funziona più
hosted-gone-body = È scaduto o è già stato usato. Chiedine uno nuovo a chi te lo ha inviato.
hosted-failed-title = Questa pagina non può continuare
hosted-failed-body = Qualcosa è andato storto. Ricarica la pagina per ricominciare.
hosted-unknown-title = A questo indirizzo non c’è nulla
hosted-unknown-body = Controlla di avere il link completo, o chiedine uno nuovo a chi te lo ha inviato.

tiles-title = Collega la tua banca

## Errors

step-other = { $way ->
    [another_bank] Scegli un’altra banca.
   *[other] Torna all’app.
}
step-later = { $way ->
    [another_bank] Riprova più tardi o scegli un’altra banca.
   *[other] Riprova più tardi.
}
error-general-title = Non ha funzionato
error-general-body = Qualcosa è andato storto da parte nostra. { step-later }
error-ACCESS_NOT_GRANTED-title = Manca qualcosa
error-ACCESS_NOT_GRANTED-body = Non è stato condiviso tutto ciò che serve. Riprova e consenti tutto ciò che la banca elenca.
error-COUNTRY_NOT_SUPPORTED-title = Questa banca non si può collegare
error-COUNTRY_NOT_SUPPORTED-body = Le banche del suo paese non sono supportate. { step-other }
error-INSTITUTION_DOWN-title = La tua banca non è raggiungibile
error-INSTITUTION_DOWN-body = In questo momento è offline. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = La tua banca non è disponibile
error-INSTITUTION_NOT_AVAILABLE-body = Per ora non si può collegare. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = La tua banca non risponde
error-INSTITUTION_NOT_RESPONDING-body = Forse è sovraccarica. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Questa banca non è più supportata
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Non si può più collegare. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Questa banca non è ancora pronta qui
error-INSTITUTION_REGISTRATION_REQUIRED-body = L’app non è ancora registrata presso questa banca. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Questa banca non è disponibile qui
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Questa banca non è disponibile qui
error-UNAUTHORIZED_INSTITUTION-body = L’app non può collegarsi a questa banca. { step-other }
error-INSTITUTION_RATE_LIMIT-title = La tua banca è sovraccarica
error-INSTITUTION_RATE_LIMIT-body = Riceve troppe richieste in questo momento. Aspetta qualche minuto, poi riprova.
error-RATE_LIMIT-title = Troppi tentativi
error-RATE_LIMIT-body = Aspetta qualche minuto, poi riprova.
error-INVALID_FIELD-title = Questi dati non vanno bene
error-INVALID_FIELD-body = Controlla ciò che hai inserito e riprova.
error-INSUFFICIENT_CREDENTIALS-title = L’accesso non è stato completato
error-INSUFFICIENT_CREDENTIALS-body = L’accesso alla tua banca non era ancora completo. Riprova.
error-INVALID_CREDENTIALS-title = L’accesso non è riuscito
error-INVALID_CREDENTIALS-body = Il nome utente o la password non sono corretti. Controllali entrambi e riprova.
error-INVALID_MFA-title = La risposta non va bene
error-INVALID_MFA-body = La tua banca non ha accettato questa risposta. Controllala e riprova.
error-INVALID_SEND_METHOD-title = Non è stato possibile inviare il codice
error-INVALID_SEND_METHOD-body = La tua banca non può inviare un codice a quel recapito. Torna all’app e ricomincia.
error-INVALID_UPDATED_USERNAME-title = Questo è un altro accesso
error-INVALID_UPDATED_USERNAME-body = Accedi con il nome utente con cui è stato creato questo collegamento.
error-INVALID_LINK_TOKEN-title = Il tempo è scaduto
error-INVALID_LINK_TOKEN-body = Torna all’app e ricomincia.
error-ITEM_LOCKED-title = Il tuo accesso è bloccato
error-ITEM_LOCKED-body = La tua banca lo ha bloccato. Sbloccalo sul sito della banca, poi riprova.
error-ITEM_LOGIN_REQUIRED-title = La tua banca ti chiede di accedere di nuovo
error-ITEM_LOGIN_REQUIRED-body = L’accesso precedente non è più valido. Accedi di nuovo.
error-ITEM_NOT_FOUND-title = Questo collegamento non esiste più
error-ITEM_NOT_FOUND-body = Torna all’app e collega di nuovo la tua banca.
error-ITEM_CONCURRENTLY_DELETED-title = Questo collegamento non esiste più
error-ITEM_CONCURRENTLY_DELETED-body = Torna all’app e collega di nuovo la tua banca.
error-ITEM_NOT_SUPPORTED-title = Questo accesso non si può collegare
error-ITEM_NOT_SUPPORTED-body = La tua banca non condivide questo tipo di conto. { step-other }
error-MFA_NOT_SUPPORTED-title = Questo controllo di sicurezza non è supportato
error-MFA_NOT_SUPPORTED-body = La tua banca chiede qualcosa che qui non si può fare. { step-other }
error-NO_ACCOUNTS-title = Nessun conto trovato
error-NO_ACCOUNTS-body = Con questo accesso non ci sono conti da condividere. Prova un altro accesso o un’altra banca.
error-NO_AUTH_ACCOUNTS-title = Nessun conto è adatto
error-NO_AUTH_ACCOUNTS-body = Serve un conto corrente, di risparmio o di liquidità. Prova un altro accesso o un’altra banca.
error-PASSWORD_RESET_REQUIRED-title = La tua banca chiede una nuova password
error-PASSWORD_RESET_REQUIRED-body = Imposta una nuova password sul sito della banca, poi riprova.
error-PAYMENT_INVALID_RECIPIENT-title = Il pagamento non si può fare
error-PAYMENT_INVALID_RECIPIENT-body = La tua banca non accetta il destinatario. { step-other }
error-PLANNED_MAINTENANCE-title = Torniamo tra poco
error-PLANNED_MAINTENANCE-body = È in corso una manutenzione. Riprova tra qualche minuto.
error-PRODUCTS_NOT_SUPPORTED-title = Questa banca non è adatta
error-PRODUCTS_NOT_SUPPORTED-body = Non offre ciò che serve. { step-other }
error-RECAPTCHA_BAD-title = Il controllo non è riuscito
error-RECAPTCHA_BAD-body = La tua banca non era sicura che ad accedere fosse una persona. { step-later }
error-RECAPTCHA_REQUIRED-title = Ancora un controllo
error-RECAPTCHA_REQUIRED-body = La tua banca vuole essere sicura che ad accedere sia una persona.
error-UNSUPPORTED_RESPONSE-title = La risposta della banca non è leggibile
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Ci è voluto troppo tempo
error-USER_INPUT_TIMEOUT-body = La tua banca ha smesso di aspettare. Riprova.
error-USER_SETUP_REQUIRED-title = Il tuo accesso non è ancora attivo
error-USER_SETUP_REQUIRED-body = Completa l’attivazione sul sito della banca, poi riprova.
error-INCORRECT_OAUTH_NONCE-title = Il ritorno dalla banca si è perso
error-INCORRECT_OAUTH_NONCE-body = Riprova. Se usi più finestre, continua nella prima.
error-INCORRECT_LINK_TOKEN-title = Il ritorno dalla banca si è perso
error-INCORRECT_LINK_TOKEN-body = Torna all’app e ricomincia.
error-OAUTH_STATE_ID_NOT_FOUND-title = Il ritorno dalla banca si è perso
error-OAUTH_STATE_ID_NOT_FOUND-body = Torna all’app e ricomincia.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Questa pagina è già stata usata
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Torna all’app e ricomincia.

### German.
###
### Anrede: Sie. Begriffe: verbinden, Verbindung, freigeben, anmelden, Konto.

## What several panes say

button-continue = Weiter
button-submit = Absenden
button-retry = Erneut versuchen
button-another-bank = Andere Bank wählen
button-bank-site = Website der Bank öffnen
button-close = Schließen
button-return = Zurück zur App
shared-with = Freigegeben für { $app }
shared-with-unnamed = Freigegeben für diese App
shared-more = Was freigegeben wird

a11y-link = Bank verbinden
a11y-close = Schließen
a11y-back = Zurück
a11y-progress = Fortschritt
a11y-progress-value = { $percent } Prozent erledigt
a11y-new-window = öffnet ein neues Fenster
a11y-account-ending = endet auf { $mask }
a11y-test-mode = Testmodus: Es wird keine echte Bank angesprochen

test-mode = Testmodus
test-explained = Es wird keine echte Bank angesprochen.
test-credentials = Zum Ausprobieren melden Sie sich als { $username } mit dem Passwort { $password } an.
test-code = Zum Ausprobieren geben Sie den Code { $code } ein.

## Consent

consent-title = { $app } möchte sich mit Ihrer Bank verbinden
consent-title-unnamed = Diese App möchte sich mit Ihrer Bank verbinden
consent-title-bank = { $app } möchte sich mit { $bank } verbinden
consent-title-bank-unnamed = Diese App möchte sich mit { $bank } verbinden
consent-title-update = Verbindung zu { $bank } erneuern
consent-scopes = Was Sie freigeben
consent-choose = Sie wählen die Konten aus. Vorher wird nichts freigegeben.
consent-password = { $app } sieht Ihr Bankpasswort nie.
consent-password-unnamed = Diese App sieht Ihr Bankpasswort nie.
consent-undo = Um die Freigabe später zu beenden, entfernen Sie Ihre Bank in { $app }.
consent-undo-unnamed = Um die Freigabe später zu beenden, entfernen Sie Ihre Bank in der App.
consent-details = Genau ansehen, was freigegeben wird
consent-details-title = Was freigegeben wird
consent-details-close = Verstanden
consent-continue = Weiter

scope-account_balance_info-title = Konto und Kontostand
scope-account_balance_info-body = Name und Art des Kontos, letzte Ziffern und Guthaben
scope-contact_info-title = Kontaktdaten
scope-contact_info-body = Ihr Name, Ihre Anschrift, E-Mail-Adresse und Telefonnummer, wie Ihre Bank sie kennt
scope-account_routing_number-title = Kontonummern
scope-account_routing_number-body = Kontonummer und Bankleitzahl, für Zahlungen auf das Konto und von dem Konto
scope-transactions-title = Umsätze
scope-transactions-body = Ein- und Ausgänge: Beträge, Daten, Beschreibungen und Orte
scope-credit_loan_info-title = Kreditkarten und Kredite
scope-credit_loan_info-body = Salden, Fälligkeiten, Zinssätze und Bedingungen
scope-investments-title = Geldanlagen
scope-investments-body = Was Sie besitzen, was es wert ist und was Sie gekauft und verkauft haben
scope-risk_info-title = Zahlungsrisiko
scope-risk_info-body = Wie das Konto genutzt wird, um einzuschätzen, ob eine Zahlung scheitern kann
scope-bank_statements-title = Kontoauszüge
scope-bank_statements-body = Ihre Kontoauszüge als Dokumente, mit allem, was darin steht
scope-income_verification_bank_statements-title = Einkommen aus Kontoauszügen
scope-income_verification_bank_statements-body = Ihr Einkommen, ermittelt aus Ihren Kontoauszügen

## Choosing a bank

institutions-title = Wählen Sie Ihre Bank
institutions-search = Bank suchen
institutions-clear = Suche leeren
institutions-often = Oft gewählt
institutions-matched = Passt zu Ihrer Bankleitzahl
institutions-found = { $count ->
    [one] 1 Bank gefunden
   *[other] { $count } Banken gefunden
}
institutions-none-title = Keine Bank gefunden für „{ $query }“
institutions-none-body = Prüfen Sie die Schreibweise oder versuchen Sie es mit dem Namen auf Ihrer Karte oder der Website Ihrer Bank.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } hat gerade Störungen
unwell-degraded-body = Sie können fortfahren, aber das Verbinden kann länger dauern oder scheitern.
unwell-degraded-continue = Trotzdem weiter
unwell-down-title = { $bank } ist gerade nicht erreichbar
unwell-down-body = Im Moment ist keine Verbindung möglich. Versuchen Sie es später erneut oder wählen Sie eine andere Bank.
unwell-unsupported-title = { $bank } ist hier nicht verfügbar
unwell-unsupported-body = Diese Bank bietet nicht, was benötigt wird. Wählen Sie eine andere Bank.

## Signing in at the bank

credentials-title = Bei { $bank } anmelden
credentials-title-update = Erneut bei { $bank } anmelden
credentials-intro = Nutzen Sie dieselben Zugangsdaten wie bei Ihrer Bank.
credentials-intro-update = Ihre Bank bittet Sie, sich auszuweisen. Sonst ändert sich nichts.
credentials-username = Benutzername
credentials-password = Passwort
credentials-show = Passwort anzeigen
credentials-hide = Passwort verbergen
credentials-forgot = Passwort vergessen?
credentials-empty = Füllen Sie dieses Feld aus.
credentials-submit = Anmelden

captcha-title = Eine kurze Prüfung
captcha-body = { $bank } möchte sicher sein, dass sich ein Mensch anmeldet.
captcha-label = Ich bin ein Mensch
captcha-empty = Setzen Sie das Häkchen, um fortzufahren.

mfa-send-title = Wohin soll der Code gehen?
mfa-send-body = { $bank } schickt Ihnen einen Code, um sicherzugehen, dass Sie es sind.
mfa-send-empty = Wählen Sie, wohin der Code gehen soll.
mfa-send-submit = Code senden
mfa-code-title = Code eingeben
mfa-code-body = { $bank } hat ihn an { $place } geschickt.
mfa-code-label = Code
mfa-code-empty = Geben Sie den Code ein.
mfa-questions-title = { $count ->
    [one] Beantworten Sie eine Frage
   *[other] Beantworten Sie { $count } Fragen
}
mfa-questions-body = { $bank } fragt dies, um sicherzugehen, dass Sie es sind.
mfa-answer-empty = Beantworten Sie diese Frage.
mfa-selections-title = { $count ->
    [one] Wählen Sie eine Antwort
   *[other] Wählen Sie { $count } Antworten
}
mfa-selection-empty = Wählen Sie eine Antwort.

## The bank’s own pages

oauth-title = Bei { $bank } anmelden
oauth-body-popup = Ein Fenster Ihrer Bank öffnet sich. Melden Sie sich dort an und wählen Sie, was Sie freigeben. Danach geht es hier weiter.
oauth-body-redirect = Sie gehen zur Website Ihrer Bank. Melden Sie sich dort an und wählen Sie, was Sie freigeben. Danach kommen Sie hierher zurück.
oauth-choose-all = Ihre Bank fragt, welche Konten und Daten Sie freigeben. Erlauben Sie alles aus der Liste unten, sonst klappt die Verbindung vielleicht nicht.
oauth-continue = Weiter zu Ihrer Bank
oauth-waiting-title = Warten auf { $bank }
oauth-waiting-body = Fahren Sie im Fenster Ihrer Bank fort. Diese Seite geht dann von selbst weiter.
oauth-reopen = Fenster erneut öffnen
oauth-blocked-title = Das Fenster ging nicht auf
oauth-blocked-body = Vielleicht hat Ihr Browser es blockiert. Öffnen Sie es mit dieser Schaltfläche.
oauth-blocked-open = Fenster der Bank öffnen
oauth-leaving-title = Weiterleitung zu Ihrer Bank
oauth-leaving-continue = Weiter zu Ihrer Bank
oauth-alone-body = Diese Seite funktioniert nur in dem Fenster, das die App für Sie geöffnet hat. Wenn Ihnen jemand diesen Link geschickt hat, schließen Sie die Seite.
oauth-elsewhere-title = Machen Sie dort weiter, wo Sie begonnen haben
oauth-elsewhere-body = Diese Seite funktioniert nur in dem Browser, in dem Sie begonnen haben. Gehen Sie dorthin zurück und verbinden Sie dort Ihre Bank. Wenn Ihnen jemand diesen Link geschickt hat, schließen Sie die Seite.
oauth-returned-title = Sie können dieses Fenster schließen
oauth-returned-body = Fahren Sie in dem Fenster fort, aus dem Sie gekommen sind.
oauth-stale-title = Diese Seite ist nicht mehr aktuell
oauth-stale-body = Gehen Sie zurück zur App und verbinden Sie Ihre Bank erneut.

## Choosing accounts

accounts-title-one = Wählen Sie ein Konto zum Freigeben
accounts-title-several = Wählen Sie die Konten zum Freigeben
accounts-body = { $app } sieht nur, was Sie auswählen.
accounts-body-unnamed = Die App sieht nur, was Sie auswählen.
accounts-all = Alle auswählen
accounts-none = Keines auswählen
accounts-barred-heading = Hier nicht freizugeben
accounts-barred-product = Diese Art von Konto eignet sich nicht für das, was die App benötigt.
accounts-barred-filter = Nach dieser Art von Konto fragt die App nicht.
accounts-empty = Wählen Sie mindestens ein Konto.
accounts-empty-one = Wählen Sie ein Konto.
accounts-continue = { $count ->
    [one] 1 Konto freigeben
   *[other] { $count } Konten freigeben
}
accounts-continue-one = { $account } freigeben

account-type-depository = Bankkonto
account-type-credit = Kredit
account-type-loan = Darlehen
account-type-investment = Anlagekonto
account-type-brokerage = Wertpapierdepot
account-type-payroll = Gehalt
account-type-other = Konto
account-checking = Girokonto
account-savings = Sparkonto
account-cd = Festgeld
account-money-market = Geldmarktkonto
account-prepaid = Prepaidkarte
account-cash-management = Verrechnungskonto
account-limited-purpose-checking = Girokonto mit Zweckbindung
account-credit-card = Kreditkarte
account-auto = Autokredit
account-business = Firmenkredit
account-commercial = Gewerbekredit
account-construction = Baukredit
account-consumer = Verbraucherkredit
account-home-equity = Immobiliengesicherter Kredit
account-loan = Darlehen
account-mortgage = Hypothek
account-overdraft = Dispokredit
account-line-of-credit = Kreditrahmen
account-student = Studienkredit
account-brokerage = Wertpapierdepot
account-crypto-exchange = Kryptobörse
account-education-savings-account = Bildungssparkonto
account-fixed-annuity = Feste Rente
account-health-reimbursement-arrangement = Gesundheitskostenkonto
account-life-insurance = Lebensversicherung
account-mutual-fund = Investmentfonds
account-non-custodial-wallet = Selbst verwahrte Wallet
account-non-taxable-brokerage-account = Steuerfreies Wertpapierdepot
account-other-annuity = Rente
account-other-insurance = Versicherung
account-pension = Pension
account-roth-pension = Roth-Pension
account-profit-sharing-plan = Gewinnbeteiligungsplan
account-roth-profit-sharing-plan = Roth-Gewinnbeteiligungsplan
account-retirement = Altersvorsorgekonto
account-stock-plan = Aktienplan
account-trust = Treuhandkonto
account-variable-annuity = Variable Rente
account-payroll = Gehalt

## The end

connected-title = { $bank } ist verbunden
connected-title-update = Ihre Verbindung zu { $bank } ist erneuert
connected-body = { $app } kann jetzt nutzen, was Sie freigegeben haben.
connected-body-unnamed = Die App kann jetzt nutzen, was Sie freigegeben haben.
connected-accounts = { $count ->
    [one] 1 Konto freigegeben
   *[other] { $count } Konten freigegeben
}
connected-earlier = Zuvor verbunden
connected-another = Weitere Bank hinzufügen
connected-finish = Fertig

leaving-title = Ohne Abschluss verlassen?
leaving-body = Ihre Eingaben werden nicht gespeichert. Beim nächsten Mal beginnen Sie neu.
leaving-stay = Weitermachen
leaving-leave = Verlassen

waiting-title = Einen Moment
waiting-bank = Verbindung mit { $bank }
waiting-long = Das dauert länger als sonst. Lassen Sie diese Seite offen.

expired-title = Ihre Zeit hier ist abgelaufen
expired-body = Gehen Sie zurück zu { $app } und beginnen Sie von vorn.
expired-body-unnamed = Gehen Sie zurück zur App und beginnen Sie von vorn.

over-title = Sie können dieses Fenster schließen

offline-title = Keine Verbindung
offline-body = Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.

## Pages of their own

hosted-success-title = Ihre Bank ist verbunden
hosted-success-body = Sie können diese Seite schließen.
hosted-exit-title = Es wurde keine Bank verbunden
hosted-exit-body = Sie können diese Seite schließen.
hosted-gone-title = Dieser Link funktioniert nicht mehr
hosted-gone-body = Er ist abgelaufen oder wurde schon benutzt. Bitten Sie den Absender um einen neuen.
hosted-failed-title = Diese Seite kann nicht weitermachen
hosted-failed-body = Etwas ist schiefgegangen. Laden Sie die Seite neu, um von vorn zu beginnen.
hosted-unknown-title = Unter dieser Adresse gibt es nichts
hosted-unknown-body = Prüfen Sie, ob der Link vollständig ist, oder bitten Sie den Absender um einen neuen.

tiles-title = Verbinden Sie Ihre Bank

## Errors

step-other = { $way ->
    [another_bank] Wählen Sie eine andere Bank.
   *[other] Gehen Sie zurück zur App.
}
step-later = { $way ->
    [another_bank] Versuchen Sie es später erneut oder wählen Sie eine andere Bank.
   *[other] Versuchen Sie es später erneut.
}
error-general-title = Das hat nicht geklappt
error-general-body = Bei uns ist etwas schiefgegangen. { step-later }
error-ACCESS_NOT_GRANTED-title = Etwas fehlt noch
error-ACCESS_NOT_GRANTED-body = Es wurde nicht alles freigegeben, was benötigt wird. Versuchen Sie es erneut und erlauben Sie alles, was Ihre Bank aufführt.
error-COUNTRY_NOT_SUPPORTED-title = Diese Bank lässt sich nicht verbinden
error-COUNTRY_NOT_SUPPORTED-body = Banken aus ihrem Land werden nicht unterstützt. { step-other }
error-INSTITUTION_DOWN-title = Ihre Bank ist nicht erreichbar
error-INSTITUTION_DOWN-body = Sie ist gerade offline. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Ihre Bank ist nicht verfügbar
error-INSTITUTION_NOT_AVAILABLE-body = Im Moment ist keine Verbindung möglich. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Ihre Bank antwortet nicht
error-INSTITUTION_NOT_RESPONDING-body = Vielleicht ist sie gerade überlastet. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Diese Bank wird nicht mehr unterstützt
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Sie lässt sich nicht mehr verbinden. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Diese Bank ist hier noch nicht bereit
error-INSTITUTION_REGISTRATION_REQUIRED-body = Die App ist bei dieser Bank noch nicht registriert. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Diese Bank ist hier nicht verfügbar
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Diese Bank ist hier nicht verfügbar
error-UNAUTHORIZED_INSTITUTION-body = Die App darf sich nicht mit dieser Bank verbinden. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Ihre Bank ist überlastet
error-INSTITUTION_RATE_LIMIT-body = Sie erhält gerade zu viele Anfragen. Warten Sie ein paar Minuten und versuchen Sie es dann erneut.
error-RATE_LIMIT-title = Zu viele Versuche
error-RATE_LIMIT-body = Warten Sie ein paar Minuten und versuchen Sie es dann erneut.
error-INVALID_FIELD-title = Diese Angaben funktionieren nicht
error-INVALID_FIELD-body = Prüfen Sie Ihre Eingaben und versuchen Sie es erneut.
error-INSUFFICIENT_CREDENTIALS-title = Die Anmeldung wurde nicht beendet
error-INSUFFICIENT_CREDENTIALS-body = Sie kamen zurück, bevor die Anmeldung bei Ihrer Bank fertig war. Versuchen Sie es erneut.
error-INVALID_CREDENTIALS-title = Die Anmeldung hat nicht geklappt
error-INVALID_CREDENTIALS-body = Benutzername oder Passwort stimmte nicht. Prüfen Sie beides und versuchen Sie es erneut.
error-INVALID_MFA-title = Die Antwort hat nicht gepasst
error-INVALID_MFA-body = Ihre Bank hat diese Antwort nicht akzeptiert. Prüfen Sie sie und versuchen Sie es erneut.
error-INVALID_SEND_METHOD-title = Der Code konnte nicht gesendet werden
error-INVALID_SEND_METHOD-body = Ihre Bank kann dorthin keinen Code senden. Gehen Sie zurück zur App und beginnen Sie von vorn.
error-INVALID_UPDATED_USERNAME-title = Das ist ein anderer Zugang
error-INVALID_UPDATED_USERNAME-body = Melden Sie sich mit dem Benutzernamen an, mit dem diese Verbindung eingerichtet wurde.
error-INVALID_LINK_TOKEN-title = Ihre Zeit hier ist abgelaufen
error-INVALID_LINK_TOKEN-body = Gehen Sie zurück zur App und beginnen Sie von vorn.
error-ITEM_LOCKED-title = Ihr Zugang ist gesperrt
error-ITEM_LOCKED-body = Ihre Bank hat ihn gesperrt. Entsperren Sie ihn auf der Website Ihrer Bank und versuchen Sie es dann erneut.
error-ITEM_LOGIN_REQUIRED-title = Bitte melden Sie sich erneut an
error-ITEM_LOGIN_REQUIRED-body = Ihre Bank akzeptiert die frühere Anmeldung nicht mehr. Melden Sie sich erneut an.
error-ITEM_NOT_FOUND-title = Diese Verbindung gibt es nicht mehr
error-ITEM_NOT_FOUND-body = Gehen Sie zurück zur App und verbinden Sie Ihre Bank erneut.
error-ITEM_CONCURRENTLY_DELETED-title = Diese Verbindung gibt es nicht mehr
error-ITEM_CONCURRENTLY_DELETED-body = Gehen Sie zurück zur App und verbinden Sie Ihre Bank erneut.
error-ITEM_NOT_SUPPORTED-title = Dieser Zugang lässt sich nicht verbinden
error-ITEM_NOT_SUPPORTED-body = Ihre Bank gibt diese Art von Konto nicht frei. { step-other }
error-MFA_NOT_SUPPORTED-title = Dieser Sicherheitsschritt geht hier nicht
error-MFA_NOT_SUPPORTED-body = Ihre Bank verlangt etwas, das hier nicht möglich ist. { step-other }
error-NO_ACCOUNTS-title = Keine Konten gefunden
error-NO_ACCOUNTS-body = Unter diesem Zugang gibt es keine Konten zum Freigeben. Versuchen Sie es mit einem anderen Zugang oder einer anderen Bank.
error-NO_AUTH_ACCOUNTS-title = Kein Konto passt
error-NO_AUTH_ACCOUNTS-body = Benötigt wird ein Giro-, Spar- oder Verrechnungskonto. Versuchen Sie es mit einem anderen Zugang oder einer anderen Bank.
error-PASSWORD_RESET_REQUIRED-title = Ihre Bank verlangt ein neues Passwort
error-PASSWORD_RESET_REQUIRED-body = Legen Sie auf der Website Ihrer Bank ein neues Passwort fest und versuchen Sie es dann erneut.
error-PAYMENT_INVALID_RECIPIENT-title = Die Zahlung ist nicht möglich
error-PAYMENT_INVALID_RECIPIENT-body = Ihre Bank akzeptiert den Empfänger nicht. { step-other }
error-PLANNED_MAINTENANCE-title = Gleich wieder da
error-PLANNED_MAINTENANCE-body = Wir führen Wartungsarbeiten durch. Versuchen Sie es in ein paar Minuten erneut.
error-PRODUCTS_NOT_SUPPORTED-title = Diese Bank passt nicht
error-PRODUCTS_NOT_SUPPORTED-body = Sie bietet nicht, was benötigt wird. { step-other }
error-RECAPTCHA_BAD-title = Die Prüfung hat nicht geklappt
error-RECAPTCHA_BAD-body = Ihre Bank war nicht sicher, dass sich ein Mensch anmeldet. { step-later }
error-RECAPTCHA_REQUIRED-title = Noch eine Prüfung
error-RECAPTCHA_REQUIRED-body = Ihre Bank möchte sicher sein, dass sich ein Mensch anmeldet.
error-UNSUPPORTED_RESPONSE-title = Die Antwort Ihrer Bank war nicht lesbar
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Das hat zu lange gedauert
error-USER_INPUT_TIMEOUT-body = Ihre Bank wartet nicht mehr. Versuchen Sie es erneut.
error-USER_SETUP_REQUIRED-title = Ihr Zugang ist noch nicht eingerichtet
error-USER_SETUP_REQUIRED-body = Schließen Sie die Einrichtung auf der Website Ihrer Bank ab und versuchen Sie es dann erneut.
error-INCORRECT_OAUTH_NONCE-title = Der Rückweg von Ihrer Bank ging verloren
error-INCORRECT_OAUTH_NONCE-body = Versuchen Sie es erneut. Sind mehrere Fenster offen, fahren Sie im ersten fort.
error-INCORRECT_LINK_TOKEN-title = Der Rückweg von Ihrer Bank ging verloren
error-INCORRECT_LINK_TOKEN-body = Gehen Sie zurück zur App und beginnen Sie von vorn.
error-OAUTH_STATE_ID_NOT_FOUND-title = Der Rückweg von Ihrer Bank ging verloren
error-OAUTH_STATE_ID_NOT_FOUND-body = Gehen Sie zurück zur App und beginnen Sie von vorn.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Diese Seite wurde schon benutzt
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Gehen Sie zurück zur App und beginnen Sie von vorn.

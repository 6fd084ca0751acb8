### Polish.
###
### Na „Ty”, jak w aplikacjach banków. Terminy: połączyć, połączenie, udostępnić, zalogować się, konto, aplikacja.

## What several panes say

button-continue = Dalej
button-submit = Wyślij
button-retry = Spróbuj ponownie
button-another-bank = Wybierz inny bank
button-bank-site = Otwórz stronę banku
button-close = Zamknij
button-return = Wróć do aplikacji
shared-with = Udostępniane aplikacji { $app }
shared-with-unnamed = Udostępniane tej aplikacji
shared-more = Co udostępniasz

a11y-link = Połącz swój bank
a11y-close = Zamknij
a11y-back = Wstecz
a11y-progress = Postęp
a11y-progress-value = Gotowe w { $percent } procentach
a11y-new-window = otwiera się w nowym oknie
a11y-account-ending = numer kończy się na { $mask }
a11y-test-mode = Tryb testowy: żaden prawdziwy bank nie bierze udziału

test-mode = Tryb testowy
test-explained = Żaden prawdziwy bank nie bierze udziału.
test-credentials = Na próbę zaloguj się jako { $username } z hasłem { $password }.
test-code = Na próbę wpisz kod { $code }.

## Consent

consent-title = { $app } prosi o połączenie z Twoim bankiem
consent-title-unnamed = Ta aplikacja prosi o połączenie z Twoim bankiem
consent-title-bank = { $app } prosi o połączenie z bankiem { $bank }
consent-title-bank-unnamed = Ta aplikacja prosi o połączenie z bankiem { $bank }
consent-title-update = Odnów połączenie z bankiem { $bank }
consent-scopes = Co udostępnisz
consent-choose = Konta wybierasz samodzielnie. Wcześniej nic nie jest udostępniane.
consent-password = { $app } nigdy nie widzi hasła do Twojego banku.
consent-password-unnamed = Ta aplikacja nigdy nie widzi hasła do Twojego banku.
consent-undo = Aby później przestać udostępniać, usuń swój bank w aplikacji { $app }.
consent-undo-unnamed = Aby później przestać udostępniać, usuń swój bank w aplikacji.
consent-details = Zobacz dokładnie, co udostępniasz
consent-details-title = Co udostępniasz
consent-details-close = Rozumiem
consent-continue = Dalej

scope-account_balance_info-title = Konto i saldo
scope-account_balance_info-body = Nazwa i rodzaj konta, ostatnie cyfry i stan środków
scope-contact_info-title = Dane kontaktowe
scope-contact_info-body = Twoje imię i nazwisko, adres, e-mail i numer telefonu, tak jak zna je Twój bank
scope-account_routing_number-title = Numery kont
scope-account_routing_number-body = Numer konta i numer rozliczeniowy banku, do płatności na konto i z konta
scope-transactions-title = Transakcje
scope-transactions-body = Wpływy i wydatki: kwoty, daty, opisy i miejsca
scope-credit_loan_info-title = Karty kredytowe i kredyty
scope-credit_loan_info-body = Salda, terminy spłaty, oprocentowanie i warunki
scope-investments-title = Inwestycje
scope-investments-body = Co posiadasz, ile to jest warte oraz co kupujesz i sprzedajesz
scope-risk_info-title = Ryzyko płatności
scope-risk_info-body = Sposób korzystania z konta, aby ocenić, czy płatność może się nie udać
scope-bank_statements-title = Wyciągi bankowe
scope-bank_statements-body = Twoje wyciągi jako dokumenty, z całą ich treścią
scope-income_verification_bank_statements-title = Dochód z wyciągów bankowych
scope-income_verification_bank_statements-body = Twoje zarobki, obliczone na podstawie wyciągów bankowych

## Choosing a bank

institutions-title = Wybierz swój bank
institutions-search = Szukaj swojego banku
institutions-clear = Wyczyść wyszukiwanie
institutions-often = Często wybierane
institutions-matched = Zgodny z Twoim numerem rozliczeniowym
institutions-found = { $count ->
    [one] Znaleziono { $count } bank
    [few] Znaleziono { $count } banki
    [many] Znaleziono { $count } banków
   *[other] Znaleziono { $count } banku
}
institutions-none-title = Nie znaleziono banku dla „{ $query }”
institutions-none-body = Sprawdź pisownię albo wpisz nazwę z karty lub ze strony banku.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } ma teraz problemy
unwell-degraded-body = Możesz przejść dalej, ale łączenie może potrwać dłużej lub się nie udać.
unwell-degraded-continue = Przejdź dalej mimo to
unwell-down-title = { $bank } jest teraz niedostępny
unwell-down-body = W tej chwili nie można go połączyć. Spróbuj później albo wybierz inny bank.
unwell-unsupported-title = Banku { $bank } nie można tu użyć
unwell-unsupported-body = Ten bank nie oferuje tego, co jest potrzebne. Wybierz inny bank.

## Signing in at the bank

credentials-title = Zaloguj się do banku { $bank }
credentials-title-update = Zaloguj się ponownie do banku { $bank }
credentials-intro = Użyj tych samych danych, którymi logujesz się w banku.
credentials-intro-update = Bank prosi o potwierdzenie Twojej tożsamości. Nic innego się nie zmieni.
credentials-username = Nazwa użytkownika
credentials-password = Hasło
credentials-show = Pokaż hasło
credentials-hide = Ukryj hasło
credentials-forgot = Nie pamiętasz hasła?
credentials-empty = Wypełnij to pole.
credentials-submit = Zaloguj się

captcha-title = Krótkie sprawdzenie
captcha-body = { $bank } chce mieć pewność, że loguje się człowiek.
captcha-label = Jestem człowiekiem
captcha-empty = Zaznacz pole, aby przejść dalej.

mfa-send-title = Dokąd wysłać kod?
mfa-send-body = { $bank } wyśle kod, aby mieć pewność, że to Ty.
mfa-send-empty = Wybierz, dokąd wysłać kod.
mfa-send-submit = Wyślij kod
mfa-code-title = Wpisz kod
mfa-code-body = { $bank } wysłał go tutaj: { $place }.
mfa-code-label = Kod
mfa-code-empty = Wpisz kod.
mfa-questions-title = { $count ->
    [one] Odpowiedz na pytanie
    [few] Odpowiedz na { $count } pytania
    [many] Odpowiedz na { $count } pytań
   *[other] Odpowiedz na { $count } pytania
}
mfa-questions-body = { $bank } pyta o to, aby mieć pewność, że to Ty.
mfa-answer-empty = Odpowiedz na to pytanie.
mfa-selections-title = { $count ->
    [one] Wybierz odpowiedź
    [few] Wybierz { $count } odpowiedzi
    [many] Wybierz { $count } odpowiedzi
   *[other] Wybierz { $count } odpowiedzi
}
mfa-selection-empty = Wybierz odpowiedź.

## The bank’s own pages

oauth-title = Zaloguj się w banku { $bank }
oauth-body-popup = Otworzy się okno Twojego banku. Zaloguj się tam i wybierz, co udostępnisz. Potem wrócisz tutaj.
oauth-body-redirect = Przejdziesz na stronę swojego banku. Zaloguj się tam i wybierz, co udostępnisz. Potem wrócisz tutaj.
oauth-choose-all = Bank zapyta, które konta i dane udostępnić. Zezwól na wszystko z listy poniżej, inaczej połączenie może nie działać.
oauth-continue = Przejdź do banku
oauth-waiting-title = Czekamy na { $bank }
oauth-waiting-body = Dokończ w oknie swojego banku. Ta strona sama przejdzie dalej.
oauth-reopen = Otwórz okno ponownie
oauth-blocked-title = Okno się nie otworzyło
oauth-blocked-body = Być może zablokowała je przeglądarka. Otwórz je tym przyciskiem.
oauth-blocked-open = Otwórz okno banku
oauth-leaving-title = Przechodzimy do Twojego banku
oauth-leaving-continue = Przejdź do banku
oauth-alone-body = Ta strona działa tylko w oknie, które otworzyła dla Ciebie aplikacja. Jeśli ktoś wysłał Ci ten link, zamknij stronę.
oauth-elsewhere-title = Kontynuuj tam, gdzie zaczęto
oauth-elsewhere-body = Ta strona działa tylko w przeglądarce, w której zaczęto łączenie. Wróć do niej i połącz tam swój bank. Jeśli ktoś wysłał Ci ten link, zamknij stronę.
oauth-returned-title = Możesz zamknąć to okno
oauth-returned-body = Wróć do poprzedniego okna i kontynuuj tam.
oauth-stale-title = Ta strona jest nieaktualna
oauth-stale-body = Wróć do aplikacji i połącz swój bank ponownie.

## Choosing accounts

accounts-title-one = Wybierz konto do udostępnienia
accounts-title-several = Wybierz konta do udostępnienia
accounts-body = { $app } widzi tylko to, co wybierzesz.
accounts-body-unnamed = Aplikacja widzi tylko to, co wybierzesz.
accounts-all = Wybierz wszystkie
accounts-none = Nie wybieraj żadnego
accounts-barred-heading = Tych nie można tu udostępnić
accounts-barred-product = Ten rodzaj konta nie nadaje się do tego, czego potrzebuje aplikacja.
accounts-barred-filter = Aplikacja nie prosi o ten rodzaj konta.
accounts-empty = Wybierz co najmniej jedno konto.
accounts-empty-one = Wybierz konto.
accounts-continue = { $count ->
    [one] Udostępnij { $count } konto
    [few] Udostępnij { $count } konta
    [many] Udostępnij { $count } kont
   *[other] Udostępnij { $count } konta
}
accounts-continue-one = Udostępnij: { $account }

account-type-depository = Konto bankowe
account-type-credit = Kredyt
account-type-loan = Pożyczka
account-type-investment = Konto inwestycyjne
account-type-brokerage = Rachunek maklerski
account-type-payroll = Wynagrodzenie
account-type-other = Konto
account-checking = Konto osobiste
account-savings = Konto oszczędnościowe
account-cd = Lokata terminowa
account-money-market = Rachunek rynku pieniężnego
account-prepaid = Karta przedpłacona
account-cash-management = Rachunek gotówkowy
account-limited-purpose-checking = Konto osobiste o ograniczonym celu
account-credit-card = Karta kredytowa
account-auto = Kredyt samochodowy
account-business = Kredyt firmowy
account-commercial = Kredyt komercyjny
account-construction = Kredyt budowlany
account-consumer = Kredyt konsumencki
account-home-equity = Pożyczka pod zastaw domu
account-loan = Pożyczka
account-mortgage = Kredyt hipoteczny
account-overdraft = Debet
account-line-of-credit = Linia kredytowa
account-student = Kredyt studencki
account-brokerage = Rachunek maklerski
account-crypto-exchange = Giełda kryptowalut
account-education-savings-account = Oszczędności na edukację
account-fixed-annuity = Renta stała
account-health-reimbursement-arrangement = Zwrot kosztów leczenia
account-life-insurance = Ubezpieczenie na życie
account-mutual-fund = Fundusz inwestycyjny
account-non-custodial-wallet = Własny portfel
account-non-taxable-brokerage-account = Nieopodatkowany rachunek maklerski
account-other-annuity = Renta
account-other-insurance = Ubezpieczenie
account-pension = Emerytura
account-roth-pension = Emerytura Roth
account-profit-sharing-plan = Plan udziału w zyskach
account-roth-profit-sharing-plan = Plan udziału w zyskach Roth
account-retirement = Konto emerytalne
account-stock-plan = Plan akcyjny
account-trust = Rachunek powierniczy
account-variable-annuity = Renta zmienna
account-payroll = Wynagrodzenie

## The end

connected-title = { $bank } jest połączony
connected-title-update = Połączenie z bankiem { $bank } jest odnowione
connected-body = { $app } może już korzystać z tego, co udostępniasz.
connected-body-unnamed = Aplikacja może już korzystać z tego, co udostępniasz.
connected-accounts = { $count ->
    [one] Udostępniono { $count } konto
    [few] Udostępniono { $count } konta
    [many] Udostępniono { $count } kont
   *[other] Udostępniono { $count } konta
}
connected-earlier = Połączone wcześniej
connected-another = Dodaj kolejny bank
connected-finish = Gotowe

leaving-title = Wyjść przed końcem?
leaving-body = Wpisane dane nie zostaną zachowane. Następnym razem zaczniesz od nowa.
leaving-stay = Zostań
leaving-leave = Wyjdź

waiting-title = Chwileczkę
waiting-bank = Kontaktujemy się z bankiem { $bank }
waiting-long = To trwa dłużej niż zwykle. Nie zamykaj tej strony.

expired-title = Twój czas tutaj minął
expired-body = Wróć do aplikacji { $app } i zacznij od nowa.
expired-body-unnamed = Wróć do aplikacji i zacznij od nowa.

over-title = Możesz zamknąć to okno

offline-title = Brak połączenia
offline-body = Sprawdź połączenie z internetem i spróbuj ponownie.

## Pages of their own

hosted-success-title = Twój bank jest połączony
hosted-success-body = Możesz zamknąć tę stronę.
hosted-exit-title = Nie połączono żadnego banku
hosted-exit-body = Możesz zamknąć tę stronę.
hosted-gone-title = Ten link już nie działa
hosted-gone-body = Wygasł albo został już użyty. Poproś nadawcę o nowy.
hosted-failed-title = Ta strona nie może działać dalej
hosted-failed-body = Coś poszło nie tak. Odśwież stronę, aby zacząć od nowa.
hosted-unknown-title = Pod tym adresem nic nie ma
hosted-unknown-body = Sprawdź, czy masz cały link, albo poproś nadawcę o nowy.

tiles-title = Połącz swój bank

## Errors

step-other = { $way ->
    [another_bank] Wybierz inny bank.
   *[other] Wróć do aplikacji.
}
step-later = { $way ->
    [another_bank] Spróbuj później albo wybierz inny bank.
   *[other] Spróbuj później.
}
error-general-title = To się nie udało
error-general-body = Coś poszło nie tak po naszej stronie. { step-later }
error-ACCESS_NOT_GRANTED-title = Czegoś brakuje
error-ACCESS_NOT_GRANTED-body = Nie udostępniono wszystkiego, co jest potrzebne. Spróbuj ponownie i zezwól na wszystko, co wymienia bank.
error-COUNTRY_NOT_SUPPORTED-title = Tego banku nie można połączyć
error-COUNTRY_NOT_SUPPORTED-body = Banki z tego kraju nie są obsługiwane. { step-other }
error-INSTITUTION_DOWN-title = Twój bank jest nieosiągalny
error-INSTITUTION_DOWN-body = Bank jest teraz offline. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Twój bank jest niedostępny
error-INSTITUTION_NOT_AVAILABLE-body = W tej chwili nie można go połączyć. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Twój bank nie odpowiada
error-INSTITUTION_NOT_RESPONDING-body = Może być przeciążony. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Ten bank nie jest już obsługiwany
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Nie można go już połączyć. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Ten bank nie jest tu jeszcze gotowy
error-INSTITUTION_REGISTRATION_REQUIRED-body = Aplikacja nie jest jeszcze zarejestrowana w tym banku. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Ten bank jest tu niedostępny
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Ten bank jest tu niedostępny
error-UNAUTHORIZED_INSTITUTION-body = Aplikacja nie może połączyć się z tym bankiem. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Twój bank jest przeciążony
error-INSTITUTION_RATE_LIMIT-body = Otrzymuje teraz zbyt wiele zapytań. Poczekaj kilka minut i spróbuj ponownie.
error-RATE_LIMIT-title = Zbyt wiele prób
error-RATE_LIMIT-body = Poczekaj kilka minut i spróbuj ponownie.
error-INVALID_FIELD-title = Te dane nie działają
error-INVALID_FIELD-body = Sprawdź wpisane dane i spróbuj ponownie.
error-INSUFFICIENT_CREDENTIALS-title = Logowanie nie zostało dokończone
error-INSUFFICIENT_CREDENTIALS-body = Powrót nastąpił przed końcem logowania w banku. Spróbuj ponownie.
error-INVALID_CREDENTIALS-title = Logowanie się nie udało
error-INVALID_CREDENTIALS-body = Nazwa użytkownika lub hasło się nie zgadza. Sprawdź oba i spróbuj ponownie.
error-INVALID_MFA-title = Odpowiedź nie zadziałała
error-INVALID_MFA-body = Bank nie przyjął tej odpowiedzi. Sprawdź ją i spróbuj ponownie.
error-INVALID_SEND_METHOD-title = Nie udało się wysłać kodu
error-INVALID_SEND_METHOD-body = Bank nie może tam wysłać kodu. Wróć do aplikacji i zacznij od nowa.
error-INVALID_UPDATED_USERNAME-title = To inny login
error-INVALID_UPDATED_USERNAME-body = Zaloguj się nazwą użytkownika, z którą utworzono to połączenie.
error-INVALID_LINK_TOKEN-title = Twój czas tutaj minął
error-INVALID_LINK_TOKEN-body = Wróć do aplikacji i zacznij od nowa.
error-ITEM_LOCKED-title = Twój login jest zablokowany
error-ITEM_LOCKED-body = Zablokował go bank. Odblokuj go na stronie banku i spróbuj ponownie.
error-ITEM_LOGIN_REQUIRED-title = Bank prosi o ponowne zalogowanie
error-ITEM_LOGIN_REQUIRED-body = Poprzednie logowanie nie jest już ważne. Zaloguj się ponownie.
error-ITEM_NOT_FOUND-title = To połączenie już nie istnieje
error-ITEM_NOT_FOUND-body = Wróć do aplikacji i połącz swój bank ponownie.
error-ITEM_CONCURRENTLY_DELETED-title = To połączenie już nie istnieje
error-ITEM_CONCURRENTLY_DELETED-body = Wróć do aplikacji i połącz swój bank ponownie.
error-ITEM_NOT_SUPPORTED-title = Tego loginu nie można połączyć
error-ITEM_NOT_SUPPORTED-body = Bank nie udostępnia tego rodzaju kont. { step-other }
error-MFA_NOT_SUPPORTED-title = Ten krok zabezpieczeń nie jest obsługiwany
error-MFA_NOT_SUPPORTED-body = Bank wymaga czegoś, czego nie można tu zrobić. { step-other }
error-NO_ACCOUNTS-title = Nie znaleziono kont
error-NO_ACCOUNTS-body = Ten login nie ma kont do udostępnienia. Użyj innego loginu lub innego banku.
error-NO_AUTH_ACCOUNTS-title = Żadne konto nie pasuje
error-NO_AUTH_ACCOUNTS-body = Potrzebne jest konto osobiste, oszczędnościowe lub rachunek gotówkowy. Użyj innego loginu lub innego banku.
error-PASSWORD_RESET_REQUIRED-title = Bank wymaga nowego hasła
error-PASSWORD_RESET_REQUIRED-body = Ustaw nowe hasło na stronie banku i spróbuj ponownie.
error-PAYMENT_INVALID_RECIPIENT-title = Płatności nie można wykonać
error-PAYMENT_INVALID_RECIPIENT-body = Bank nie akceptuje jej odbiorcy. { step-other }
error-PLANNED_MAINTENANCE-title = Zaraz wracamy
error-PLANNED_MAINTENANCE-body = Trwa konserwacja. Spróbuj ponownie za kilka minut.
error-PRODUCTS_NOT_SUPPORTED-title = Ten bank nie pasuje
error-PRODUCTS_NOT_SUPPORTED-body = Nie oferuje tego, co jest potrzebne. { step-other }
error-RECAPTCHA_BAD-title = Sprawdzenie się nie udało
error-RECAPTCHA_BAD-body = Bank nie ma pewności, że loguje się człowiek. { step-later }
error-RECAPTCHA_REQUIRED-title = Jeszcze jedno sprawdzenie
error-RECAPTCHA_REQUIRED-body = Bank chce mieć pewność, że loguje się człowiek.
error-UNSUPPORTED_RESPONSE-title = Nie udało się odczytać odpowiedzi banku
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = To trwało zbyt długo
error-USER_INPUT_TIMEOUT-body = Bank przestał czekać. Spróbuj ponownie.
error-USER_SETUP_REQUIRED-title = Twój login nie jest jeszcze gotowy
error-USER_SETUP_REQUIRED-body = Dokończ jego konfigurację na stronie banku i spróbuj ponownie.
error-INCORRECT_OAUTH_NONCE-title = Droga powrotna z banku się urwała
error-INCORRECT_OAUTH_NONCE-body = Spróbuj ponownie. Jeśli używasz kilku okien, kontynuuj w pierwszym.
error-INCORRECT_LINK_TOKEN-title = Droga powrotna z banku się urwała
error-INCORRECT_LINK_TOKEN-body = Wróć do aplikacji i zacznij od nowa.
error-OAUTH_STATE_ID_NOT_FOUND-title = Droga powrotna z banku się urwała
error-OAUTH_STATE_ID_NOT_FOUND-body = Wróć do aplikacji i zacznij od nowa.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Ta strona została już użyta
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Wróć do aplikacji i zacznij od nowa.

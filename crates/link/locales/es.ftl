### Spanish.
###
### Usted. Términos: conectar, conexión, compartir, iniciar sesión, cuenta, aplicación.

## What several panes say

button-continue = Continuar
button-submit = Enviar
button-retry = Volver a intentarlo
button-another-bank = Elegir otro banco
button-bank-site = Abrir el sitio del banco
button-close = Cerrar
button-return = Volver a la aplicación
shared-with = Compartido con { $app }
shared-with-unnamed = Compartido con esta aplicación
shared-more = Qué se comparte

a11y-link = Conectar su banco
a11y-close = Cerrar
a11y-back = Atrás
a11y-progress = Progreso
a11y-progress-value = { $percent } por ciento completado
a11y-new-window = se abre en una ventana nueva
a11y-account-ending = terminada en { $mask }
a11y-test-mode = Modo prueba: no se contacta con ningún banco real

test-mode = Modo prueba
test-explained = No se contacta con ningún banco real.
test-credentials = Para probar, inicie sesión como { $username } con la contraseña { $password }.
test-code = Para probar, introduzca el código { $code }.

## Consent

consent-title = { $app } pide conectarse a su banco
consent-title-unnamed = Esta aplicación pide conectarse a su banco
consent-title-bank = { $app } pide conectarse a { $bank }
consent-title-bank-unnamed = Esta aplicación pide conectarse a { $bank }
consent-title-update = Renovar su conexión con { $bank }
consent-scopes = Qué compartirá
consent-choose = Usted elige las cuentas. Antes no se comparte nada.
consent-password = { $app } nunca ve la contraseña de su banco.
consent-password-unnamed = Esta aplicación nunca ve la contraseña de su banco.
consent-undo = Para dejar de compartir más adelante, quite su banco en { $app }.
consent-undo-unnamed = Para dejar de compartir más adelante, quite su banco en la aplicación.
consent-details = Ver exactamente qué se comparte
consent-details-title = Qué se comparte
consent-details-close = Entendido
consent-continue = Continuar

scope-account_balance_info-title = Cuenta y saldo
scope-account_balance_info-body = Nombre y tipo de la cuenta, últimos dígitos y cuánto hay en ella
scope-contact_info-title = Datos de contacto
scope-contact_info-body = Su nombre, dirección postal, correo electrónico y teléfono, tal como los tiene su banco
scope-account_routing_number-title = Números de cuenta
scope-account_routing_number-body = Número de cuenta y código bancario, para pagos hacia y desde la cuenta
scope-transactions-title = Movimientos
scope-transactions-body = Lo que entró y salió: importes, fechas, descripciones y lugares
scope-credit_loan_info-title = Tarjetas de crédito y préstamos
scope-credit_loan_info-body = Saldos, vencimientos, tipos de interés y condiciones
scope-investments-title = Inversiones
scope-investments-body = Qué posee, cuánto vale y qué ha comprado y vendido
scope-risk_info-title = Riesgo de pago
scope-risk_info-body = Cómo se usa la cuenta, para valorar si un pago puede fallar
scope-bank_statements-title = Extractos bancarios
scope-bank_statements-body = Sus extractos como documentos, con todo lo que muestran
scope-income_verification_bank_statements-title = Ingresos según los extractos
scope-income_verification_bank_statements-body = Lo que gana, calculado a partir de sus extractos bancarios

## Choosing a bank

institutions-title = Elija su banco
institutions-search = Buscar su banco
institutions-clear = Borrar la búsqueda
institutions-often = Elegidos a menudo
institutions-matched = Coincide con su código bancario
institutions-found = { $count ->
    [one] { $count } banco encontrado
   *[other] { $count } bancos encontrados
}
institutions-none-title = No se encontró ningún banco para «{ $query }»
institutions-none-body = Revise la ortografía o pruebe con el nombre que aparece en su tarjeta o en el sitio de su banco.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } tiene problemas ahora mismo
unwell-degraded-body = Puede continuar, pero la conexión puede tardar más o fallar.
unwell-degraded-continue = Continuar de todos modos
unwell-down-title = { $bank } no está disponible ahora mismo
unwell-down-body = Por el momento no se puede conectar. Inténtelo más tarde o elija otro banco.
unwell-unsupported-title = { $bank } no se puede usar aquí
unwell-unsupported-body = Este banco no ofrece lo que se necesita. Elija otro banco.

## Signing in at the bank

credentials-title = Inicie sesión en { $bank }
credentials-title-update = Vuelva a iniciar sesión en { $bank }
credentials-intro = Use los mismos datos con los que entra en su banco.
credentials-intro-update = Su banco quiere que confirme su identidad. No cambia nada más.
credentials-username = Usuario
credentials-password = Contraseña
credentials-show = Mostrar la contraseña
credentials-hide = Ocultar la contraseña
credentials-forgot = ¿Olvidó su contraseña?
credentials-empty = Rellene este campo.
credentials-submit = Iniciar sesión

captcha-title = Una breve comprobación
captcha-body = { $bank } quiere asegurarse de que es una persona quien inicia sesión.
captcha-label = Soy una persona
captcha-empty = Marque la casilla para continuar.

mfa-send-title = ¿Adónde enviamos el código?
mfa-send-body = { $bank } le envía un código para asegurarse de que es usted.
mfa-send-empty = Elija adónde debe llegar el código.
mfa-send-submit = Enviar el código
mfa-code-title = Introduzca el código
mfa-code-body = { $bank } lo ha enviado a { $place }.
mfa-code-label = Código
mfa-code-empty = Introduzca el código.
mfa-questions-title = { $count ->
    [one] Responda una pregunta
   *[other] Responda { $count } preguntas
}
mfa-questions-body = { $bank } lo pregunta para asegurarse de que es usted.
mfa-answer-empty = Responda esta pregunta.
mfa-selections-title = { $count ->
    [one] Elija una respuesta
   *[other] Elija { $count } respuestas
}
mfa-selection-empty = Elija una respuesta.

## The bank’s own pages

oauth-title = Inicie sesión en { $bank }
oauth-body-popup = Se abre una ventana de su banco. Inicie sesión en ella y elija qué compartir. Después vuelve aquí.
oauth-body-redirect = Irá al sitio de su banco. Inicie sesión en él y elija qué compartir. Después vuelve aquí.
oauth-choose-all = Su banco pregunta qué cuentas y datos quiere compartir. Permita todo lo que figura en la lista de abajo, o es posible que la conexión no funcione.
oauth-continue = Ir a su banco
oauth-waiting-title = Esperando a { $bank }
oauth-waiting-body = Termine en la ventana de su banco. Esta página seguirá por sí sola.
oauth-reopen = Volver a abrir la ventana
oauth-blocked-title = La ventana no se abrió
oauth-blocked-body = Puede que su navegador la haya bloqueado. Use este botón para abrirla.
oauth-blocked-open = Abrir la ventana
oauth-leaving-title = Le llevamos a su banco
oauth-leaving-continue = Ir a su banco
oauth-alone-body = Esta página solo funciona en la ventana que la aplicación abrió para usted. Si alguien le envió este enlace, cierre la página.
oauth-elsewhere-title = Continúe donde empezó
oauth-elsewhere-body = Esta página solo funciona en el navegador en el que empezó. Vuelva a él y conecte allí su banco. Si alguien le envió este enlace, cierre la página.
oauth-returned-title = Puede cerrar esta ventana
oauth-returned-body = Continúe en la ventana de la que vino.
oauth-stale-title = Esta página ya no está al día
oauth-stale-body = Vuelva a la aplicación y conecte su banco de nuevo.

## Choosing accounts

accounts-title-one = Elija una cuenta para compartir
accounts-title-several = Elija las cuentas que compartirá
accounts-body = { $app } solo ve lo que usted elija.
accounts-body-unnamed = La aplicación solo ve lo que usted elija.
accounts-all = Elegir todas
accounts-none = No elegir ninguna
accounts-barred-heading = No se pueden compartir aquí
accounts-barred-product = Este tipo de cuenta no sirve para lo que necesita la aplicación.
accounts-barred-filter = La aplicación no pide este tipo de cuenta.
accounts-empty = Elija al menos una cuenta.
accounts-empty-one = Elija una cuenta.
accounts-continue = { $count ->
    [one] Compartir { $count } cuenta
   *[other] Compartir { $count } cuentas
}
accounts-continue-one = Compartir { $account }

account-type-depository = Cuenta bancaria
account-type-credit = Crédito
account-type-loan = Préstamo
account-type-investment = Cuenta de inversión
account-type-brokerage = Cuenta de valores
account-type-payroll = Nómina
account-type-other = Cuenta
account-checking = Cuenta corriente
account-savings = Cuenta de ahorro
account-cd = Depósito a plazo
account-money-market = Mercado monetario
account-prepaid = Tarjeta prepago
account-cash-management = Cuenta de gestión de efectivo
account-limited-purpose-checking = Cuenta corriente de uso limitado
account-credit-card = Tarjeta de crédito
account-auto = Préstamo para automóvil
account-business = Préstamo de empresa
account-commercial = Préstamo comercial
account-construction = Préstamo de construcción
account-consumer = Préstamo al consumo
account-home-equity = Préstamo sobre vivienda
account-loan = Préstamo
account-mortgage = Hipoteca
account-overdraft = Descubierto
account-line-of-credit = Línea de crédito
account-student = Préstamo de estudios
account-brokerage = Cuenta de valores
account-crypto-exchange = Plataforma de criptomonedas
account-education-savings-account = Ahorro para estudios
account-fixed-annuity = Renta fija vitalicia
account-health-reimbursement-arrangement = Reembolso de gastos médicos
account-life-insurance = Seguro de vida
account-mutual-fund = Fondo de inversión
account-non-custodial-wallet = Monedero propio
account-non-taxable-brokerage-account = Cuenta de valores exenta
account-other-annuity = Renta vitalicia
account-other-insurance = Seguro
account-pension = Pensión
account-roth-pension = Pensión Roth
account-profit-sharing-plan = Plan de participación en beneficios
account-roth-profit-sharing-plan = Plan de participación en beneficios Roth
account-retirement = Cuenta de jubilación
account-stock-plan = Plan de acciones
account-trust = Cuenta fiduciaria
account-variable-annuity = Renta vitalicia variable
account-payroll = Nómina

## The end

connected-title = { $bank } está conectado
connected-title-update = Su conexión con { $bank } está renovada
connected-body = { $app } ya puede usar lo que ha compartido.
connected-body-unnamed = La aplicación ya puede usar lo que ha compartido.
connected-accounts = { $count ->
    [one] { $count } cuenta compartida
   *[other] { $count } cuentas compartidas
}
connected-earlier = Conectados antes
connected-another = Añadir otro banco
connected-finish = Listo

leaving-title = ¿Salir sin terminar?
leaving-body = Lo que ha introducido no se guarda. La próxima vez empezará de nuevo.
leaving-stay = Seguir
leaving-leave = Salir

waiting-title = Un momento
waiting-bank = Comunicando con { $bank }
waiting-long = Está tardando más de lo normal. Mantenga abierta esta página.

expired-title = Se ha agotado el tiempo
expired-body = Vuelva a { $app } y empiece de nuevo.
expired-body-unnamed = Vuelva a la aplicación y empiece de nuevo.

over-title = Puede cerrar esta ventana

offline-title = Sin conexión
offline-body = Compruebe su conexión a internet e inténtelo de nuevo.

## Pages of their own

hosted-success-title = Su banco está conectado
hosted-success-body = Puede cerrar esta página.
hosted-exit-title = No se conectó ningún banco
hosted-exit-body = Puede cerrar esta página.
hosted-gone-title = Este enlace ya no funciona
hosted-gone-body = Ha caducado o ya se ha usado. Pida uno nuevo a quien se lo envió.
hosted-failed-title = Esta página no puede continuar
hosted-failed-body = Algo ha fallado. Recargue la página para empezar de nuevo.
hosted-unknown-title = No hay nada en esta dirección
hosted-unknown-body = Compruebe que tiene el enlace completo o pida uno nuevo a quien se lo envió.

tiles-title = Conecte su banco

## Errors

step-other = { $way ->
    [another_bank] Elija otro banco.
   *[other] Vuelva a la aplicación.
}
step-later = { $way ->
    [another_bank] Inténtelo más tarde o elija otro banco.
   *[other] Inténtelo más tarde.
}
error-general-title = No ha funcionado
error-general-body = Algo ha fallado por nuestra parte. { step-later }
error-ACCESS_NOT_GRANTED-title = Falta algo
error-ACCESS_NOT_GRANTED-body = No se ha compartido todo lo necesario. Inténtelo de nuevo y permita todo lo que indica su banco.
error-COUNTRY_NOT_SUPPORTED-title = Este banco no se puede conectar
error-COUNTRY_NOT_SUPPORTED-body = Los bancos de su país no están admitidos. { step-other }
error-INSTITUTION_DOWN-title = No se puede acceder a su banco
error-INSTITUTION_DOWN-body = Ahora mismo está fuera de servicio. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Su banco no está disponible
error-INSTITUTION_NOT_AVAILABLE-body = Por el momento no se puede conectar. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Su banco no responde
error-INSTITUTION_NOT_RESPONDING-body = Puede que esté saturado. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Este banco ya no está admitido
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Ya no se puede conectar. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Este banco aún no está listo aquí
error-INSTITUTION_REGISTRATION_REQUIRED-body = La aplicación aún no está registrada en este banco. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Este banco no está disponible aquí
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Este banco no está disponible aquí
error-UNAUTHORIZED_INSTITUTION-body = La aplicación no puede conectarse a este banco. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Su banco está saturado
error-INSTITUTION_RATE_LIMIT-body = Recibe demasiadas solicitudes en este momento. Espere unos minutos e inténtelo de nuevo.
error-RATE_LIMIT-title = Demasiados intentos
error-RATE_LIMIT-body = Espere unos minutos e inténtelo de nuevo.
error-INVALID_FIELD-title = Estos datos no sirven
error-INVALID_FIELD-body = Revise lo que ha introducido e inténtelo de nuevo.
error-INSUFFICIENT_CREDENTIALS-title = No se completó el inicio de sesión
error-INSUFFICIENT_CREDENTIALS-body = Volvió antes de terminar de iniciar sesión en su banco. Inténtelo de nuevo.
error-INVALID_CREDENTIALS-title = No se pudo iniciar sesión
error-INVALID_CREDENTIALS-body = El usuario o la contraseña no son correctos. Revise ambos e inténtelo de nuevo.
error-INVALID_MFA-title = La respuesta no ha servido
error-INVALID_MFA-body = Su banco no ha aceptado esta respuesta. Revísela e inténtelo de nuevo.
error-INVALID_SEND_METHOD-title = No se pudo enviar el código
error-INVALID_SEND_METHOD-body = Su banco no puede enviar un código a ese destino. Vuelva a la aplicación y empiece de nuevo.
error-INVALID_UPDATED_USERNAME-title = Es otro usuario
error-INVALID_UPDATED_USERNAME-body = Inicie sesión con el usuario con el que se creó esta conexión.
error-INVALID_LINK_TOKEN-title = Se ha agotado el tiempo
error-INVALID_LINK_TOKEN-body = Vuelva a la aplicación y empiece de nuevo.
error-ITEM_LOCKED-title = Su acceso está bloqueado
error-ITEM_LOCKED-body = Su banco lo ha bloqueado. Desbloquéelo en el sitio de su banco e inténtelo de nuevo.
error-ITEM_LOGIN_REQUIRED-title = Su banco le pide que inicie sesión de nuevo
error-ITEM_LOGIN_REQUIRED-body = El inicio de sesión anterior ya no es válido. Inicie sesión de nuevo.
error-ITEM_NOT_FOUND-title = Esta conexión ya no existe
error-ITEM_NOT_FOUND-body = Vuelva a la aplicación y conecte su banco de nuevo.
error-ITEM_CONCURRENTLY_DELETED-title = Esta conexión ya no existe
error-ITEM_CONCURRENTLY_DELETED-body = Vuelva a la aplicación y conecte su banco de nuevo.
error-ITEM_NOT_SUPPORTED-title = Este acceso no se puede conectar
error-ITEM_NOT_SUPPORTED-body = Su banco no comparte este tipo de cuenta. { step-other }
error-MFA_NOT_SUPPORTED-title = Este paso de seguridad no está admitido
error-MFA_NOT_SUPPORTED-body = Su banco pide algo que no se puede hacer aquí. { step-other }
error-NO_ACCOUNTS-title = No se encontraron cuentas
error-NO_ACCOUNTS-body = Con este acceso no hay cuentas para compartir. Pruebe con otro acceso u otro banco.
error-NO_AUTH_ACCOUNTS-title = Ninguna cuenta sirve
error-NO_AUTH_ACCOUNTS-body = Se necesita una cuenta corriente, de ahorro o de gestión de efectivo. Pruebe con otro acceso u otro banco.
error-PASSWORD_RESET_REQUIRED-title = Su banco pide una contraseña nueva
error-PASSWORD_RESET_REQUIRED-body = Cree una contraseña nueva en el sitio de su banco e inténtelo de nuevo.
error-PAYMENT_INVALID_RECIPIENT-title = El pago no se puede hacer
error-PAYMENT_INVALID_RECIPIENT-body = Su banco no acepta al destinatario. { step-other }
error-PLANNED_MAINTENANCE-title = Volvemos enseguida
error-PLANNED_MAINTENANCE-body = Estamos haciendo tareas de mantenimiento. Inténtelo de nuevo en unos minutos.
error-PRODUCTS_NOT_SUPPORTED-title = Este banco no sirve
error-PRODUCTS_NOT_SUPPORTED-body = No ofrece lo que se necesita. { step-other }
error-RECAPTCHA_BAD-title = La comprobación no ha funcionado
error-RECAPTCHA_BAD-body = Su banco no pudo asegurarse de que fuera una persona quien iniciaba sesión. { step-later }
error-RECAPTCHA_REQUIRED-title = Una comprobación más
error-RECAPTCHA_REQUIRED-body = Su banco quiere asegurarse de que es una persona quien inicia sesión.
error-UNSUPPORTED_RESPONSE-title = No se pudo leer la respuesta de su banco
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Ha tardado demasiado
error-USER_INPUT_TIMEOUT-body = Su banco ha dejado de esperar. Inténtelo de nuevo.
error-USER_SETUP_REQUIRED-title = Su acceso aún no está configurado
error-USER_SETUP_REQUIRED-body = Termine de configurarlo en el sitio de su banco e inténtelo de nuevo.
error-INCORRECT_OAUTH_NONCE-title = Se perdió el camino de vuelta desde su banco
error-INCORRECT_OAUTH_NONCE-body = Inténtelo de nuevo. Si usa varias ventanas, continúe en la primera.
error-INCORRECT_LINK_TOKEN-title = Se perdió el camino de vuelta desde su banco
error-INCORRECT_LINK_TOKEN-body = Vuelva a la aplicación y empiece de nuevo.
error-OAUTH_STATE_ID_NOT_FOUND-title = Se perdió el camino de vuelta desde su banco
error-OAUTH_STATE_ID_NOT_FOUND-body = Vuelva a la aplicación y empiece de nuevo.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Esta página ya se ha usado
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Vuelva a la aplicación y empiece de nuevo.

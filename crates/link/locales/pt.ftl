### Portuguese (of Portugal).
###
### Terceira pessoa formal. Termos: ligar, ligação, partilhar, iniciar sessão, conta, aplicação.

## What several panes say

button-continue = Continuar
button-submit = Enviar
button-retry = Tentar novamente
button-another-bank = Escolher outro banco
button-bank-site = Abrir o site do banco
button-close = Fechar
button-return = Voltar à aplicação
shared-with = Partilhado com { $app }
shared-with-unnamed = Partilhado com esta aplicação
shared-more = O que é partilhado

a11y-link = Ligar o seu banco
a11y-close = Fechar
a11y-back = Voltar
a11y-progress = Progresso
a11y-progress-value = { $percent } por cento concluído
a11y-new-window = abre numa nova janela
a11y-account-ending = terminada em { $mask }
a11y-test-mode = Modo teste: nenhum banco real é contactado

test-mode = Modo teste
test-explained = Nenhum banco real é contactado.
test-credentials = Para experimentar, inicie sessão como { $username } com a palavra-passe { $password }.
test-code = Para experimentar, introduza o código { $code }.

## Consent

consent-title = { $app } pede para se ligar ao seu banco
consent-title-unnamed = Esta aplicação pede para se ligar ao seu banco
consent-title-bank = { $app } pede para se ligar a { $bank }
consent-title-bank-unnamed = Esta aplicação pede para se ligar a { $bank }
consent-title-update = Renovar a sua ligação a { $bank }
consent-scopes = O que vai partilhar
consent-choose = As contas são escolhidas por si. Antes disso, nada é partilhado.
consent-password = { $app } nunca vê a palavra-passe do seu banco.
consent-password-unnamed = Esta aplicação nunca vê a palavra-passe do seu banco.
consent-undo = Para deixar de partilhar mais tarde, remova o seu banco em { $app }.
consent-undo-unnamed = Para deixar de partilhar mais tarde, remova o seu banco na aplicação.
consent-details = Ver exatamente o que é partilhado
consent-details-title = O que é partilhado
consent-details-close = Compreendi
consent-continue = Continuar

scope-account_balance_info-title = Conta e saldo
scope-account_balance_info-body = Nome e tipo da conta, últimos dígitos e quanto tem
scope-contact_info-title = Dados de contacto
scope-contact_info-body = O seu nome, morada, e-mail e telefone, tal como o seu banco os tem
scope-account_routing_number-title = Números de conta
scope-account_routing_number-body = Número de conta e código bancário, para pagamentos de e para a conta
scope-transactions-title = Movimentos
scope-transactions-body = O que entrou e saiu: montantes, datas, descrições e locais
scope-credit_loan_info-title = Cartões de crédito e empréstimos
scope-credit_loan_info-body = Saldos, datas de vencimento, taxas de juro e condições
scope-investments-title = Investimentos
scope-investments-body = O que possui, quanto vale e o que comprou e vendeu
scope-risk_info-title = Risco de pagamento
scope-risk_info-body = Como a conta é usada, para avaliar se um pagamento pode falhar
scope-bank_statements-title = Extratos bancários
scope-bank_statements-body = Os seus extratos em documentos, com tudo o que mostram
scope-income_verification_bank_statements-title = Rendimento segundo os extratos
scope-income_verification_bank_statements-body = Quanto ganha, calculado a partir dos seus extratos bancários

## Choosing a bank

institutions-title = Escolha o seu banco
institutions-search = Procurar o seu banco
institutions-clear = Limpar a pesquisa
institutions-often = Escolhidos com frequência
institutions-matched = Corresponde ao seu código bancário
institutions-found = { $count ->
    [one] { $count } banco encontrado
   *[other] { $count } bancos encontrados
}
institutions-none-title = Nenhum banco encontrado para «{ $query }»
institutions-none-body = Verifique a ortografia ou experimente o nome que está no seu cartão ou no site do seu banco.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } está com problemas neste momento
unwell-degraded-body = Pode continuar, mas a ligação pode demorar mais ou falhar.
unwell-degraded-continue = Continuar mesmo assim
unwell-down-title = { $bank } não está disponível neste momento
unwell-down-body = De momento não é possível fazer a ligação. Tente mais tarde ou escolha outro banco.
unwell-unsupported-title = { $bank } não pode ser usado aqui
unwell-unsupported-body = Este banco não oferece o que é necessário. Escolha outro banco.

## Signing in at the bank

credentials-title = Iniciar sessão em { $bank }
credentials-title-update = Iniciar sessão de novo em { $bank }
credentials-intro = Use os mesmos dados com que entra no seu banco.
credentials-intro-update = O seu banco pede que confirme a sua identidade. Nada mais muda.
credentials-username = Nome de utilizador
credentials-password = Palavra-passe
credentials-show = Mostrar palavra-passe
credentials-hide = Ocultar palavra-passe
credentials-forgot = Esqueceu-se da palavra-passe?
credentials-empty = Preencha este campo.
credentials-submit = Iniciar sessão

captcha-title = Uma breve verificação
captcha-body = { $bank } quer ter a certeza de que é uma pessoa a iniciar sessão.
captcha-label = Sou uma pessoa
captcha-empty = Marque a caixa para continuar.

mfa-send-title = Para onde deve ir o código?
mfa-send-body = { $bank } envia-lhe um código para ter a certeza de que é mesmo você.
mfa-send-empty = Escolha para onde deve ir o código.
mfa-send-submit = Enviar o código
mfa-code-title = Introduza o código
mfa-code-body = { $bank } enviou-o para { $place }.
mfa-code-label = Código
mfa-code-empty = Introduza o código.
mfa-questions-title = { $count ->
    [one] Responda a uma pergunta
   *[other] Responda a { $count } perguntas
}
mfa-questions-body = { $bank } pergunta isto para ter a certeza de que é mesmo você.
mfa-answer-empty = Responda a esta pergunta.
mfa-selections-title = { $count ->
    [one] Escolha uma resposta
   *[other] Escolha { $count } respostas
}
mfa-selection-empty = Escolha uma resposta.

## The bank’s own pages

oauth-title = Iniciar sessão em { $bank }
oauth-body-popup = Abre-se uma janela do seu banco. Inicie sessão e escolha o que partilhar. Depois volta aqui.
oauth-body-redirect = Vai para o site do seu banco. Inicie sessão e escolha o que partilhar. Depois volta aqui.
oauth-choose-all = O seu banco pergunta que contas e dados quer partilhar. Permita tudo o que está na lista abaixo, caso contrário a ligação pode não funcionar.
oauth-continue = Ir para o seu banco
oauth-waiting-title = À espera de { $bank }
oauth-waiting-body = Termine na janela do seu banco. Esta página continua sozinha.
oauth-reopen = Abrir a janela de novo
oauth-blocked-title = A janela não abriu
oauth-blocked-body = O seu navegador pode tê-la bloqueado. Use este botão para a abrir.
oauth-blocked-open = Abrir a janela
oauth-leaving-title = A caminho do seu banco
oauth-leaving-continue = Ir para o seu banco
oauth-alone-body = Esta página só funciona na janela que a aplicação abriu para si. Se alguém lhe enviou esta ligação, feche a página.
oauth-elsewhere-title = Continue onde começou
oauth-elsewhere-body = Esta página só funciona no navegador em que começou. Volte a ele e ligue aí o seu banco. Se alguém lhe enviou esta ligação, feche a página.
oauth-returned-title = Pode fechar esta janela
oauth-returned-body = Continue na janela de onde veio.
oauth-stale-title = Esta página já não está atualizada
oauth-stale-body = Volte à aplicação e ligue o seu banco de novo.

## Choosing accounts

accounts-title-one = Escolha uma conta para partilhar
accounts-title-several = Escolha as contas para partilhar
accounts-body = { $app } só vê o que escolher.
accounts-body-unnamed = A aplicação só vê o que escolher.
accounts-all = Escolher todas
accounts-none = Não escolher nenhuma
accounts-barred-heading = Não podem ser partilhadas aqui
accounts-barred-product = Este tipo de conta não serve para o que a aplicação precisa.
accounts-barred-filter = A aplicação não pede este tipo de conta.
accounts-empty = Escolha pelo menos uma conta.
accounts-empty-one = Escolha uma conta.
accounts-continue = { $count ->
    [one] Partilhar { $count } conta
   *[other] Partilhar { $count } contas
}
accounts-continue-one = Partilhar { $account }

account-type-depository = Conta bancária
account-type-credit = Crédito
account-type-loan = Empréstimo
account-type-investment = Conta de investimento
account-type-brokerage = Conta de títulos
account-type-payroll = Salário
account-type-other = Conta
account-checking = Conta à ordem
account-savings = Conta poupança
account-cd = Depósito a prazo
account-money-market = Mercado monetário
account-prepaid = Cartão pré-pago
account-cash-management = Conta de gestão de tesouraria
account-limited-purpose-checking = Conta à ordem de uso limitado
account-credit-card = Cartão de crédito
account-auto = Crédito automóvel
account-business = Crédito empresarial
account-commercial = Crédito comercial
account-construction = Crédito à construção
account-consumer = Crédito ao consumo
account-home-equity = Crédito com garantia da casa
account-loan = Empréstimo
account-mortgage = Crédito à habitação
account-overdraft = Descoberto
account-line-of-credit = Linha de crédito
account-student = Crédito para estudos
account-brokerage = Conta de títulos
account-crypto-exchange = Plataforma de criptomoedas
account-education-savings-account = Poupança para estudos
account-fixed-annuity = Renda fixa vitalícia
account-health-reimbursement-arrangement = Reembolso de despesas de saúde
account-life-insurance = Seguro de vida
account-mutual-fund = Fundo de investimento
account-non-custodial-wallet = Carteira autogerida
account-non-taxable-brokerage-account = Conta de títulos isenta
account-other-annuity = Renda vitalícia
account-other-insurance = Seguro
account-pension = Pensão
account-roth-pension = Pensão Roth
account-profit-sharing-plan = Plano de participação nos lucros
account-roth-profit-sharing-plan = Plano de participação nos lucros Roth
account-retirement = Conta de reforma
account-stock-plan = Plano de ações
account-trust = Conta fiduciária
account-variable-annuity = Renda vitalícia variável
account-payroll = Salário

## The end

connected-title = { $bank } está ligado
connected-title-update = A sua ligação a { $bank } foi renovada
connected-body = { $app } já pode usar o que partilhou.
connected-body-unnamed = A aplicação já pode usar o que partilhou.
connected-accounts = { $count ->
    [one] { $count } conta partilhada
   *[other] { $count } contas partilhadas
}
connected-earlier = Ligados anteriormente
connected-another = Adicionar outro banco
connected-finish = Concluído

leaving-title = Sair sem terminar?
leaving-body = O que introduziu não é guardado. Da próxima vez, recomeça.
leaving-stay = Continuar aqui
leaving-leave = Sair

waiting-title = Um momento
waiting-bank = A comunicar com { $bank }
waiting-long = Está a demorar mais do que o normal. Mantenha esta página aberta.

expired-title = O tempo esgotou-se
expired-body = Volte a { $app } e comece de novo.
expired-body-unnamed = Volte à aplicação e comece de novo.

over-title = Pode fechar esta janela

offline-title = Sem ligação
offline-body = Verifique a sua ligação à internet e tente novamente.

## Pages of their own

hosted-success-title = O seu banco está ligado
hosted-success-body = Pode fechar esta página.
hosted-exit-title = Nenhum banco foi ligado
hosted-exit-body = Pode fechar esta página.
hosted-gone-title = Este link já não funciona
hosted-gone-body = Expirou ou já foi usado. Peça um novo a quem lho enviou.
hosted-failed-title = Esta página não pode continuar
hosted-failed-body = Algo correu mal. Recarregue a página para recomeçar.
hosted-unknown-title = Não há nada neste endereço
hosted-unknown-body = Verifique se tem o link completo ou peça um novo a quem lho enviou.

tiles-title = Ligue o seu banco

## Errors

step-other = { $way ->
    [another_bank] Escolha outro banco.
   *[other] Volte à aplicação.
}
step-later = { $way ->
    [another_bank] Tente mais tarde ou escolha outro banco.
   *[other] Tente mais tarde.
}
error-general-title = Não funcionou
error-general-body = Algo correu mal do nosso lado. { step-later }
error-ACCESS_NOT_GRANTED-title = Falta algo
error-ACCESS_NOT_GRANTED-body = Não foi partilhado tudo o que é necessário. Tente novamente e permita tudo o que o seu banco indica.
error-COUNTRY_NOT_SUPPORTED-title = Este banco não pode ser ligado
error-COUNTRY_NOT_SUPPORTED-body = Os bancos do seu país não são suportados. { step-other }
error-INSTITUTION_DOWN-title = Não é possível contactar o seu banco
error-INSTITUTION_DOWN-body = Está offline neste momento. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = O seu banco não está disponível
error-INSTITUTION_NOT_AVAILABLE-body = De momento não é possível fazer a ligação. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = O seu banco não responde
error-INSTITUTION_NOT_RESPONDING-body = Pode estar sobrecarregado. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Este banco já não é suportado
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Já não pode ser ligado. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Este banco ainda não está pronto aqui
error-INSTITUTION_REGISTRATION_REQUIRED-body = A aplicação ainda não está registada neste banco. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Este banco não está disponível aqui
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Este banco não está disponível aqui
error-UNAUTHORIZED_INSTITUTION-body = A aplicação não pode ligar-se a este banco. { step-other }
error-INSTITUTION_RATE_LIMIT-title = O seu banco está sobrecarregado
error-INSTITUTION_RATE_LIMIT-body = Está a receber demasiados pedidos. Espere alguns minutos e tente novamente.
error-RATE_LIMIT-title = Demasiadas tentativas
error-RATE_LIMIT-body = Espere alguns minutos e tente novamente.
error-INVALID_FIELD-title = Estes dados não servem
error-INVALID_FIELD-body = Verifique o que introduziu e tente novamente.
error-INSUFFICIENT_CREDENTIALS-title = O início de sessão não foi concluído
error-INSUFFICIENT_CREDENTIALS-body = Voltou antes de terminar o início de sessão no seu banco. Tente novamente.
error-INVALID_CREDENTIALS-title = Não foi possível iniciar sessão
error-INVALID_CREDENTIALS-body = O nome de utilizador ou a palavra-passe não está correto. Verifique ambos e tente novamente.
error-INVALID_MFA-title = A resposta não funcionou
error-INVALID_MFA-body = O seu banco não aceitou esta resposta. Verifique-a e tente novamente.
error-INVALID_SEND_METHOD-title = Não foi possível enviar o código
error-INVALID_SEND_METHOD-body = O seu banco não pode enviar um código para aí. Volte à aplicação e comece de novo.
error-INVALID_UPDATED_USERNAME-title = Esse é outro acesso
error-INVALID_UPDATED_USERNAME-body = Inicie sessão com o nome de utilizador com que esta ligação foi criada.
error-INVALID_LINK_TOKEN-title = O tempo esgotou-se
error-INVALID_LINK_TOKEN-body = Volte à aplicação e comece de novo.
error-ITEM_LOCKED-title = O seu acesso está bloqueado
error-ITEM_LOCKED-body = O seu banco bloqueou-o. Desbloqueie-o no site do seu banco e tente novamente.
error-ITEM_LOGIN_REQUIRED-title = O seu banco pede que inicie sessão de novo
error-ITEM_LOGIN_REQUIRED-body = O início de sessão anterior já não é válido. Inicie sessão de novo.
error-ITEM_NOT_FOUND-title = Esta ligação já não existe
error-ITEM_NOT_FOUND-body = Volte à aplicação e ligue o seu banco de novo.
error-ITEM_CONCURRENTLY_DELETED-title = Esta ligação já não existe
error-ITEM_CONCURRENTLY_DELETED-body = Volte à aplicação e ligue o seu banco de novo.
error-ITEM_NOT_SUPPORTED-title = Este acesso não pode ser ligado
error-ITEM_NOT_SUPPORTED-body = O seu banco não partilha este tipo de conta. { step-other }
error-MFA_NOT_SUPPORTED-title = Este passo de segurança não é suportado
error-MFA_NOT_SUPPORTED-body = O seu banco pede algo que não pode ser feito aqui. { step-other }
error-NO_ACCOUNTS-title = Nenhuma conta encontrada
error-NO_ACCOUNTS-body = Não há contas para partilhar com este acesso. Experimente outro acesso ou outro banco.
error-NO_AUTH_ACCOUNTS-title = Nenhuma conta serve
error-NO_AUTH_ACCOUNTS-body = É necessária uma conta à ordem, poupança ou de gestão de tesouraria. Experimente outro acesso ou outro banco.
error-PASSWORD_RESET_REQUIRED-title = O seu banco pede uma nova palavra-passe
error-PASSWORD_RESET_REQUIRED-body = Defina uma nova palavra-passe no site do seu banco e tente novamente.
error-PAYMENT_INVALID_RECIPIENT-title = O pagamento não pode ser feito
error-PAYMENT_INVALID_RECIPIENT-body = O seu banco não aceita o destinatário. { step-other }
error-PLANNED_MAINTENANCE-title = Voltamos já
error-PLANNED_MAINTENANCE-body = Estamos em manutenção. Tente novamente dentro de alguns minutos.
error-PRODUCTS_NOT_SUPPORTED-title = Este banco não serve
error-PRODUCTS_NOT_SUPPORTED-body = Não oferece o que é necessário. { step-other }
error-RECAPTCHA_BAD-title = A verificação não funcionou
error-RECAPTCHA_BAD-body = O seu banco não teve a certeza de que era uma pessoa a iniciar sessão. { step-later }
error-RECAPTCHA_REQUIRED-title = Mais uma verificação
error-RECAPTCHA_REQUIRED-body = O seu banco quer ter a certeza de que é uma pessoa a iniciar sessão.
error-UNSUPPORTED_RESPONSE-title = A resposta do seu banco não pôde ser lida
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Demorou demasiado
error-USER_INPUT_TIMEOUT-body = O seu banco deixou de esperar. Tente novamente.
error-USER_SETUP_REQUIRED-title = O seu acesso ainda não está configurado
error-USER_SETUP_REQUIRED-body = Conclua a configuração no site do seu banco e tente novamente.
error-INCORRECT_OAUTH_NONCE-title = Perdeu-se o caminho de volta do seu banco
error-INCORRECT_OAUTH_NONCE-body = Tente novamente. Se usar várias janelas, continue na primeira.
error-INCORRECT_LINK_TOKEN-title = Perdeu-se o caminho de volta do seu banco
error-INCORRECT_LINK_TOKEN-body = Volte à aplicação e comece de novo.
error-OAUTH_STATE_ID_NOT_FOUND-title = Perdeu-se o caminho de volta do seu banco
error-OAUTH_STATE_ID_NOT_FOUND-body = Volte à aplicação e comece de novo.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Esta página já foi usada
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Volte à aplicação e comece de novo.

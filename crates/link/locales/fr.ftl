### French.
###
### Vouvoiement. Termes : connecter, connexion, partager, se connecter à sa banque, compte, application.

## What several panes say

button-continue = Continuer
button-submit = Envoyer
button-retry = Réessayer
button-another-bank = Choisir une autre banque
button-bank-site = Ouvrir le site de la banque
button-close = Fermer
button-return = Retour à l’application
shared-with = Partagé avec { $app }
shared-with-unnamed = Partagé avec cette application
shared-more = Ce qui est partagé

a11y-link = Connecter votre banque
a11y-close = Fermer
a11y-back = Retour
a11y-progress = Progression
a11y-progress-value = { $percent } pour cent effectués
a11y-new-window = s’ouvre dans une nouvelle fenêtre
a11y-account-ending = se terminant par { $mask }
a11y-test-mode = Mode test : aucune vraie banque n’est contactée

test-mode = Mode test
test-explained = Aucune vraie banque n’est contactée.
test-credentials = Pour essayer, connectez-vous avec l’identifiant { $username } et le mot de passe { $password }.
test-code = Pour essayer, saisissez le code { $code }.

## Consent

consent-title = { $app } demande à se connecter à votre banque
consent-title-unnamed = Cette application demande à se connecter à votre banque
consent-title-bank = { $app } demande à se connecter à { $bank }
consent-title-bank-unnamed = Cette application demande à se connecter à { $bank }
consent-title-update = Renouveler votre connexion à { $bank }
consent-scopes = Ce que vous partagerez
consent-choose = Vous choisissez les comptes. Rien n’est partagé avant.
consent-password = { $app } ne voit jamais le mot de passe de votre banque.
consent-password-unnamed = Cette application ne voit jamais le mot de passe de votre banque.
consent-undo = Pour arrêter le partage plus tard, retirez votre banque dans { $app }.
consent-undo-unnamed = Pour arrêter le partage plus tard, retirez votre banque dans l’application.
consent-details = Voir précisément ce qui est partagé
consent-details-title = Ce qui est partagé
consent-details-close = J’ai compris
consent-continue = Continuer

scope-account_balance_info-title = Compte et solde
scope-account_balance_info-body = Nom et type du compte, derniers chiffres et montant disponible
scope-contact_info-title = Coordonnées
scope-contact_info-body = Vos nom, adresse postale, adresse e-mail et numéro de téléphone, tels que votre banque les connaît
scope-account_routing_number-title = Numéros de compte
scope-account_routing_number-body = Numéro de compte et code bancaire, pour les paiements vers le compte et depuis celui-ci
scope-transactions-title = Opérations
scope-transactions-body = Ce qui est entré et sorti : montants, dates, libellés et lieux
scope-credit_loan_info-title = Cartes de crédit et prêts
scope-credit_loan_info-body = Soldes, échéances, taux d’intérêt et conditions
scope-investments-title = Placements
scope-investments-body = Ce que vous détenez, sa valeur, et ce que vous avez acheté et vendu
scope-risk_info-title = Risque de paiement
scope-risk_info-body = L’usage du compte, pour évaluer si un paiement peut échouer
scope-bank_statements-title = Relevés bancaires
scope-bank_statements-body = Vos relevés sous forme de documents, avec tout leur contenu
scope-income_verification_bank_statements-title = Revenus d’après les relevés
scope-income_verification_bank_statements-body = Ce que vous gagnez, calculé à partir de vos relevés bancaires

## Choosing a bank

institutions-title = Choisissez votre banque
institutions-search = Rechercher votre banque
institutions-clear = Effacer la recherche
institutions-often = Souvent choisies
institutions-matched = Correspond à votre code bancaire
institutions-found = { $count ->
    [one] { $count } banque trouvée
   *[other] { $count } banques trouvées
}
institutions-none-title = Aucune banque trouvée pour « { $query } »
institutions-none-body = Vérifiez l’orthographe, ou essayez le nom qui figure sur votre carte ou sur le site de votre banque.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } rencontre des problèmes
unwell-degraded-body = Vous pouvez continuer, mais la connexion peut être plus longue ou échouer.
unwell-degraded-continue = Continuer quand même
unwell-down-title = { $bank } n’est pas disponible pour le moment
unwell-down-body = La connexion est impossible pour l’instant. Réessayez plus tard ou choisissez une autre banque.
unwell-unsupported-title = { $bank } ne peut pas être utilisée ici
unwell-unsupported-body = Cette banque ne propose pas ce qui est nécessaire. Choisissez une autre banque.

## Signing in at the bank

credentials-title = Connectez-vous à { $bank }
credentials-title-update = Reconnectez-vous à { $bank }
credentials-intro = Utilisez vos identifiants habituels auprès de votre banque.
credentials-intro-update = Votre banque vous demande de confirmer votre identité. Rien d’autre ne change.
credentials-username = Identifiant
credentials-password = Mot de passe
credentials-show = Afficher le mot de passe
credentials-hide = Masquer le mot de passe
credentials-forgot = Mot de passe oublié ?
credentials-empty = Remplissez ce champ.
credentials-submit = Se connecter

captcha-title = Une courte vérification
captcha-body = { $bank } veut s’assurer qu’une personne se connecte.
captcha-label = Je suis une personne
captcha-empty = Cochez la case pour continuer.

mfa-send-title = Où envoyer le code ?
mfa-send-body = { $bank } vous envoie un code pour s’assurer que c’est bien vous.
mfa-send-empty = Choisissez où envoyer le code.
mfa-send-submit = Envoyer le code
mfa-code-title = Saisissez le code
mfa-code-body = { $bank } l’a envoyé ici : { $place }.
mfa-code-label = Code
mfa-code-empty = Saisissez le code.
mfa-questions-title = { $count ->
    [one] Répondez à une question
   *[other] Répondez à { $count } questions
}
mfa-questions-body = { $bank } pose cette question pour s’assurer que c’est bien vous.
mfa-answer-empty = Répondez à cette question.
mfa-selections-title = { $count ->
    [one] Choisissez une réponse
   *[other] Choisissez { $count } réponses
}
mfa-selection-empty = Choisissez une réponse.

## The bank’s own pages

oauth-title = Connectez-vous chez { $bank }
oauth-body-popup = Une fenêtre de votre banque s’ouvre. Connectez-vous et choisissez ce que vous partagez. Vous revenez ensuite ici.
oauth-body-redirect = Vous allez sur le site de votre banque. Connectez-vous et choisissez ce que vous partagez. Vous revenez ensuite ici.
oauth-choose-all = Votre banque demande quels comptes et quelles données partager. Autorisez tout ce qui figure ci-dessous, sinon la connexion risque de ne pas fonctionner.
oauth-continue = Aller à votre banque
oauth-waiting-title = En attente : { $bank }
oauth-waiting-body = Terminez dans la fenêtre de votre banque. Cette page continue d’elle-même.
oauth-reopen = Rouvrir la fenêtre
oauth-blocked-title = La fenêtre ne s’est pas ouverte
oauth-blocked-body = Votre navigateur l’a peut-être bloquée. Utilisez ce bouton pour l’ouvrir.
oauth-blocked-open = Ouvrir la fenêtre
oauth-leaving-title = Nous vous menons à votre banque
oauth-leaving-continue = Aller à votre banque
oauth-alone-body = Cette page ne fonctionne que dans la fenêtre que l’application a ouverte pour vous. Si quelqu’un vous a envoyé ce lien, fermez la page.
oauth-elsewhere-title = Continuez là où vous avez commencé
oauth-elsewhere-body = Cette page ne fonctionne que dans le navigateur où vous avez commencé. Revenez-y et connectez-y votre banque. Si quelqu’un vous a envoyé ce lien, fermez la page.
oauth-returned-title = Vous pouvez fermer cette fenêtre
oauth-returned-body = Continuez dans la fenêtre d’où vous venez.
oauth-stale-title = Cette page n’est plus à jour
oauth-stale-body = Revenez à l’application et connectez de nouveau votre banque.

## Choosing accounts

accounts-title-one = Choisissez un compte à partager
accounts-title-several = Choisissez les comptes à partager
accounts-body = { $app } ne voit que ce que vous choisissez.
accounts-body-unnamed = L’application ne voit que ce que vous choisissez.
accounts-all = Tout choisir
accounts-none = Ne rien choisir
accounts-barred-heading = Non partageables ici
accounts-barred-product = Ce type de compte ne convient pas à ce dont l’application a besoin.
accounts-barred-filter = L’application ne demande pas ce type de compte.
accounts-empty = Choisissez au moins un compte.
accounts-empty-one = Choisissez un compte.
accounts-continue = { $count ->
    [one] Partager { $count } compte
   *[other] Partager { $count } comptes
}
accounts-continue-one = Partager { $account }

account-type-depository = Compte bancaire
account-type-credit = Crédit
account-type-loan = Prêt
account-type-investment = Compte d’investissement
account-type-brokerage = Compte-titres
account-type-payroll = Paie
account-type-other = Compte
account-checking = Compte courant
account-savings = Épargne
account-cd = Dépôt à terme
account-money-market = Compte du marché monétaire
account-prepaid = Carte prépayée
account-cash-management = Compte de trésorerie
account-limited-purpose-checking = Compte courant à usage limité
account-credit-card = Carte de crédit
account-auto = Prêt automobile
account-business = Prêt professionnel
account-commercial = Prêt commercial
account-construction = Prêt construction
account-consumer = Prêt à la consommation
account-home-equity = Prêt sur valeur du logement
account-loan = Prêt
account-mortgage = Prêt immobilier
account-overdraft = Découvert
account-line-of-credit = Ligne de crédit
account-student = Prêt étudiant
account-brokerage = Compte-titres
account-crypto-exchange = Plateforme de cryptomonnaies
account-education-savings-account = Épargne études
account-fixed-annuity = Rente fixe
account-health-reimbursement-arrangement = Remboursement de frais de santé
account-life-insurance = Assurance vie
account-mutual-fund = Fonds commun de placement
account-non-custodial-wallet = Portefeuille autogéré
account-non-taxable-brokerage-account = Compte-titres non imposable
account-other-annuity = Rente
account-other-insurance = Assurance
account-pension = Retraite
account-roth-pension = Retraite Roth
account-profit-sharing-plan = Plan d’intéressement
account-roth-profit-sharing-plan = Plan d’intéressement Roth
account-retirement = Compte retraite
account-stock-plan = Plan d’actionnariat
account-trust = Compte en fiducie
account-variable-annuity = Rente variable
account-payroll = Paie

## The end

connected-title = { $bank } est connectée
connected-title-update = Votre connexion à { $bank } est renouvelée
connected-body = { $app } peut maintenant utiliser ce que vous avez partagé.
connected-body-unnamed = L’application peut maintenant utiliser ce que vous avez partagé.
connected-accounts = { $count ->
    [one] { $count } compte partagé
   *[other] { $count } comptes partagés
}
connected-earlier = Connectées auparavant
connected-another = Ajouter une autre banque
connected-finish = Terminé

leaving-title = Quitter sans terminer ?
leaving-body = Ce que vous avez saisi n’est pas conservé. La prochaine fois, vous recommencerez.
leaving-stay = Poursuivre
leaving-leave = Quitter

waiting-title = Un instant
waiting-bank = Échange avec { $bank }
waiting-long = Cela prend plus de temps que d’habitude. Gardez cette page ouverte.

expired-title = Votre temps est écoulé
expired-body = Revenez à { $app } et recommencez.
expired-body-unnamed = Revenez à l’application et recommencez.

over-title = Vous pouvez fermer cette fenêtre

offline-title = Pas de connexion
offline-body = Vérifiez votre connexion internet, puis réessayez.

## Pages of their own

hosted-success-title = Votre banque est connectée
hosted-success-body = Vous pouvez fermer cette page.
hosted-exit-title = Aucune banque n’a été connectée
hosted-exit-body = Vous pouvez fermer cette page.
hosted-gone-title = Ce lien ne fonctionne plus
hosted-gone-body = Il a expiré ou a déjà été utilisé. Demandez-en un nouveau à la personne qui vous l’a envoyé.
hosted-failed-title = Cette page ne peut pas continuer
hosted-failed-body = Un problème est survenu. Rechargez la page pour recommencer.
hosted-unknown-title = Il n’y a rien à cette adresse
hosted-unknown-body = Vérifiez que le lien est complet, ou demandez-en un nouveau à la personne qui vous l’a envoyé.

tiles-title = Connectez votre banque

## Errors

step-other = { $way ->
    [another_bank] Choisissez une autre banque.
   *[other] Revenez à l’application.
}
step-later = { $way ->
    [another_bank] Réessayez plus tard ou choisissez une autre banque.
   *[other] Réessayez plus tard.
}
error-general-title = Cela n’a pas fonctionné
error-general-body = Un problème est survenu de notre côté. { step-later }
error-ACCESS_NOT_GRANTED-title = Il manque quelque chose
error-ACCESS_NOT_GRANTED-body = Tout ce qui est nécessaire n’a pas été partagé. Réessayez et autorisez tout ce que votre banque indique.
error-COUNTRY_NOT_SUPPORTED-title = Cette banque ne peut pas être connectée
error-COUNTRY_NOT_SUPPORTED-body = Les banques de son pays ne sont pas prises en charge. { step-other }
error-INSTITUTION_DOWN-title = Votre banque est injoignable
error-INSTITUTION_DOWN-body = Elle est hors ligne pour le moment. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Votre banque n’est pas disponible
error-INSTITUTION_NOT_AVAILABLE-body = La connexion est impossible pour l’instant. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Votre banque ne répond pas
error-INSTITUTION_NOT_RESPONDING-body = Elle est peut-être surchargée. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Cette banque n’est plus prise en charge
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Elle ne peut plus être connectée. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Cette banque n’est pas encore prête ici
error-INSTITUTION_REGISTRATION_REQUIRED-body = L’application n’est pas encore enregistrée auprès de cette banque. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Cette banque n’est pas disponible ici
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Cette banque n’est pas disponible ici
error-UNAUTHORIZED_INSTITUTION-body = L’application ne peut pas se connecter à cette banque. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Votre banque est surchargée
error-INSTITUTION_RATE_LIMIT-body = Elle reçoit trop de demandes en ce moment. Patientez quelques minutes, puis réessayez.
error-RATE_LIMIT-title = Trop de tentatives
error-RATE_LIMIT-body = Patientez quelques minutes, puis réessayez.
error-INVALID_FIELD-title = Ces informations ne conviennent pas
error-INVALID_FIELD-body = Vérifiez ce que vous avez saisi et réessayez.
error-INSUFFICIENT_CREDENTIALS-title = La connexion n’a pas été terminée
error-INSUFFICIENT_CREDENTIALS-body = La connexion à votre banque n’était pas encore terminée. Réessayez.
error-INVALID_CREDENTIALS-title = La connexion n’a pas fonctionné
error-INVALID_CREDENTIALS-body = L’identifiant ou le mot de passe est inexact. Vérifiez les deux et réessayez.
error-INVALID_MFA-title = La réponse n’a pas fonctionné
error-INVALID_MFA-body = Votre banque n’a pas accepté cette réponse. Vérifiez-la et réessayez.
error-INVALID_SEND_METHOD-title = Le code n’a pas pu être envoyé
error-INVALID_SEND_METHOD-body = Votre banque ne peut pas y envoyer de code. Revenez à l’application et recommencez.
error-INVALID_UPDATED_USERNAME-title = C’est un autre identifiant
error-INVALID_UPDATED_USERNAME-body = Connectez-vous avec l’identifiant qui a servi à créer cette connexion.
error-INVALID_LINK_TOKEN-title = Votre temps est écoulé
error-INVALID_LINK_TOKEN-body = Revenez à l’application et recommencez.
error-ITEM_LOCKED-title = Votre accès est bloqué
error-ITEM_LOCKED-body = Votre banque l’a bloqué. Débloquez-le sur le site de votre banque, puis réessayez.
error-ITEM_LOGIN_REQUIRED-title = Votre banque vous demande de vous reconnecter
error-ITEM_LOGIN_REQUIRED-body = La connexion précédente n’est plus valable. Connectez-vous de nouveau.
error-ITEM_NOT_FOUND-title = Cette connexion n’existe plus
error-ITEM_NOT_FOUND-body = Revenez à l’application et connectez de nouveau votre banque.
error-ITEM_CONCURRENTLY_DELETED-title = Cette connexion n’existe plus
error-ITEM_CONCURRENTLY_DELETED-body = Revenez à l’application et connectez de nouveau votre banque.
error-ITEM_NOT_SUPPORTED-title = Cet accès ne peut pas être connecté
error-ITEM_NOT_SUPPORTED-body = Votre banque ne partage pas ce type de compte. { step-other }
error-MFA_NOT_SUPPORTED-title = Cette étape de sécurité n’est pas prise en charge
error-MFA_NOT_SUPPORTED-body = Votre banque demande quelque chose qui n’est pas possible ici. { step-other }
error-NO_ACCOUNTS-title = Aucun compte trouvé
error-NO_ACCOUNTS-body = Cet accès ne donne aucun compte à partager. Essayez un autre accès ou une autre banque.
error-NO_AUTH_ACCOUNTS-title = Aucun compte ne convient
error-NO_AUTH_ACCOUNTS-body = Il faut un compte courant, d’épargne ou de trésorerie. Essayez un autre accès ou une autre banque.
error-PASSWORD_RESET_REQUIRED-title = Votre banque demande un nouveau mot de passe
error-PASSWORD_RESET_REQUIRED-body = Définissez un nouveau mot de passe sur le site de votre banque, puis réessayez.
error-PAYMENT_INVALID_RECIPIENT-title = Le paiement est impossible
error-PAYMENT_INVALID_RECIPIENT-body = Votre banque n’accepte pas son destinataire. { step-other }
error-PLANNED_MAINTENANCE-title = De retour bientôt
error-PLANNED_MAINTENANCE-body = Une maintenance est en cours. Réessayez dans quelques minutes.
error-PRODUCTS_NOT_SUPPORTED-title = Cette banque ne convient pas
error-PRODUCTS_NOT_SUPPORTED-body = Elle ne propose pas ce qui est nécessaire. { step-other }
error-RECAPTCHA_BAD-title = La vérification n’a pas fonctionné
error-RECAPTCHA_BAD-body = Votre banque n’était pas sûre qu’une personne se connecte. { step-later }
error-RECAPTCHA_REQUIRED-title = Encore une vérification
error-RECAPTCHA_REQUIRED-body = Votre banque veut s’assurer qu’une personne se connecte.
error-UNSUPPORTED_RESPONSE-title = La réponse de votre banque est illisible
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Cela a pris trop de temps
error-USER_INPUT_TIMEOUT-body = Votre banque a cessé d’attendre. Réessayez.
error-USER_SETUP_REQUIRED-title = Votre accès n’est pas encore activé
error-USER_SETUP_REQUIRED-body = Terminez son activation sur le site de votre banque, puis réessayez.
error-INCORRECT_OAUTH_NONCE-title = Le retour depuis votre banque s’est perdu
error-INCORRECT_OAUTH_NONCE-body = Réessayez. Si plusieurs fenêtres sont ouvertes, continuez dans la première.
error-INCORRECT_LINK_TOKEN-title = Le retour depuis votre banque s’est perdu
error-INCORRECT_LINK_TOKEN-body = Revenez à l’application et recommencez.
error-OAUTH_STATE_ID_NOT_FOUND-title = Le retour depuis votre banque s’est perdu
error-OAUTH_STATE_ID_NOT_FOUND-body = Revenez à l’application et recommencez.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Cette page a déjà été utilisée
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Revenez à l’application et recommencez.

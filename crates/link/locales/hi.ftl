### Hindi.
###
### आप। शब्द: कनेक्ट करना, कनेक्शन, शेयर करना, साइन इन करना, खाता, ऐप, बैंक।

## What several panes say

button-continue = जारी रखें
button-submit = सबमिट करें
button-retry = फिर से कोशिश करें
button-another-bank = दूसरा बैंक चुनें
button-bank-site = बैंक की साइट खोलें
button-close = बंद करें
button-return = ऐप पर वापस जाएँ
shared-with = { $app } के साथ शेयर
shared-with-unnamed = इस ऐप के साथ शेयर
shared-more = क्या शेयर होता है

a11y-link = अपना बैंक कनेक्ट करें
a11y-close = बंद करें
a11y-back = वापस
a11y-progress = प्रगति
a11y-progress-value = { $percent } प्रतिशत पूरा
a11y-new-window = नई विंडो में खुलता है
a11y-account-ending = आखिरी अंक { $mask }
a11y-test-mode = टेस्ट मोड: किसी असली बैंक से संपर्क नहीं होता

test-mode = टेस्ट मोड
test-explained = किसी असली बैंक से संपर्क नहीं होता।
test-credentials = आज़माने के लिए, { $username } के रूप में पासवर्ड { $password } से साइन इन करें।
test-code = आज़माने के लिए, कोड { $code } डालें।

## Consent

consent-title = { $app } आपके बैंक से कनेक्ट होना चाहता है
consent-title-unnamed = यह ऐप आपके बैंक से कनेक्ट होना चाहता है
consent-title-bank = { $app } आपके बैंक { $bank } से कनेक्ट होना चाहता है
consent-title-bank-unnamed = यह ऐप आपके बैंक { $bank } से कनेक्ट होना चाहता है
consent-title-update = { $bank } से अपना कनेक्शन फिर से चालू करें
consent-scopes = आप क्या शेयर करेंगे
consent-choose = खाते आप चुनते हैं। उससे पहले कुछ भी शेयर नहीं होता।
consent-password = { $app } आपके बैंक का पासवर्ड कभी नहीं देखता।
consent-password-unnamed = यह ऐप आपके बैंक का पासवर्ड कभी नहीं देखता।
consent-undo = बाद में शेयर करना बंद करने के लिए, { $app } में अपना बैंक हटाएँ।
consent-undo-unnamed = बाद में शेयर करना बंद करने के लिए, ऐप में अपना बैंक हटाएँ।
consent-details = ठीक-ठीक देखें कि क्या शेयर होता है
consent-details-title = क्या शेयर होता है
consent-details-close = समझ गए
consent-continue = जारी रखें

scope-account_balance_info-title = खाता और बैलेंस
scope-account_balance_info-body = खाते का नाम और प्रकार, आखिरी अंक और उसमें कितनी रकम है
scope-contact_info-title = संपर्क जानकारी
scope-contact_info-body = आपका नाम, पता, ईमेल और फ़ोन नंबर, जैसे आपके बैंक के पास हैं
scope-account_routing_number-title = खाता संख्या
scope-account_routing_number-body = खाता संख्या और बैंक कोड, खाते में और खाते से भुगतान के लिए
scope-transactions-title = लेन-देन
scope-transactions-body = क्या आया और क्या गया: रकम, तारीख, विवरण और जगह
scope-credit_loan_info-title = क्रेडिट कार्ड और लोन
scope-credit_loan_info-body = बकाया, देय तारीखें, ब्याज दरें और शर्तें
scope-investments-title = निवेश
scope-investments-body = आपके पास क्या है, उसकी कीमत कितनी है और आपने क्या खरीदा और बेचा
scope-risk_info-title = भुगतान का जोखिम
scope-risk_info-body = खाते का उपयोग कैसे होता है, यह आँकने के लिए कि भुगतान असफल हो सकता है या नहीं
scope-bank_statements-title = बैंक स्टेटमेंट
scope-bank_statements-body = आपके स्टेटमेंट दस्तावेज़ के रूप में, उनकी पूरी जानकारी के साथ
scope-income_verification_bank_statements-title = बैंक स्टेटमेंट से आय
scope-income_verification_bank_statements-body = आपकी आय, जो बैंक स्टेटमेंट से निकाली गई है

## Choosing a bank

institutions-title = अपना बैंक चुनें
institutions-search = अपना बैंक खोजें
institutions-clear = खोज मिटाएँ
institutions-often = अक्सर चुने गए
institutions-matched = आपके बैंक कोड से मेल खाता है
institutions-found = { $count ->
    [one] { $count } बैंक मिला
   *[other] { $count } बैंक मिले
}
institutions-none-title = “{ $query }” के लिए कोई बैंक नहीं मिला
institutions-none-body = वर्तनी जाँचें, या वह नाम डालें जो आपके कार्ड या बैंक की साइट पर है।

## A bank that works badly or not at all

unwell-degraded-title = { $bank } में अभी समस्या है
unwell-degraded-body = आप जारी रख सकते हैं, पर कनेक्ट होने में देर लग सकती है या वह असफल हो सकता है।
unwell-degraded-continue = फिर भी जारी रखें
unwell-down-title = { $bank } अभी उपलब्ध नहीं है
unwell-down-body = इस समय कनेक्ट नहीं हो सकता। बाद में फिर से कोशिश करें या दूसरा बैंक चुनें।
unwell-unsupported-title = { $bank } का उपयोग यहाँ नहीं हो सकता
unwell-unsupported-body = यह बैंक वह नहीं देता जो ज़रूरी है। दूसरा बैंक चुनें।

## Signing in at the bank

credentials-title = { $bank } में साइन इन करें
credentials-title-update = { $bank } में फिर से साइन इन करें
credentials-intro = वही जानकारी डालें जिससे आप अपने बैंक में साइन इन करते हैं।
credentials-intro-update = आपका बैंक चाहता है कि आप अपनी पहचान की पुष्टि करें। और कुछ नहीं बदलता।
credentials-username = यूज़रनेम
credentials-password = पासवर्ड
credentials-show = पासवर्ड दिखाएँ
credentials-hide = पासवर्ड छिपाएँ
credentials-forgot = पासवर्ड भूल गए?
credentials-empty = यह खाना भरें।
credentials-submit = साइन इन करें

captcha-title = एक छोटी जाँच
captcha-body = { $bank } सुनिश्चित करना चाहता है कि कोई व्यक्ति ही साइन इन कर रहा है।
captcha-label = मैं एक व्यक्ति हूँ
captcha-empty = जारी रखने के लिए बॉक्स पर निशान लगाएँ।

mfa-send-title = कोड कहाँ भेजा जाए?
mfa-send-body = { $bank } यह पक्का करने के लिए कोड भेजता है कि यह आप ही हैं।
mfa-send-empty = चुनें कि कोड कहाँ भेजा जाए।
mfa-send-submit = कोड भेजें
mfa-code-title = कोड डालें
mfa-code-body = { $bank } ने इसे { $place } पर भेजा है।
mfa-code-label = कोड
mfa-code-empty = कोड डालें।
mfa-questions-title = { $count ->
    [one] एक सवाल का जवाब दें
   *[other] { $count } सवालों के जवाब दें
}
mfa-questions-body = { $bank } यह पक्का करने के लिए पूछता है कि यह आप ही हैं।
mfa-answer-empty = इस सवाल का जवाब दें।
mfa-selections-title = { $count ->
    [one] एक जवाब चुनें
   *[other] { $count } जवाब चुनें
}
mfa-selection-empty = एक जवाब चुनें।

## The bank’s own pages

oauth-title = { $bank } में साइन इन करें
oauth-body-popup = आपके बैंक की विंडो खुलेगी। वहाँ साइन इन करें और चुनें कि क्या शेयर करना है। फिर आप यहाँ लौट आएँगे।
oauth-body-redirect = आप अपने बैंक की साइट पर जाएँगे। वहाँ साइन इन करें और चुनें कि क्या शेयर करना है। फिर आप यहाँ लौट आएँगे।
oauth-choose-all = आपका बैंक पूछेगा कि कौन से खाते और डेटा शेयर करने हैं। नीचे की सूची में सब कुछ मंज़ूर करें, नहीं तो कनेक्शन शायद काम न करे।
oauth-continue = अपने बैंक पर जाएँ
oauth-waiting-title = { $bank } का इंतज़ार है
oauth-waiting-body = अपने बैंक की विंडो में पूरा करें। यह पेज अपने-आप आगे बढ़ेगा।
oauth-reopen = विंडो फिर से खोलें
oauth-blocked-title = विंडो नहीं खुली
oauth-blocked-body = शायद आपके ब्राउज़र ने उसे रोक दिया। उसे इस बटन से खोलें।
oauth-blocked-open = बैंक की विंडो खोलें
oauth-leaving-title = आपको आपके बैंक पर ले जा रहे हैं
oauth-leaving-continue = अपने बैंक पर जाएँ
oauth-alone-body = यह पेज केवल उस विंडो में काम करता है जिसे ऐप ने आपके लिए खोला था। अगर किसी ने आपको यह लिंक भेजा है, तो यह पेज बंद कर दें।
oauth-elsewhere-title = जहाँ शुरू किया था, वहीं जारी रखें
oauth-elsewhere-body = यह पेज केवल उस ब्राउज़र में काम करता है जिसमें आपने शुरू किया था। उसी पर लौटें और वहीं अपना बैंक कनेक्ट करें। अगर किसी ने आपको यह लिंक भेजा है, तो यह पेज बंद कर दें।
oauth-returned-title = आप यह विंडो बंद कर सकते हैं
oauth-returned-body = उस विंडो में जारी रखें जहाँ से आप आए थे।
oauth-stale-title = यह पेज पुराना हो गया है
oauth-stale-body = ऐप पर लौटें और अपना बैंक फिर से कनेक्ट करें।

## Choosing accounts

accounts-title-one = शेयर करने के लिए एक खाता चुनें
accounts-title-several = शेयर करने के लिए खाते चुनें
accounts-body = { $app } केवल वही देखता है जो आप चुनते हैं।
accounts-body-unnamed = ऐप केवल वही देखता है जो आप चुनते हैं।
accounts-all = सभी चुनें
accounts-none = कोई न चुनें
accounts-barred-heading = यहाँ शेयर नहीं हो सकते
accounts-barred-product = इस प्रकार का खाता ऐप की ज़रूरत के लिए काम नहीं करता।
accounts-barred-filter = ऐप इस प्रकार का खाता नहीं माँगता।
accounts-empty = कम से कम एक खाता चुनें।
accounts-empty-one = एक खाता चुनें।
accounts-continue = { $count ->
    [one] { $count } खाता शेयर करें
   *[other] { $count } खाते शेयर करें
}
accounts-continue-one = { $account } शेयर करें

account-type-depository = बैंक खाता
account-type-credit = क्रेडिट
account-type-loan = लोन
account-type-investment = निवेश खाता
account-type-brokerage = ब्रोकरेज खाता
account-type-payroll = वेतन
account-type-other = खाता
account-checking = चालू खाता
account-savings = बचत खाता
account-cd = सावधि जमा
account-money-market = मनी मार्केट खाता
account-prepaid = प्रीपेड कार्ड
account-cash-management = नकद प्रबंधन खाता
account-limited-purpose-checking = सीमित उपयोग वाला चालू खाता
account-credit-card = क्रेडिट कार्ड
account-auto = कार लोन
account-business = बिज़नेस लोन
account-commercial = वाणिज्यिक लोन
account-construction = निर्माण लोन
account-consumer = उपभोक्ता लोन
account-home-equity = घर की ज़मानत पर लोन
account-loan = लोन
account-mortgage = होम लोन
account-overdraft = ओवरड्राफ़्ट
account-line-of-credit = क्रेडिट सीमा
account-student = छात्र लोन
account-brokerage = ब्रोकरेज खाता
account-crypto-exchange = क्रिप्टो एक्सचेंज
account-education-savings-account = शिक्षा बचत
account-fixed-annuity = निश्चित वार्षिकी
account-health-reimbursement-arrangement = स्वास्थ्य खर्च की वापसी
account-life-insurance = जीवन बीमा
account-mutual-fund = म्यूचुअल फ़ंड
account-non-custodial-wallet = अपने पास रखा वॉलेट
account-non-taxable-brokerage-account = कर-मुक्त ब्रोकरेज खाता
account-other-annuity = वार्षिकी
account-other-insurance = बीमा
account-pension = पेंशन
account-roth-pension = Roth पेंशन
account-profit-sharing-plan = लाभ साझेदारी योजना
account-roth-profit-sharing-plan = Roth लाभ साझेदारी योजना
account-retirement = सेवानिवृत्ति खाता
account-stock-plan = स्टॉक योजना
account-trust = ट्रस्ट खाता
account-variable-annuity = परिवर्तनीय वार्षिकी
account-payroll = वेतन

## The end

connected-title = { $bank } कनेक्ट हो गया
connected-title-update = { $bank } से आपका कनेक्शन फिर से चालू हो गया
connected-body = { $app } अब आपकी शेयर की गई जानकारी का उपयोग कर सकता है।
connected-body-unnamed = ऐप अब आपकी शेयर की गई जानकारी का उपयोग कर सकता है।
connected-accounts = { $count ->
    [one] { $count } खाता शेयर हुआ
   *[other] { $count } खाते शेयर हुए
}
connected-earlier = पहले कनेक्ट किए गए
connected-another = एक और बैंक जोड़ें
connected-finish = हो गया

leaving-title = पूरा किए बिना छोड़ें?
leaving-body = आपने जो डाला है वह रखा नहीं जाएगा। अगली बार आप फिर से शुरू करेंगे।
leaving-stay = यहीं रहें
leaving-leave = छोड़ें

waiting-title = एक पल
waiting-bank = { $bank } से बात हो रही है
waiting-long = इसमें सामान्य से ज़्यादा समय लग रहा है। यह पेज खुला रखें।

expired-title = यहाँ आपका समय समाप्त हो गया
expired-body = { $app } पर लौटें और फिर से शुरू करें।
expired-body-unnamed = ऐप पर लौटें और फिर से शुरू करें।

over-title = आप यह विंडो बंद कर सकते हैं

offline-title = इंटरनेट नहीं है
offline-body = अपना इंटरनेट जाँचें, फिर दोबारा कोशिश करें।

## Pages of their own

hosted-success-title = आपका बैंक कनेक्ट हो गया
hosted-success-body = आप यह पेज बंद कर सकते हैं।
hosted-exit-title = कोई बैंक कनेक्ट नहीं हुआ
hosted-exit-body = आप यह पेज बंद कर सकते हैं।
hosted-gone-title = यह लिंक अब काम नहीं करता
hosted-gone-body = इसका समय निकल गया है या इसका उपयोग हो चुका है। भेजने वाले से नया लिंक माँगें।
hosted-failed-title = यह पेज आगे नहीं बढ़ सकता
hosted-failed-body = कुछ गड़बड़ी हुई। फिर से शुरू करने के लिए पेज को दोबारा लोड करें।
hosted-unknown-title = इस पते पर कुछ नहीं है
hosted-unknown-body = देखें कि आपके पास पूरा लिंक है, या भेजने वाले से नया लिंक माँगें।

tiles-title = अपना बैंक कनेक्ट करें

## Errors

step-other = { $way ->
    [another_bank] दूसरा बैंक चुनें।
   *[other] ऐप पर लौटें।
}
step-later = { $way ->
    [another_bank] बाद में फिर से कोशिश करें या दूसरा बैंक चुनें।
   *[other] बाद में फिर से कोशिश करें।
}
error-general-title = यह काम नहीं किया
error-general-body = हमारी ओर से कुछ गड़बड़ी हुई। { step-later }
error-ACCESS_NOT_GRANTED-title = कुछ बाकी है
error-ACCESS_NOT_GRANTED-body = जो ज़रूरी है वह सब शेयर नहीं हुआ। फिर से कोशिश करें और बैंक जो भी दिखाए, सब मंज़ूर करें।
error-COUNTRY_NOT_SUPPORTED-title = यह बैंक कनेक्ट नहीं हो सकता
error-COUNTRY_NOT_SUPPORTED-body = इस देश के बैंक समर्थित नहीं हैं। { step-other }
error-INSTITUTION_DOWN-title = आपके बैंक से संपर्क नहीं हो पा रहा
error-INSTITUTION_DOWN-body = वह अभी ऑफ़लाइन है। { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = आपका बैंक उपलब्ध नहीं है
error-INSTITUTION_NOT_AVAILABLE-body = इस समय कनेक्ट नहीं हो सकता। { step-later }
error-INSTITUTION_NOT_RESPONDING-title = आपका बैंक जवाब नहीं दे रहा
error-INSTITUTION_NOT_RESPONDING-body = शायद वह अभी व्यस्त है। { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = यह बैंक अब समर्थित नहीं है
error-INSTITUTION_NO_LONGER_SUPPORTED-body = यह अब कनेक्ट नहीं हो सकता। { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = यह बैंक यहाँ अभी तैयार नहीं है
error-INSTITUTION_REGISTRATION_REQUIRED-body = ऐप अभी इस बैंक में पंजीकृत नहीं है। { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = यह बैंक यहाँ उपलब्ध नहीं है
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = यह बैंक यहाँ उपलब्ध नहीं है
error-UNAUTHORIZED_INSTITUTION-body = ऐप को इस बैंक से कनेक्ट होने की अनुमति नहीं है। { step-other }
error-INSTITUTION_RATE_LIMIT-title = आपका बैंक व्यस्त है
error-INSTITUTION_RATE_LIMIT-body = उसे अभी बहुत ज़्यादा अनुरोध मिल रहे हैं। कुछ मिनट रुकें, फिर दोबारा कोशिश करें।
error-RATE_LIMIT-title = बहुत ज़्यादा कोशिशें
error-RATE_LIMIT-body = कुछ मिनट रुकें, फिर दोबारा कोशिश करें।
error-INVALID_FIELD-title = यह जानकारी काम नहीं करती
error-INVALID_FIELD-body = आपने जो डाला है उसे जाँचें और फिर से कोशिश करें।
error-INSUFFICIENT_CREDENTIALS-title = साइन इन पूरा नहीं हुआ
error-INSUFFICIENT_CREDENTIALS-body = आप अपने बैंक में साइन इन पूरा होने से पहले लौट आए। फिर से कोशिश करें।
error-INVALID_CREDENTIALS-title = साइन इन नहीं हुआ
error-INVALID_CREDENTIALS-body = यूज़रनेम या पासवर्ड सही नहीं था। दोनों जाँचें और फिर से कोशिश करें।
error-INVALID_MFA-title = जवाब काम नहीं किया
error-INVALID_MFA-body = आपके बैंक ने यह जवाब स्वीकार नहीं किया। इसे जाँचें और फिर से कोशिश करें।
error-INVALID_SEND_METHOD-title = कोड नहीं भेजा जा सका
error-INVALID_SEND_METHOD-body = आपका बैंक वहाँ कोड नहीं भेज सकता। ऐप पर लौटें और फिर से शुरू करें।
error-INVALID_UPDATED_USERNAME-title = यह दूसरा लॉगिन है
error-INVALID_UPDATED_USERNAME-body = उस यूज़रनेम से साइन इन करें जिससे यह कनेक्शन बनाया गया था।
error-INVALID_LINK_TOKEN-title = यहाँ आपका समय समाप्त हो गया
error-INVALID_LINK_TOKEN-body = ऐप पर लौटें और फिर से शुरू करें।
error-ITEM_LOCKED-title = आपका लॉगिन लॉक है
error-ITEM_LOCKED-body = आपके बैंक ने इसे लॉक किया है। बैंक की साइट पर इसे अनलॉक करें, फिर दोबारा कोशिश करें।
error-ITEM_LOGIN_REQUIRED-title = आपका बैंक चाहता है कि आप फिर से साइन इन करें
error-ITEM_LOGIN_REQUIRED-body = पिछला साइन इन अब मान्य नहीं है। फिर से साइन इन करें।
error-ITEM_NOT_FOUND-title = यह कनेक्शन अब नहीं है
error-ITEM_NOT_FOUND-body = ऐप पर लौटें और अपना बैंक फिर से कनेक्ट करें।
error-ITEM_CONCURRENTLY_DELETED-title = यह कनेक्शन अब नहीं है
error-ITEM_CONCURRENTLY_DELETED-body = ऐप पर लौटें और अपना बैंक फिर से कनेक्ट करें।
error-ITEM_NOT_SUPPORTED-title = यह लॉगिन कनेक्ट नहीं हो सकता
error-ITEM_NOT_SUPPORTED-body = आपका बैंक इस प्रकार का खाता शेयर नहीं करता। { step-other }
error-MFA_NOT_SUPPORTED-title = यह सुरक्षा कदम समर्थित नहीं है
error-MFA_NOT_SUPPORTED-body = आपका बैंक कुछ ऐसा माँगता है जो यहाँ नहीं हो सकता। { step-other }
error-NO_ACCOUNTS-title = कोई खाता नहीं मिला
error-NO_ACCOUNTS-body = इस लॉगिन में शेयर करने के लिए कोई खाता नहीं है। दूसरा लॉगिन या दूसरा बैंक आज़माएँ।
error-NO_AUTH_ACCOUNTS-title = कोई खाता उपयुक्त नहीं है
error-NO_AUTH_ACCOUNTS-body = चालू, बचत या नकद प्रबंधन खाता चाहिए। दूसरा लॉगिन या दूसरा बैंक आज़माएँ।
error-PASSWORD_RESET_REQUIRED-title = आपका बैंक नया पासवर्ड चाहता है
error-PASSWORD_RESET_REQUIRED-body = बैंक की साइट पर नया पासवर्ड बनाएँ, फिर दोबारा कोशिश करें।
error-PAYMENT_INVALID_RECIPIENT-title = भुगतान नहीं हो सकता
error-PAYMENT_INVALID_RECIPIENT-body = आपका बैंक पाने वाले को स्वीकार नहीं करता। { step-other }
error-PLANNED_MAINTENANCE-title = थोड़ी देर में वापस
error-PLANNED_MAINTENANCE-body = रखरखाव चल रहा है। कुछ मिनट बाद फिर से कोशिश करें।
error-PRODUCTS_NOT_SUPPORTED-title = यह बैंक उपयुक्त नहीं है
error-PRODUCTS_NOT_SUPPORTED-body = यह वह नहीं देता जो ज़रूरी है। { step-other }
error-RECAPTCHA_BAD-title = जाँच सफल नहीं हुई
error-RECAPTCHA_BAD-body = आपका बैंक सुनिश्चित नहीं था कि कोई व्यक्ति ही साइन इन कर रहा है। { step-later }
error-RECAPTCHA_REQUIRED-title = एक और जाँच
error-RECAPTCHA_REQUIRED-body = आपका बैंक सुनिश्चित करना चाहता है कि कोई व्यक्ति ही साइन इन कर रहा है।
error-UNSUPPORTED_RESPONSE-title = आपके बैंक का जवाब पढ़ा नहीं जा सका
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = इसमें बहुत समय लग गया
error-USER_INPUT_TIMEOUT-body = आपके बैंक ने इंतज़ार करना बंद कर दिया। फिर से कोशिश करें।
error-USER_SETUP_REQUIRED-title = आपका लॉगिन अभी तैयार नहीं है
error-USER_SETUP_REQUIRED-body = बैंक की साइट पर उसका सेटअप पूरा करें, फिर दोबारा कोशिश करें।
error-INCORRECT_OAUTH_NONCE-title = आपके बैंक से वापसी का रास्ता खो गया
error-INCORRECT_OAUTH_NONCE-body = फिर से कोशिश करें। अगर आप कई विंडो उपयोग कर रहे हैं, तो पहली में जारी रखें।
error-INCORRECT_LINK_TOKEN-title = आपके बैंक से वापसी का रास्ता खो गया
error-INCORRECT_LINK_TOKEN-body = ऐप पर लौटें और फिर से शुरू करें।
error-OAUTH_STATE_ID_NOT_FOUND-title = आपके बैंक से वापसी का रास्ता खो गया
error-OAUTH_STATE_ID_NOT_FOUND-body = ऐप पर लौटें और फिर से शुरू करें।
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = इस पेज का उपयोग हो चुका है
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = ऐप पर लौटें और फिर से शुरू करें।

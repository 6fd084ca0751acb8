### Vietnamese.
###
### Bạn. Thuật ngữ: kết nối, chia sẻ, đăng nhập, tài khoản, ứng dụng, ngân hàng.

## What several panes say

button-continue = Tiếp tục
button-submit = Gửi
button-retry = Thử lại
button-another-bank = Chọn ngân hàng khác
button-bank-site = Mở trang của ngân hàng
button-close = Đóng
button-return = Quay lại ứng dụng
shared-with = Chia sẻ với { $app }
shared-with-unnamed = Chia sẻ với ứng dụng này
shared-more = Những gì được chia sẻ

a11y-link = Kết nối ngân hàng của bạn
a11y-close = Đóng
a11y-back = Quay lại
a11y-progress = Tiến độ
a11y-progress-value = Đã xong { $percent } phần trăm
a11y-new-window = mở trong cửa sổ mới
a11y-account-ending = có số cuối { $mask }
a11y-test-mode = Thử nghiệm: không liên hệ với ngân hàng thật nào

test-mode = Thử nghiệm
test-explained = Không liên hệ với ngân hàng thật nào.
test-credentials = Để dùng thử, hãy đăng nhập bằng { $username } với mật khẩu { $password }.
test-code = Để dùng thử, hãy nhập mã { $code }.

## Consent

consent-title = { $app } muốn kết nối với ngân hàng của bạn
consent-title-unnamed = Ứng dụng này muốn kết nối với ngân hàng của bạn
consent-title-bank = { $app } muốn kết nối với { $bank }
consent-title-bank-unnamed = Ứng dụng này muốn kết nối với { $bank }
consent-title-update = Gia hạn kết nối với { $bank }
consent-scopes = Những gì bạn sẽ chia sẻ
consent-choose = Bạn chọn tài khoản. Trước đó không có gì được chia sẻ.
consent-password = { $app } không bao giờ thấy mật khẩu ngân hàng của bạn.
consent-password-unnamed = Ứng dụng này không bao giờ thấy mật khẩu ngân hàng của bạn.
consent-undo = Để ngừng chia sẻ sau này, hãy xóa ngân hàng của bạn trong { $app }.
consent-undo-unnamed = Để ngừng chia sẻ sau này, hãy xóa ngân hàng của bạn trong ứng dụng.
consent-details = Xem chính xác những gì được chia sẻ
consent-details-title = Những gì được chia sẻ
consent-details-close = Đã hiểu
consent-continue = Tiếp tục

scope-account_balance_info-title = Tài khoản và số dư
scope-account_balance_info-body = Tên và loại tài khoản, các số cuối và số tiền trong đó
scope-contact_info-title = Thông tin liên hệ
scope-contact_info-body = Họ tên, địa chỉ, email và số điện thoại của bạn mà ngân hàng đang có
scope-account_routing_number-title = Số tài khoản
scope-account_routing_number-body = Số tài khoản và mã ngân hàng, để chuyển tiền đến và đi
scope-transactions-title = Giao dịch
scope-transactions-body = Tiền vào và tiền ra: số tiền, ngày, nội dung và địa điểm
scope-credit_loan_info-title = Thẻ tín dụng và khoản vay
scope-credit_loan_info-body = Dư nợ, ngày đến hạn, lãi suất và điều khoản
scope-investments-title = Đầu tư
scope-investments-body = Bạn đang nắm giữ gì, giá trị bao nhiêu, đã mua và bán gì
scope-risk_info-title = Rủi ro thanh toán
scope-risk_info-body = Cách tài khoản được sử dụng, để đánh giá liệu một khoản thanh toán có thể thất bại
scope-bank_statements-title = Sao kê ngân hàng
scope-bank_statements-body = Các bản sao kê của bạn dưới dạng tài liệu, với toàn bộ nội dung
scope-income_verification_bank_statements-title = Thu nhập từ sao kê
scope-income_verification_bank_statements-body = Thu nhập của bạn, tính từ các bản sao kê ngân hàng

## Choosing a bank

institutions-title = Chọn ngân hàng của bạn
institutions-search = Tìm ngân hàng của bạn
institutions-clear = Xóa nội dung tìm
institutions-often = Hay được chọn
institutions-matched = Khớp với mã ngân hàng của bạn
institutions-found = { $count ->
   *[other] Tìm thấy { $count } ngân hàng
}
institutions-none-title = Không tìm thấy ngân hàng nào cho “{ $query }”
institutions-none-body = Hãy kiểm tra chính tả, hoặc thử tên ghi trên thẻ hay trên trang của ngân hàng.

## A bank that works badly or not at all

unwell-degraded-title = { $bank } đang gặp trục trặc
unwell-degraded-body = Bạn có thể tiếp tục, nhưng việc kết nối có thể lâu hơn hoặc không thành công.
unwell-degraded-continue = Vẫn tiếp tục
unwell-down-title = { $bank } hiện không dùng được
unwell-down-body = Lúc này chưa thể kết nối. Hãy thử lại sau hoặc chọn ngân hàng khác.
unwell-unsupported-title = Không thể dùng { $bank } ở đây
unwell-unsupported-body = Ngân hàng này không có những gì cần thiết. Hãy chọn ngân hàng khác.

## Signing in at the bank

credentials-title = Đăng nhập vào { $bank }
credentials-title-update = Đăng nhập lại vào { $bank }
credentials-intro = Dùng thông tin mà bạn vẫn đăng nhập tại ngân hàng.
credentials-intro-update = Ngân hàng muốn bạn xác nhận danh tính. Ngoài ra không có gì thay đổi.
credentials-username = Tên đăng nhập
credentials-password = Mật khẩu
credentials-show = Hiện mật khẩu
credentials-hide = Ẩn mật khẩu
credentials-forgot = Quên mật khẩu?
credentials-empty = Hãy điền vào ô này.
credentials-submit = Đăng nhập

captcha-title = Kiểm tra nhanh
captcha-body = { $bank } muốn chắc chắn rằng người đăng nhập là con người.
captcha-label = Tôi là con người
captcha-empty = Hãy đánh dấu vào ô để tiếp tục.

mfa-send-title = Gửi mã đến đâu?
mfa-send-body = { $bank } sẽ gửi mã cho bạn để chắc chắn đó là bạn.
mfa-send-empty = Hãy chọn nơi nhận mã.
mfa-send-submit = Gửi mã
mfa-code-title = Nhập mã
mfa-code-body = { $bank } đã gửi mã đến { $place }.
mfa-code-label = Mã
mfa-code-empty = Hãy nhập mã.
mfa-questions-title = { $count ->
   *[other] Trả lời { $count } câu hỏi
}
mfa-questions-body = { $bank } hỏi điều này để chắc chắn đó là bạn.
mfa-answer-empty = Hãy trả lời câu hỏi này.
mfa-selections-title = { $count ->
   *[other] Chọn { $count } câu trả lời
}
mfa-selection-empty = Hãy chọn một câu trả lời.

## The bank’s own pages

oauth-title = Đăng nhập tại { $bank }
oauth-body-popup = Một cửa sổ của ngân hàng sẽ mở ra. Hãy đăng nhập ở đó và chọn những gì bạn chia sẻ. Sau đó bạn quay lại đây.
oauth-body-redirect = Bạn sẽ đến trang của ngân hàng. Hãy đăng nhập ở đó và chọn những gì bạn chia sẻ. Sau đó bạn quay lại đây.
oauth-choose-all = Ngân hàng sẽ hỏi bạn chia sẻ tài khoản và dữ liệu nào. Hãy cho phép mọi mục trong danh sách bên dưới, nếu không kết nối có thể không hoạt động.
oauth-continue = Đến ngân hàng của bạn
oauth-waiting-title = Đang chờ { $bank }
oauth-waiting-body = Hãy hoàn tất trong cửa sổ của ngân hàng. Trang này sẽ tự tiếp tục.
oauth-reopen = Mở lại cửa sổ
oauth-blocked-title = Cửa sổ chưa mở được
oauth-blocked-body = Có thể trình duyệt đã chặn cửa sổ. Hãy dùng nút này để mở.
oauth-blocked-open = Mở cửa sổ ngân hàng
oauth-leaving-title = Đang đưa bạn đến ngân hàng
oauth-leaving-continue = Đến ngân hàng của bạn
oauth-alone-body = Trang này chỉ hoạt động trong cửa sổ mà ứng dụng đã mở cho bạn. Nếu ai đó gửi cho bạn liên kết này, hãy đóng trang.
oauth-elsewhere-title = Hãy tiếp tục ở nơi bạn đã bắt đầu
oauth-elsewhere-body = Trang này chỉ hoạt động trong trình duyệt mà bạn đã bắt đầu. Hãy quay lại trình duyệt đó và kết nối ngân hàng ở đó. Nếu ai đó gửi cho bạn liên kết này, hãy đóng trang.
oauth-returned-title = Bạn có thể đóng cửa sổ này
oauth-returned-body = Hãy tiếp tục ở cửa sổ ban đầu.
oauth-stale-title = Trang này đã cũ
oauth-stale-body = Hãy quay lại ứng dụng và kết nối lại ngân hàng của bạn.

## Choosing accounts

accounts-title-one = Chọn một tài khoản để chia sẻ
accounts-title-several = Chọn các tài khoản để chia sẻ
accounts-body = { $app } chỉ thấy những gì bạn chọn.
accounts-body-unnamed = Ứng dụng chỉ thấy những gì bạn chọn.
accounts-all = Chọn tất cả
accounts-none = Bỏ chọn tất cả
accounts-barred-heading = Không thể chia sẻ ở đây
accounts-barred-product = Loại tài khoản này không phù hợp với điều ứng dụng cần.
accounts-barred-filter = Ứng dụng không yêu cầu loại tài khoản này.
accounts-empty = Hãy chọn ít nhất một tài khoản.
accounts-empty-one = Hãy chọn một tài khoản.
accounts-continue = { $count ->
   *[other] Chia sẻ { $count } tài khoản
}
accounts-continue-one = Chia sẻ { $account }

account-type-depository = Tài khoản ngân hàng
account-type-credit = Tín dụng
account-type-loan = Khoản vay
account-type-investment = Tài khoản đầu tư
account-type-brokerage = Tài khoản chứng khoán
account-type-payroll = Tiền lương
account-type-other = Tài khoản
account-checking = Tài khoản thanh toán
account-savings = Tài khoản tiết kiệm
account-cd = Tiền gửi có kỳ hạn
account-money-market = Tài khoản thị trường tiền tệ
account-prepaid = Thẻ trả trước
account-cash-management = Tài khoản quản lý tiền mặt
account-limited-purpose-checking = Tài khoản thanh toán mục đích hạn chế
account-credit-card = Thẻ tín dụng
account-auto = Vay mua xe
account-business = Vay doanh nghiệp
account-commercial = Vay thương mại
account-construction = Vay xây dựng
account-consumer = Vay tiêu dùng
account-home-equity = Vay thế chấp giá trị nhà
account-loan = Khoản vay
account-mortgage = Vay mua nhà
account-overdraft = Thấu chi
account-line-of-credit = Hạn mức tín dụng
account-student = Vay sinh viên
account-brokerage = Tài khoản chứng khoán
account-crypto-exchange = Sàn tiền mã hóa
account-education-savings-account = Tiết kiệm học tập
account-fixed-annuity = Niên kim cố định
account-health-reimbursement-arrangement = Hoàn trả chi phí y tế
account-life-insurance = Bảo hiểm nhân thọ
account-mutual-fund = Quỹ đầu tư
account-non-custodial-wallet = Ví tự quản
account-non-taxable-brokerage-account = Tài khoản chứng khoán miễn thuế
account-other-annuity = Niên kim
account-other-insurance = Bảo hiểm
account-pension = Lương hưu
account-roth-pension = Lương hưu Roth
account-profit-sharing-plan = Chương trình chia lợi nhuận
account-roth-profit-sharing-plan = Chương trình chia lợi nhuận Roth
account-retirement = Tài khoản hưu trí
account-stock-plan = Chương trình cổ phiếu
account-trust = Tài khoản ủy thác
account-variable-annuity = Niên kim biến đổi
account-payroll = Tiền lương

## The end

connected-title = Đã kết nối { $bank }
connected-title-update = Đã gia hạn kết nối với { $bank }
connected-body = { $app } giờ có thể dùng những gì bạn đã chia sẻ.
connected-body-unnamed = Ứng dụng giờ có thể dùng những gì bạn đã chia sẻ.
connected-accounts = { $count ->
   *[other] Đã chia sẻ { $count } tài khoản
}
connected-earlier = Đã kết nối trước đó
connected-another = Thêm ngân hàng khác
connected-finish = Xong

leaving-title = Rời đi khi chưa hoàn tất?
leaving-body = Những gì bạn đã nhập sẽ không được giữ lại. Lần sau bạn bắt đầu lại.
leaving-stay = Ở lại
leaving-leave = Rời đi

waiting-title = Xin chờ một chút
waiting-bank = Đang liên hệ với { $bank }
waiting-long = Việc này lâu hơn thường lệ. Hãy giữ trang này mở.

expired-title = Thời gian của bạn ở đây đã hết
expired-body = Hãy quay lại { $app } và bắt đầu lại.
expired-body-unnamed = Hãy quay lại ứng dụng và bắt đầu lại.

over-title = Bạn có thể đóng cửa sổ này

offline-title = Không có kết nối
offline-body = Hãy kiểm tra kết nối internet rồi thử lại.

## Pages of their own

hosted-success-title = Ngân hàng của bạn đã được kết nối
hosted-success-body = Bạn có thể đóng trang này.
hosted-exit-title = Chưa có ngân hàng nào được kết nối
hosted-exit-body = Bạn có thể đóng trang này.
hosted-gone-title = Liên kết này không còn dùng được
hosted-gone-body = Liên kết đã hết hạn hoặc đã được dùng. Hãy xin liên kết mới từ người gửi.
hosted-failed-title = Trang này không thể tiếp tục
hosted-failed-body = Đã có trục trặc. Hãy tải lại trang để bắt đầu lại.
hosted-unknown-title = Không có gì ở địa chỉ này
hosted-unknown-body = Hãy kiểm tra xem bạn có đủ liên kết không, hoặc xin liên kết mới từ người gửi.

tiles-title = Kết nối ngân hàng của bạn

## Errors

step-other = { $way ->
    [another_bank] Hãy chọn ngân hàng khác.
   *[other] Hãy quay lại ứng dụng.
}
step-later = { $way ->
    [another_bank] Hãy thử lại sau hoặc chọn ngân hàng khác.
   *[other] Hãy thử lại sau.
}
error-general-title = Chưa thành công
error-general-body = Đã có trục trặc ở phía chúng tôi. { step-later }
error-ACCESS_NOT_GRANTED-title = Còn thiếu một điều
error-ACCESS_NOT_GRANTED-body = Chưa chia sẻ đủ những gì cần thiết. Hãy thử lại và cho phép mọi mục mà ngân hàng liệt kê.
error-COUNTRY_NOT_SUPPORTED-title = Không thể kết nối ngân hàng này
error-COUNTRY_NOT_SUPPORTED-body = Ngân hàng của quốc gia này chưa được hỗ trợ. { step-other }
error-INSTITUTION_DOWN-title = Không liên lạc được với ngân hàng
error-INSTITUTION_DOWN-body = Ngân hàng đang ngoại tuyến. { step-later }
error-INSTITUTION_NOT_AVAILABLE-title = Ngân hàng của bạn hiện không dùng được
error-INSTITUTION_NOT_AVAILABLE-body = Lúc này chưa thể kết nối. { step-later }
error-INSTITUTION_NOT_RESPONDING-title = Ngân hàng của bạn không trả lời
error-INSTITUTION_NOT_RESPONDING-body = Có thể ngân hàng đang bận. { step-later }
error-INSTITUTION_NO_LONGER_SUPPORTED-title = Ngân hàng này không còn được hỗ trợ
error-INSTITUTION_NO_LONGER_SUPPORTED-body = Không thể kết nối ngân hàng này nữa. { step-other }
error-INSTITUTION_REGISTRATION_REQUIRED-title = Ngân hàng này chưa sẵn sàng ở đây
error-INSTITUTION_REGISTRATION_REQUIRED-body = Ứng dụng chưa đăng ký với ngân hàng này. { step-other }
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-title = Ngân hàng này không dùng được ở đây
error-INSTITUTION_NOT_ENABLED_IN_ENVIRONMENT-body = { step-other }
error-UNAUTHORIZED_INSTITUTION-title = Ngân hàng này không dùng được ở đây
error-UNAUTHORIZED_INSTITUTION-body = Ứng dụng không được phép kết nối với ngân hàng này. { step-other }
error-INSTITUTION_RATE_LIMIT-title = Ngân hàng của bạn đang bận
error-INSTITUTION_RATE_LIMIT-body = Ngân hàng đang nhận quá nhiều yêu cầu. Hãy chờ vài phút rồi thử lại.
error-RATE_LIMIT-title = Quá nhiều lần thử
error-RATE_LIMIT-body = Hãy chờ vài phút rồi thử lại.
error-INVALID_FIELD-title = Thông tin này không dùng được
error-INVALID_FIELD-body = Hãy kiểm tra những gì bạn đã nhập rồi thử lại.
error-INSUFFICIENT_CREDENTIALS-title = Việc đăng nhập chưa hoàn tất
error-INSUFFICIENT_CREDENTIALS-body = Bạn đã quay lại trước khi đăng nhập xong tại ngân hàng. Hãy thử lại.
error-INVALID_CREDENTIALS-title = Đăng nhập chưa thành công
error-INVALID_CREDENTIALS-body = Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra cả hai rồi thử lại.
error-INVALID_MFA-title = Câu trả lời chưa đúng
error-INVALID_MFA-body = Ngân hàng không chấp nhận câu trả lời đó. Hãy kiểm tra rồi thử lại.
error-INVALID_SEND_METHOD-title = Không gửi được mã
error-INVALID_SEND_METHOD-body = Ngân hàng không thể gửi mã đến đó. Hãy quay lại ứng dụng và bắt đầu lại.
error-INVALID_UPDATED_USERNAME-title = Đó là một tên đăng nhập khác
error-INVALID_UPDATED_USERNAME-body = Hãy đăng nhập bằng tên đăng nhập đã dùng để tạo kết nối này.
error-INVALID_LINK_TOKEN-title = Thời gian của bạn ở đây đã hết
error-INVALID_LINK_TOKEN-body = Hãy quay lại ứng dụng và bắt đầu lại.
error-ITEM_LOCKED-title = Tài khoản đăng nhập của bạn bị khóa
error-ITEM_LOCKED-body = Ngân hàng đã khóa tài khoản đăng nhập này. Hãy mở khóa trên trang của ngân hàng rồi thử lại.
error-ITEM_LOGIN_REQUIRED-title = Ngân hàng muốn bạn đăng nhập lại
error-ITEM_LOGIN_REQUIRED-body = Lần đăng nhập trước không còn hiệu lực. Hãy đăng nhập lại.
error-ITEM_NOT_FOUND-title = Kết nối này không còn tồn tại
error-ITEM_NOT_FOUND-body = Hãy quay lại ứng dụng và kết nối lại ngân hàng của bạn.
error-ITEM_CONCURRENTLY_DELETED-title = Kết nối này không còn tồn tại
error-ITEM_CONCURRENTLY_DELETED-body = Hãy quay lại ứng dụng và kết nối lại ngân hàng của bạn.
error-ITEM_NOT_SUPPORTED-title = Không thể kết nối tài khoản đăng nhập này
error-ITEM_NOT_SUPPORTED-body = Ngân hàng không chia sẻ loại tài khoản này. { step-other }
error-MFA_NOT_SUPPORTED-title = Bước bảo mật này chưa được hỗ trợ
error-MFA_NOT_SUPPORTED-body = Ngân hàng yêu cầu một việc không thể làm ở đây. { step-other }
error-NO_ACCOUNTS-title = Không tìm thấy tài khoản nào
error-NO_ACCOUNTS-body = Không có tài khoản nào để chia sẻ với thông tin đăng nhập này. Hãy thử thông tin đăng nhập khác hoặc ngân hàng khác.
error-NO_AUTH_ACCOUNTS-title = Không có tài khoản phù hợp
error-NO_AUTH_ACCOUNTS-body = Cần một tài khoản thanh toán, tiết kiệm hoặc quản lý tiền mặt. Hãy thử thông tin đăng nhập khác hoặc ngân hàng khác.
error-PASSWORD_RESET_REQUIRED-title = Ngân hàng yêu cầu mật khẩu mới
error-PASSWORD_RESET_REQUIRED-body = Hãy đặt mật khẩu mới trên trang của ngân hàng rồi thử lại.
error-PAYMENT_INVALID_RECIPIENT-title = Không thể thực hiện khoản thanh toán
error-PAYMENT_INVALID_RECIPIENT-body = Ngân hàng không chấp nhận người nhận. { step-other }
error-PLANNED_MAINTENANCE-title = Sẽ trở lại ngay
error-PLANNED_MAINTENANCE-body = Chúng tôi đang bảo trì. Hãy thử lại sau vài phút.
error-PRODUCTS_NOT_SUPPORTED-title = Ngân hàng này không phù hợp
error-PRODUCTS_NOT_SUPPORTED-body = Ngân hàng này không có những gì cần thiết. { step-other }
error-RECAPTCHA_BAD-title = Kiểm tra chưa thành công
error-RECAPTCHA_BAD-body = Ngân hàng chưa chắc người đăng nhập là con người. { step-later }
error-RECAPTCHA_REQUIRED-title = Thêm một lần kiểm tra
error-RECAPTCHA_REQUIRED-body = Ngân hàng muốn chắc chắn rằng người đăng nhập là con người.
error-UNSUPPORTED_RESPONSE-title = Không đọc được trả lời của ngân hàng
error-UNSUPPORTED_RESPONSE-body = { step-later }
error-USER_INPUT_TIMEOUT-title = Đã quá lâu
error-USER_INPUT_TIMEOUT-body = Ngân hàng đã ngừng chờ. Hãy thử lại.
error-USER_SETUP_REQUIRED-title = Tài khoản đăng nhập của bạn chưa sẵn sàng
error-USER_SETUP_REQUIRED-body = Hãy hoàn tất thiết lập trên trang của ngân hàng rồi thử lại.
error-INCORRECT_OAUTH_NONCE-title = Đường quay lại từ ngân hàng bị mất
error-INCORRECT_OAUTH_NONCE-body = Hãy thử lại. Nếu bạn dùng nhiều cửa sổ, hãy tiếp tục ở cửa sổ đầu tiên.
error-INCORRECT_LINK_TOKEN-title = Đường quay lại từ ngân hàng bị mất
error-INCORRECT_LINK_TOKEN-body = Hãy quay lại ứng dụng và bắt đầu lại.
error-OAUTH_STATE_ID_NOT_FOUND-title = Đường quay lại từ ngân hàng bị mất
error-OAUTH_STATE_ID_NOT_FOUND-body = Hãy quay lại ứng dụng và bắt đầu lại.
error-OAUTH_STATE_ID_ALREADY_PROCESSED-title = Trang này đã được dùng
error-OAUTH_STATE_ID_ALREADY_PROCESSED-body = Hãy quay lại ứng dụng và bắt đầu lại.

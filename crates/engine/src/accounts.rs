//! `/accounts/get`: what the end user shared, as last seen.

use crate::item::check_account_ids;
use crate::{Call, Engine};
use selvedge_model::id::AccountId;
use selvedge_model::{Error, ErrorCode, Sensitive};
use selvedge_store::repo::items::Sealed;
use selvedge_wire::Doc;
use selvedge_wire::endpoint::account::AccountsResponse;

impl Engine {
    /// Lists an Item's accounts. Works on a broken Item: what was last seen stays readable.
    pub async fn accounts_get(
        &self,
        call: &Call<'_>,
        token: &Sensitive,
        chosen: Option<&[AccountId]>,
    ) -> Result<AccountsResponse, Error> {
        check_account_ids(chosen)?;
        let item = self.open_item(call, token, Sealed::Numbers).await?;
        let accounts = match chosen.filter(|ids| !ids.is_empty()) {
            None => item.accounts_doc()?,
            Some(_) => Doc::new(&item.chosen_accounts(chosen)?).map_err(Error::internal)?,
        };
        if accounts.as_str() == "[]" {
            return Err(ErrorCode::NoAccounts.into());
        }
        Ok(AccountsResponse {
            accounts,
            item: item.shown(&self.catalogue),
            request_id: call.request_id(),
        })
    }
}

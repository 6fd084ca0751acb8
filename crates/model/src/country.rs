//! The countries of the contract.

use crate::named_enum;

named_enum! {
    /// ISO 3166-1 alpha-2 codes that Link and the institution endpoints accept.
    pub enum Country {
        Us = "US", Gb = "GB", Es = "ES", Nl = "NL", Fr = "FR", Ie = "IE", Ca = "CA", De = "DE", It = "IT",
        Pl = "PL", Dk = "DK", No = "NO", Se = "SE", Ee = "EE", Lt = "LT", Lv = "LV", Pt = "PT", Be = "BE",
        At = "AT", Fi = "FI",
    }
}

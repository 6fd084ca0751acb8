//! The payment partners that the contract names. The list is open: a partner registered by an operator
//! or a team joins it under its own name.

/// Names accepted by `/processor/token/create` without further registration, in the contract's order.
pub const KNOWN_PROCESSORS: &[&str] = &[
    "dwolla", "galileo", "modern_treasury", "ocrolus", "vesta", "drivewealth", "vopay", "achq", "check",
    "checkbook", "circle", "sila_money", "rize", "svb_api", "unit", "wyre", "lithic", "alpaca", "astra", "moov",
    "treasury_prime", "marqeta", "checkout", "solid", "highnote", "gemini", "apex_clearing", "gusto", "adyen",
    "atomic", "i2c", "wepay", "riskified", "utb", "adp_roll", "fortress_trust", "bond", "bakkt", "teal",
    "zero_hash", "taba_pay", "knot", "sardine", "alloy", "finix", "nuvei", "layer", "boom", "paynote", "stake",
    "wedbush", "esusu", "ansa", "scribeup", "straddle", "loanpro", "bloom_credit", "sfox", "brale", "parafin",
    "cardless", "open_ledger", "valon", "gainbridge", "cardlytics", "pinwheel", "thread_bank", "array", "fiant",
    "oatfi", "curinos", "frame", "interchecks", "interchange", "atomicfi", "webull", "bizcap", "cybrid",
    "airwallex",
];

/// Whether `name` is one of [`KNOWN_PROCESSORS`].
pub fn is_known(name: &str) -> bool {
    KNOWN_PROCESSORS.contains(&name)
}

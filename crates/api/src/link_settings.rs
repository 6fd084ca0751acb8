//! `/selvedge/link/…`: what a team allows and asks of Link.

use crate::dispatch::handlers;
use selvedge_wire::endpoint::link_settings::{
    CustomizationGet, CustomizationList, CustomizationRemove, CustomizationSet, LinkSettingsGet,
    LinkSettingsUpdate,
};

handlers! {
    LinkSettingsGet: |engine, call, _request| engine.link_settings_get(&call).await;
    LinkSettingsUpdate: |engine, call, request| engine.link_settings_update(&call, request).await;
    CustomizationSet: |engine, call, request| engine.customization_set(&call, request).await;
    CustomizationGet: |engine, call, request| engine.customization_get(&call, &request.name).await;
    CustomizationList: |engine, call, _request| engine.customization_list(&call).await;
    CustomizationRemove: |engine, call, request| engine.customization_remove(&call, request.name).await;
}

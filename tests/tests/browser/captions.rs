//! What captions say of where the panels of a figure stand.

use crate::driver::with_browser;
use crate::library::pages;
use crate::page::open;
use serde_json::json;

#[test]
fn a_caption_says_where_the_panels_stand() {
    with_browser(|driver| async move {
        let mut stands = [0, 0];
        for page in pages() {
            // From narrow to wide, for mdBook opens no sidebar then; and around the width from which on two panels of a
            // figure find room beside each other, with a scroll bar or without.
            for width in [320, 658, 660, 662, 674, 676, 678, 1280] {
                let window =
                    json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
                driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", window).await.unwrap();
                if width == 320 {
                    open(&driver, &page).await;
                }
                let told = "return [...document.querySelectorAll('figure:has(.below-it)')].map((figure) => {
                    const [first, second] = [...figure.querySelectorAll('.panels > svg')].map((svg) => svg.getBoundingClientRect());
                    const shown = (span) => getComputedStyle(figure.querySelector(span)).display !== 'none';
                    return [second.top >= first.bottom, shown('.below-it'), shown('.beside-it')];
                });";
                let told = driver.execute(told, Vec::new()).await.unwrap().json().clone();
                for [below, says_below, says_beside] in
                    serde_json::from_value::<Vec<[bool; 3]>>(told).unwrap()
                {
                    assert_eq!((says_below, says_beside), (below, !below), "{page} at {width}");
                    stands[usize::from(below)] += 1;
                }
            }
        }
        assert!(stands[0] > 100 && stands[1] > 100, "{stands:?}");
    });
}

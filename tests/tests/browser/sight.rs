//! What is out of sight is skipped, and the page is as long as if it were not.

use crate::driver::with_browser;
use crate::page::{open, until};
use lesson::Chapter;

#[test]
fn a_page_keeps_its_length_while_what_is_out_of_sight_is_skipped() {
    with_browser(|driver| async move {
        for Chapter { name: chapter, .. } in chapters::ALL {
            open(&driver, chapter).await;
            until(&driver, "return document.querySelector('main > section[data-measured]') !== null", 100)
                .await;
            let lengths = "const [main, page] = [document.querySelector('main'), document.documentElement];
                const skipped = [...main.querySelectorAll('section > p')]
                    .filter((part) => !part.checkVisibility({ contentVisibilityAuto: true })).length;
                const skipping = page.scrollHeight;
                main.querySelectorAll('[data-measured]').forEach((section) => delete section.dataset.measured);
                return [skipped, skipping, page.scrollHeight];";
            let lengths = driver.execute(lengths, Vec::new()).await.unwrap();
            let [skipped, skipping, whole] = [0, 1, 2].map(|index| lengths.json()[index].as_i64().unwrap());
            assert!(skipped > 0, "{chapter} skips nothing");
            assert!(
                (skipping - whole).abs() <= 1,
                "{chapter} is {whole} px long, and {skipping} px where parts are skipped"
            );
        }
    });
}

// What is out of sight is neither laid out nor painted, so that a figure that moves has the processor to itself. Each
// block is measured first: the page is as long as before, and keeps its place.

(() => {
    "use strict";

    const main = document.querySelector("main");

    function measure() {
        delete main.dataset.measured;
        const blocks = [...main.children];
        const heights = blocks.map((block) => getComputedStyle(block).height);
        blocks.forEach((block, index) => {
            block.style.containIntrinsicBlockSize = `auto ${heights[index]}`;
        });
        main.dataset.measured = "";
    }

    let width;
    const observer = new ResizeObserver(() => {
        if (width !== main.clientWidth) {
            width = main.clientWidth;
            measure();
        }
    });
    addEventListener("load", () => document.querySelector("[data-explore]") && observer.observe(main));
})();

// Changes what is shown and touches only what differs: the rest need not be laid out and painted again.

theBend.repaint = (() => {
    "use strict";

    /**
     * Gives the panels other pictures, which stand one after the other in the HTML, and says by which marks they are
     * drawn; `drawn` is what it said of those before.
     */
    function pictures(panels, drawn, svgs) {
        const wanted = svgs.split(/(?<=<\/svg>)/).map(marks);
        const same = ([head], panel) => head === drawn[panel]?.[0];
        if (wanted.length === drawn.length && wanted.every(same)) {
            wanted.forEach((picture, panel) => change(panels.children[panel], drawn[panel], picture));
        } else {
            html(panels, svgs);
        }
        return wanted;
    }

    /** Gives a node other contents. */
    function html(node, text) {
        become(node, parsed(text));
    }

    /** The parts of a picture, which is a flat list of marks: how it begins, and each mark. */
    function marks(svg) {
        return svg.slice(0, -"</svg>".length).split(/(?=<(?:path|text) )/);
    }

    /** Changes a picture from some marks to others; those that are written as before are not even read. */
    function change(svg, [, ...old], [head, ...wanted]) {
        const there = [...svg.children];
        const differs = (index) => wanted[index] !== old[index] && !(there[index] && revalued(there[index], old[index], wanted[index]));
        const changed = [...wanted.keys()].filter(differs);
        if (changed.length > 0) {
            const [fresh] = parsed(`${head}${changed.map((index) => wanted[index]).join("")}</svg>`).children;
            [...fresh.children].forEach((mark, nth) => {
                if (there[changed[nth]]) {
                    there[changed[nth]].replaceWith(mark);
                } else {
                    svg.append(mark);
                }
            });
        }
        there.slice(wanted.length).forEach((mark) => mark.remove());
    }

    /**
     * Gives a mark other values and words, and says whether that was enough. Quotation marks cut what is written into
     * names and values in turn: `<path stroke-width=`, `22`, ` d=`, `M0 0h9`, `/>`.
     */
    function revalued(mark, old, wanted) {
        const [was, now] = [old.split('"'), wanted.split('"')];
        const end = now.length - 1;
        const other = (part, index) => index % 2 === 0 && index < end && part !== was[index];
        if (was.length !== now.length || now.some(other) || now[end].includes("&")) {
            return false;
        }
        for (let index = 1; index < end; index += 2) {
            if (now[index] !== was[index]) {
                mark.setAttribute(now[index - 1].split(" ").pop().slice(0, -1), now[index]);
            }
        }
        if (now[end] !== was[end]) {
            mark.textContent = now[end].slice(1, -"</text>".length);
        }
        return true;
    }

    /** Gives a node the children of another, and touches only what differs. */
    function become(node, other) {
        const [old, wanted] = [[...node.childNodes], [...other.childNodes]];
        wanted.forEach((child, index) => {
            const there = old[index];
            if (!there) {
                node.append(child);
            } else if (!there.isEqualNode(child)) {
                turn(there, child);
            }
        });
        old.slice(wanted.length).forEach((child) => child.remove());
    }

    /** Gives a node the place, the attributes and the children of another. */
    function turn(there, child) {
        if (!alike(there, child)) {
            there.replaceWith(child);
        } else if (child.nodeType === Node.TEXT_NODE) {
            there.data = child.data;
        } else {
            for (const { name, value } of child.attributes) {
                if (there.getAttribute(name) !== value) {
                    there.setAttribute(name, value);
                }
            }
            become(there, child);
        }
    }

    /** Whether one node can become the other by new values of the same attributes. */
    function alike(one, other) {
        const names = ({ attributes = [] }) => [...attributes].map(({ name }) => name).join(" ");
        return one.nodeName === other.nodeName && names(one) === names(other);
    }

    function parsed(html) {
        const template = document.createElement("template");
        template.innerHTML = html;
        return template.content;
    }

    return { pictures, html };
})();

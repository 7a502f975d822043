// Says what two parts of mdBook's pages are, which its template leaves out: the bar at the top is the page's banner, and
// the label that opens the sidebar, whose state it tells, is a button.

document.getElementById("mdbook-menu-bar")?.setAttribute("role", "banner");
document.getElementById("mdbook-sidebar-toggle")?.setAttribute("role", "button");

"""Values become pictures: SVG that needs no script, with a title, a description and a table behind it."""

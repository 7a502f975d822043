"""Makes the-bend-math.woff2 from latinmodern-math.woff2: see README.md."""

import sys
from fontTools import subset
from fontTools.ttLib import TTFont

CHARACTERS = [
    "U+0020-007E,U+00A0,U+00AC,U+00B0-00B1,U+00B7,U+00D7,U+00F7",  # letters, digits, signs
    "U+0300-0308,U+0332,U+0338,U+20D7",  # accents
    "U+0391-03C9,U+03D1,U+03D5,U+03F1,U+03F5",  # Greek
    "U+2010-201D,U+2022,U+2026,U+2032-2034,U+2061-2064",  # dashes, dots, primes, invisible operators
    "U+2102,U+210E,U+2111,U+2113,U+2115,U+211A,U+211C,U+211D,U+2124",  # letters used as symbols
    "U+2190-2199,U+21A6,U+21D0-21D5",  # arrows
    "U+2200-2237,U+223C-2257,U+2260-228F,U+2295-22A5,U+22C0-22C6,U+22EE-22F1",  # operators and relations
    "U+2308-230B,U+23DE-23DF,U+27E8-27EB,U+2A7D-2A7E",  # delimiters
    "U+1D400-1D467,U+1D538-1D56B,U+1D6A8-1D71B,U+1D7CE-1D7E1",  # bold, italic, double-struck
]
NAME = "The Bend Math"
FAMILY, FULL_NAME, POSTSCRIPT_NAME = 1, 4, 6

source, target = sys.argv[1:]
options = subset.Options(flavor="woff2", layout_features=["ssty", "dtls"], drop_tables=["FFTM"])
font = subset.load_font(source, options)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=subset.parse_unicodes(",".join(CHARACTERS)))
subsetter.subset(font)
for record in font["name"].names:
    if record.nameID in (FAMILY, FULL_NAME):
        record.string = NAME
    elif record.nameID == POSTSCRIPT_NAME:
        record.string = NAME.replace(" ", "")
# The licence asks for another name; a date would make each run differ.
font["head"].modified = font["head"].created
font.recalcTimestamp = False
# Names also stand inside the outlines' table.
outlines = font["CFF "].cff
outlines.fontNames = [NAME.replace(" ", "")]
outlines[0].FamilyName = outlines[0].FullName = NAME
subset.save_font(font, target, options)

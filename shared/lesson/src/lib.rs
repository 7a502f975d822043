//! What a chapter says: headings, values, tables and figures, recorded once for every reader.

"""How things look: colours, style sheet, icons, fonts and the small widgets all pages share."""

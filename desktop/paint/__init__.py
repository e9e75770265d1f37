"""Layout plans painted by Qt: to the screen, to pictures and to printers."""

// The theme's files come from `Templates/`; the plugin writes `defaultTheme` beside this file.
